import type { z } from '../kernel/parse.ts';
import { commands, type Command, type Refusal } from './command.ts';
import { err, type Result } from '../kernel/result.ts';
import type { CommandDefinition, IdOf, Stamp } from './define-command.ts';
import type { AppState, WorkspaceChange } from './rows/state.ts';

/**
 * Decides a command: the rows to write, or why not. Pure: the same state, command, ids and stamp give the
 * same rows. Refuses in a studio of one's own what only a vendor could process.
 * The rows are journaled, not the command. A replay never decides again: the replica may have moved on since.
 */
export function decide(
  state: AppState,
  command: Command,
  idOf: IdOf,
  stamp: Stamp,
): Result<readonly WorkspaceChange[], Refusal> {
  const { type, ...wish } = command;
  // The list pairs each schema with its own decision; a union of all of them cannot say so.
  const definition = commands[type] as unknown as CommandDefinition<z.ZodRawShape, Refusal>;
  const { studio } = state.workspace.firm.get('firm') ?? {};
  if (definition.needsVendor && studio === 'own') return err({ reason: 'bought-at-aruba' });
  if (definition.ownOnly && studio === 'sample') return err({ reason: 'sample-has-vendor' });
  return definition.decide(state, wish, idOf, stamp);
}
