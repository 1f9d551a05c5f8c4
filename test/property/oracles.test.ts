// Rules A, B, C1 and D, compared with two independent implementations: 100,000 random cases in a run, a
// quarter for each implementation and seed.
import fc from 'fast-check';
import { itemKinds } from '../../core/catalog/item.ts';
import { cents } from '../../core/kernel/cents.ts';
import { parseDay, type Day } from '../../core/kernel/day.ts';
import { align } from '../../core/renewals/align.ts';
import { monthRules, type MonthRule } from '../../core/renewals/months.ts';
import type { Answer, Case } from '../oracle-implementations/case.ts';
import { alignWithDecimal } from '../oracle-implementations/with-decimal.ts';
import { alignWithTemporal } from '../oracle-implementations/with-temporal.ts';
import { law } from '../support/law.ts';
import { anchoredDays, days } from '../support/plain-date.ts';

interface Asked extends Case {
  readonly expiry: Day;
  readonly target: Day;
  readonly rule: MonthRule;
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    quantity: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 100_000 })),
    yearly: fc.oneof(
      fc.constantFrom(490, 990, 1990, 2500, 2990, 3990),
      fc.integer({ min: 0, max: 10_000_000 }),
    ),
    start: anchoredDays('2000-01-01', '2090-12-31'),
    target: days('2000-01-01', '2100-12-31'),
    rule: fc.constantFrom(...monthRules),
  })
  .map(({ start, ...rest }) => ({ ...rest, expiry: start.day, anchor: start.anchor }));

function engine({ quantity, yearly, expiry, anchor, target, rule }: Asked): Answer {
  const [line] = align({
    items: [{ id: 'x', kind: itemKinds[0], quantity, yearly: cents(yearly), expiry, anchor }],
    target,
    rule,
  });
  if (line === undefined) throw new Error('One item, one line');
  return {
    months: `${line.months.num}/${line.months.den}`,
    net: line.net,
    newExpiry: line.newExpiry,
    newAnchor: line.newAnchor,
  };
}

/** The mistake: takes the day of the month instead of the anchor. Almost always that is right. */
const withoutAnchor = (given: Asked): Answer => ({
  ...engine({ ...given, anchor: Number(given.expiry.slice(8)) }),
  newAnchor: engine(given).newAnchor,
});

/** The mistake: reads a target on 29 February as the 28th. */
const leapDayLost = (given: Asked): Answer =>
  engine({ ...given, target: parseDay(given.target.replace(/-02-29$/, '-02-28')) ?? given.target });

const oracles = [
  ['Temporal', alignWithTemporal, withoutAnchor],
  ['decimal arithmetic', alignWithDecimal, leapDayLost],
] as const;

for (const [name, oracle, wrong] of oracles) {
  law(`align is what ${name} comes to`, {
    subject: engine,
    wrong,
    given: asked,
    runs: 25_000,
    holds(subject, given) {
      const [ours, theirs] = [JSON.stringify(subject(given)), JSON.stringify(oracle(given))];
      if (ours !== theirs) throw new Error(`${ours}, but by ${name} ${theirs}`);
    },
  });
}
