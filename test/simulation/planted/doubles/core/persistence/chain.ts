import * as real from '../../../../../../core/persistence/chain.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/persistence/chain.ts';

export const chainAfter = faulty(real.chainAfter, {
  'lines after a gap are applied': (start, entries) => ({
    entries: entries.toSorted((a, b) => a.seq - b.seq),
    problem: null,
    highest: Math.max(start.seq, ...entries.map(({ seq }) => seq)),
  }),
});
