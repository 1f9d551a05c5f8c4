import * as real from '../../../../../../core/aruba/apply-change.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/aruba/apply-change.ts';

export const sortChanges = faulty(real.sortChanges, {
  'the space of a service is not taken over': (changes) => {
    const { rows, processed } = real.sortChanges(changes);
    return {
      processed,
      rows: rows.map((row) =>
        row.table === 'services' && row.value !== null
          ? { ...row, value: { ...row.value, usedSpaceKB: 0 } }
          : row,
      ),
    };
  },
});
