import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

/**
 * A command with an unknown outcome is later refused or removed by a pull. It never counts as unsent again
 * (sentence 3). A refused command stays refused.
 */
export const outboxGoesForward: Invariant = {
  name: 'an unknown outcome stays unknown',
  watch: ({ broken }) => ({
    saved(client, changes) {
      for (const change of changes) {
        if (change.table !== 'outbox' || change.value === null) continue;
        const before = client.saved.tables.outbox.get(change.id);
        const { state, command, order } = change.value;
        if (before === undefined) continue;
        if (before.state === 'outcome-unknown' && (state === 'queued' || state === 'sending'))
          broken(`${change.id} went from outcome-unknown to ${state}`);
        if (before.state === 'refused' && state !== 'refused')
          broken(`${change.id} was refused and is ${state}`);
        if (
          before.order !== order ||
          (before.command !== command && sameText(before.command) !== sameText(command))
        )
          broken(`${change.id} is another command now`);
      }
    },
  }),
};
