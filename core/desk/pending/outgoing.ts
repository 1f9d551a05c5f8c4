import type { CommandKey } from '../../kernel/id.ts';
import type { AppState, Outgoing, VendorCommand, WorkspaceChange } from '../rows/state.ts';

/** The outbox in the order in which it is sent. The order of the rows does not matter. */
export const sendingOrder = ({ workspace }: Pick<AppState, 'workspace'>): readonly Outgoing[] =>
  [...workspace.outbox.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/**
 * Puts a command at the end of the outbox. `ahead`: the number of commands that the same decision put there
 * before.
 */
export function outgoing(
  state: AppState,
  id: CommandKey,
  command: VendorCommand,
  ahead = 0,
): WorkspaceChange {
  let last = 0;
  for (const { order } of state.workspace.outbox.values()) last = Math.max(last, order);
  return {
    table: 'outbox',
    id,
    value: {
      id,
      order: last + 1 + ahead,
      command,
      state: 'queued',
      tries: 0,
      lastAnswer: 'none',
      refusal: null,
    },
  };
}
