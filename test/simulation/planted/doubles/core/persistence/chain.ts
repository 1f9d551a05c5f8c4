import * as real from '../../../../../../core/persistence/chain.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/persistence/chain.ts';

export const chainAfter = faulty(real.chainAfter, {
  'a line follows whatever line is there': (start, entries) =>
    real.chainAfter(
      start,
      entries.map((entry) => ({ ...entry, before: null })),
    ),
  'lines after a gap are applied': (start, entries) => ({
    entries: entries.toSorted((a, b) => a.seq - b.seq),
    problem: null,
    highest: Math.max(start.seq, ...entries.map(({ seq }) => seq)),
  }),
  'a second continuation is not told': (start, entries) => {
    const chain = real.chainAfter(start, entries);
    return chain.problem === 'gap' ? chain : { ...chain, problem: null };
  },
});
