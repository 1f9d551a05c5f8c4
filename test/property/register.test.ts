// Laws of the register (rule J3). The fold of facts is compared with the words of the rule, field by field.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import type { Fact, FactId } from '../../core/register/fact.ts';
import { sameValue, type Field } from '../../core/register/fields.ts';
import { registerChecks } from '../../core/register/checks.ts';
import { foldFacts, foldService } from '../../core/register/fold.ts';
import { law } from '../support/law.ts';

const start = '2026-01-01' as Day;
const services = ['s-0', 's-1', 's-2'].map((id) => id as ServiceId);

const said = fc.oneof(
  fc.record({ field: fc.constant('holder'), value: fc.constantFrom('Alba', 'Bruni', 'Conti') }),
  fc.record({
    field: fc.constant('expiry'),
    value: fc.constantFrom('2027-01-11', '2027-03-15', '2028-02-29'),
  }),
  fc.record({
    field: fc.constant('users'),
    value: fc.constantFrom(
      [],
      [{ quantity: 3, expiry: null }],
      [
        { quantity: 1, expiry: null },
        { quantity: 2, expiry: '2027-11-24' },
      ],
      [
        { quantity: 2, expiry: '2027-11-24' },
        { quantity: 1, expiry: null },
      ],
    ),
  }),
);

const given = fc
  .array(
    fc.record({
      said,
      about: fc.constantFrom(...services),
      day: fc.integer({ min: 0, max: 4 }),
      confirmed: fc.boolean(),
      corrects: fc.option(fc.integer({ min: 0, max: 30 })),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, index): Fact => {
      // A fact corrects only an earlier one about the same field.
      const earlier = row.corrects === null ? undefined : rows[row.corrects];
      const fits =
        row.corrects !== null &&
        row.corrects < index &&
        earlier?.about === row.about &&
        earlier.said.field === row.said.field;
      return {
        id: `f-${String(index).padStart(3, '0')}`,
        at: 1000 + index,
        by: null,
        about: row.about,
        ...row.said,
        asOf: addDays(start, row.day),
        source: { kind: 'typed' },
        evidence: null,
        corrects: fits ? `f-${String(row.corrects).padStart(3, '0')}` : null,
        reason: null,
        confirmed: row.confirmed,
      } as Fact;
    }),
  );

/**
 * Rule J3 word by word, slowly. `undefined`: nothing is known. `disputed`: the newest day has two values.
 */
function byTheRule(facts: readonly Fact[], about: ServiceId, field: Field) {
  const counting = facts.filter(
    (fact) =>
      fact.confirmed &&
      fact.about === about &&
      fact.field === field &&
      !facts.some(({ confirmed, corrects }) => confirmed && corrects === fact.id),
  );
  const days = [...new Set(counting.map(({ asOf }) => asOf))].sort().toReversed();
  const valuesOf = (day: Day): readonly unknown[] => {
    const values: Fact['value'][] = [];
    for (const { asOf, value } of counting)
      if (asOf === day && !values.some((known) => sameValue<Field>(known, value))) values.push(value);
    return values;
  };
  const agreed = days.find((day) => valuesOf(day).length === 1);
  const [newest] = days;
  return {
    value: agreed === undefined ? undefined : valuesOf(agreed)[0],
    disputed: newest !== undefined && valuesOf(newest).length > 1,
  };
}

const fieldsSaid: readonly Field[] = ['holder', 'expiry', 'users'];

law('the fold says what the rule says', {
  subject: foldService,
  /** The mistake: takes the newest recorded fact, whatever its day, confirmed or not. */
  wrong: (id, facts) =>
    foldService(
      id,
      [...facts].map((fact) => ({ ...fact, asOf: start, confirmed: true })),
    ),
  given,
  holds(fold, facts) {
    for (const about of services) {
      const { known, disputes } = fold(
        about,
        facts.filter((fact) => fact.about === about),
      );
      for (const field of fieldsSaid) {
        const expected = byTheRule(facts, about, field);
        expect(known[field] === undefined).toBe(expected.value === undefined);
        if (expected.value !== undefined)
          expect(sameValue<Field>(known[field]?.value as never, expected.value as never)).toBe(true);
        expect(disputes.some((dispute) => dispute.field === field)).toBe(expected.disputed);
      }
    }
  },
});

law('the order of arrival does not matter', {
  subject: foldFacts,
  /** The mistake: the last fact of a day wins. */
  wrong: (facts) =>
    foldFacts([
      ...new Map([...facts].map((fact) => [`${fact.about}${fact.field}${fact.asOf}`, fact])).values(),
    ]),
  given,
  holds(fold, facts) {
    const picture = (order: readonly Fact[]): unknown =>
      [...fold(order)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, registered]) => registered);
    expect(picture(facts.toReversed())).toEqual(picture(facts));
  },
});

law('a correction by the old value restores what was known', {
  subject: foldService,
  /** The mistake: counts corrected facts too. */
  wrong: (id, facts) =>
    foldService(
      id,
      [...facts].map((fact) => ({ ...fact, corrects: null })),
    ),
  given,
  holds(fold, facts) {
    const [about] = services;
    if (about === undefined) return;
    const mine = facts.filter((fact) => fact.about === about);
    const before = fold(about, mine).known.holder;
    const wrong = before?.facts[0];
    if (wrong === undefined || before?.facts.length !== 1) return;
    const correct = (id: string, corrects: Fact, value: string): Fact =>
      ({ ...corrects, id: id as FactId, at: corrects.at + 1, value, corrects: corrects.id }) as Fact;
    const changed = correct('x-1', wrong, 'Altro');
    expect(fold(about, [...mine, changed]).known.holder?.value).toBe('Altro');
    const back = correct('x-2', changed, before.value);
    expect(fold(about, [...mine, changed, back]).known.holder?.value).toBe(before.value);
  },
});

test('two values of one day are never decided silently: the earlier one stays, and both are shown', () => {
  const fact = (id: string, day: number, value: string): Fact =>
    ({
      id,
      at: 1,
      by: null,
      about: 's-0',
      field: 'expiry',
      value,
      asOf: addDays(start, day),
      source: { kind: 'typed' },
      evidence: null,
      corrects: null,
      reason: null,
      confirmed: true,
    }) as unknown as Fact;
  const { known, disputes } = foldService('s-0' as ServiceId, [
    fact('a', 0, '2027-01-11'),
    fact('b', 3, '2027-03-15'),
    fact('c', 3, '2027-03-16'),
  ]);
  expect(known.expiry?.value).toBe('2027-01-11');
  expect(disputes.map(({ field, facts }) => [field, facts.map(({ value }) => value)])).toEqual([
    ['expiry', ['2027-03-15', '2027-03-16']],
  ]);
});

law('what is to be looked at again is what the folded register says, service by service', {
  subject: registerChecks,
  /** Forgets the services that have a field told twice. */
  wrong(facts, today) {
    const all = [...facts];
    const once = all.filter(({ about }) => {
      const fields = all.filter((fact) => fact.about === about).map(({ field }) => field);
      return new Set(fields).size === fields.length;
    });
    return registerChecks(once, today);
  },
  given: fc.tuple(given, fc.integer({ min: 85, max: 100 })),
  runs: 200,
  holds(checks, [facts, age]) {
    const today = addDays(start, age);
    const expected = [...foldFacts(facts).values()]
      .flatMap(({ id, known, disputes }) => {
        const stale = Object.entries(known)
          .filter(
            ([field, { facts: said }]) => field !== 'holder' && addDays(said[0]?.asOf ?? today, 90) < today,
          )
          .map(([field]) => field);
        const disputed = disputes.map(({ field }) => field as string);
        return disputed.length + stale.length === 0 ? [] : [{ id, disputed, stale: stale.sort() }];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(
      [...checks(facts, today)].map(({ id, disputed, stale }) => ({
        id,
        disputed,
        stale: [...stale].sort(),
      })),
    ).toEqual(expected);
  },
});
