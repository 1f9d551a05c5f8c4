import * as real from '../../../../../../core/sync/merge.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/sync/merge.ts';

const always =
  (side: real.Side): typeof real.mergeLines =>
  (base, mine, theirs, choices) => {
    const names = Object.keys({ ...mine, ...theirs });
    return real.mergeLines(base, mine, theirs, {
      ...Object.fromEntries(names.map((name) => [name, side])),
      ...choices,
    });
  };

export const mergeLines = faulty(real.mergeLines, {
  'a merge takes mine': always('mine'),
  'a merge takes theirs': always('theirs'),
});
