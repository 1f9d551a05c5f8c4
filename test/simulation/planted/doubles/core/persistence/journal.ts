import { ok } from '../../../../../../core/kernel/result.ts';
import * as real from '../../../../../../core/persistence/journal.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/journal.ts';

export const continueJournal = faulty(real.continueJournal, {
  'the journal does not count': (files, content, checkpoint, digest) => {
    const journal = real.continueJournal(files, content, checkpoint, digest);
    return {
      ...journal,
      append: (end, changes, at) =>
        journal.append(end === null ? null : { ...end, seq: Math.max(0, end.seq - 1) }, changes, at),
    };
  },
});

export const readJournal = faulty(real.readJournal, {
  'only one of the journal’s two files is read': ([first, second], checkpoint, digest) =>
    real.readJournal([first, like(second, { read: () => ok([]) })], checkpoint, digest),
  *'a line that cannot be read ends the start'(files, checkpoint, digest) {
    const journal = yield* real.readJournal(files, checkpoint, digest);
    if (journal.damage !== null) throw new Error(journal.damage);
    return journal;
  },
  *'the journal is replayed without its last entry'(files, checkpoint, digest) {
    const journal = yield* real.readJournal(files, checkpoint, digest);
    return { ...journal, entries: journal.entries.slice(0, -1) };
  },
});
