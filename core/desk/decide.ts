import type { z } from '../kernel/parse.ts';
import type { Result } from '../kernel/result.ts';
import { commands, type Command, type Refusal } from './command.ts';
import type { CommandDefinition, IdOf } from './define-command.ts';
import type { AppState, WorkspaceChange } from './rows/state.ts';

/**
 * Decides a command: the rows to write, or why not. Pure: the same state, command and ids give the same rows.
 * The rows are journaled, not the command. A replay never decides again: the replica may have moved on since.
 */
export function decide(
  state: AppState,
  command: Command,
  idOf: IdOf,
): Result<readonly WorkspaceChange[], Refusal> {
  const { type, ...wish } = command;
  // The list pairs each schema with its own decision; a union of all of them cannot say so.
  const definition = commands[type] as unknown as CommandDefinition<z.ZodRawShape, Refusal>;
  return definition.decide(state, wish, idOf);
}
