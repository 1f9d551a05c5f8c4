import * as real from '../../../../../../core/persistence/read-studio.ts';
import { applyChanges } from '../../../../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../../../../core/kernel/id.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/persistence/read-studio.ts';

export const readStudio = faulty(real.readStudio, {
  'the kept end of the journal is not compared': (stores, digest) =>
    real.readStudio({ ...stores, end: { ...stores.end, read: () => [] } }, digest),
  *'somebody is there twice after a crash'(stores, digest) {
    const found = yield* real.readStudio(stores, digest);
    const last = [...found.tables.people.values()].at(-1);
    if (last !== undefined && found.content.entries.length > 0)
      applyChanges(found.tables, [
        { table: 'people', id: 'twice', value: { ...last, id: 'twice' as PersonId } },
      ]);
    return found;
  },
  *'what is missing is not told'(stores, digest) {
    const found = yield* real.readStudio(stores, digest);
    return { ...found, recoveries: found.recoveries.map((recovery) => ({ ...recovery, missing: null })) };
  },
});
