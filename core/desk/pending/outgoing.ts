import type { CommandKey } from '../../kernel/id.ts';
import type { AppState, VendorCommand, WorkspaceChange } from '../rows/state.ts';

/** Puts a command last into the outbox; `ahead`: how many others the same decision has put there already. */
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
