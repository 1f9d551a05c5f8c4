import type { CommandKey } from '../../kernel/id.ts';
import type { AppState, Outgoing, VendorCommand, WorkspaceChange } from '../rows/state.ts';

/** The outbox in the order in which it is sent. The order of the rows does not matter. */
export const sendingOrder = ({ workspace }: Pick<AppState, 'workspace'>): readonly Outgoing[] =>
  [...workspace.outbox.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** True for a studio of one's own. It has no vendor, so nothing waits for one (rules J1, J2). */
export const isOwnStudio = ({ workspace }: Pick<AppState, 'workspace'>): boolean =>
  workspace.firm.get('firm')?.studio === 'own';

/**
 * The commands that the vendor may still carry out, in the order in which they are sent. Older versions left
 * rows in studios of one's own: nobody will ever send those.
 */
export const unanswered = (state: Pick<AppState, 'workspace'>): readonly Outgoing[] =>
  isOwnStudio(state) ? [] : sendingOrder(state).filter((entry) => entry.state !== 'refused');

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
