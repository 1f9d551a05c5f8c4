import type { z } from '../kernel/parse.ts';
import { commands, type Command, type Refusal } from './command.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { CommandDefinition, IdOf, Stamp } from './define-command.ts';
import { isOwnStudio } from './pending/outgoing.ts';
import type { AppState, WorkspaceChange } from './rows/state.ts';

/**
 * Decides a command: the rows to write, or why not. Pure: the same state, command, ids and stamp give the
 * same rows. Refuses in a studio of one's own what only a vendor could process (rule J2).
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
  if (definition.needsVendor && isOwnStudio(state)) return err({ reason: 'bought-at-aruba' });
  if (definition.ownOnly && state.workspace.firm.get('firm')?.studio === 'sample')
    return err({ reason: 'sample-has-vendor' });
  const decided = definition.decide(state, wish, idOf, stamp);
  return decided.ok ? withoutVendor(state, decided.value) : decided;
}

/**
 * The rows of a decision. Refused if they put something into the outbox of a studio of one's own: nobody
 * would ever answer it (rule J2).
 */
export function withoutVendor(
  state: Pick<AppState, 'workspace'>,
  changes: readonly WorkspaceChange[],
): Result<readonly WorkspaceChange[], { readonly reason: 'bought-at-aruba' }> {
  const sends = changes.some(({ table, value }) => table === 'outbox' && value !== null);
  return sends && isOwnStudio(state) ? err({ reason: 'bought-at-aruba' }) : ok(changes);
}
