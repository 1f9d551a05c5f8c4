import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

/**
 * An unknown outcome is forgotten only by a pull: it becomes refused or leaves, never unsent (sentence 3). A
 * refusal stays what it is.
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
