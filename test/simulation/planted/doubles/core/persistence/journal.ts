import { ok } from '../../../../../../core/kernel/result.ts';
import * as real from '../../../../../../core/persistence/journal.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/journal.ts';

export const openJournal = faulty(real.openJournal, {
  *'the journal does not count'(files, checkpoint) {
    const journal = yield* real.openJournal(files, checkpoint);
    return {
      ...journal,
      append: ({ seq, changes }) => journal.append({ seq: Math.max(1, seq - 1), changes }),
    };
  },
  'only one of the journal’s two files is read': ([first, second], checkpoint) =>
    real.openJournal([first, like(second, { read: () => ok([]) })], checkpoint),
  *'the journal is replayed without its last entry'(files, checkpoint) {
    const journal = yield* real.openJournal(files, checkpoint);
    return { ...journal, entries: journal.entries.slice(0, -1) };
  },
});
