// Rules D: the engine `align`, and all that calls it.
import fc from 'fast-check';
import { expect } from 'vitest';
import { itemKinds } from '../../core/catalog/item.ts';
import { cents } from '../../core/kernel/cents.ts';
import { addMonths, dayOfMonth } from '../../core/kernel/day.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import { offPolicies } from '../../core/renewals/add-users.ts';
import { align, type AlignItem } from '../../core/renewals/align.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { renew } from '../../core/renewals/renewal.ts';
import type { ItemId } from '../../core/kernel/id.ts';
import type { ServiceItem } from '../../core/services/service.ts';
import { lineNetByC1 } from '../oracle-implementations/amounts.ts';
import { alignWithDecimal } from '../oracle-implementations/with-decimal.ts';
import { law } from '../support/law.ts';
import { aDay, anchoredDays, days } from '../support/plain-date.ts';
import { priceList, service } from '../support/samples.ts';

const rule = fc.constantFrom(...monthRules);
const alignItem: fc.Arbitrary<AlignItem> = fc
  .record({
    kind: fc.constantFrom(...itemKinds),
    quantity: fc.integer({ min: 1, max: 200 }),
    yearly: fc.integer({ min: 0, max: 10_000 }),
    end: anchoredDays('2026-01-01', '2040-12-31'),
  })
  .map(({ kind, quantity, yearly, end }) => ({
    id: kind,
    kind,
    quantity,
    yearly: cents(yearly),
    expiry: end.day,
    anchor: end.anchor,
  }));
const input = fc.record({
  items: fc.array(alignItem, { maxLength: 8 }),
  target: days('2026-01-01', '2045-12-31'),
  rule,
});

law('nothing is ever shortened: one line an item, in order, ending at the target or at its own later date', {
  subject: align,
  wrong: (given) => align(given).map((line) => ({ ...line, newExpiry: given.target })),
  given: input,
  holds(engine, given) {
    const lines = engine(given);
    expect(lines.map(({ id }) => id)).toEqual(given.items.map(({ id }) => id));
    for (const line of lines) {
      expect(line.newExpiry).toBe(line.expiry > given.target ? line.expiry : given.target);
      if (line.expiry >= given.target)
        expect([line.months.num, line.net, line.newExpiry, line.newAnchor]).toEqual([
          0,
          0,
          line.expiry,
          line.anchor,
        ]);
      else expect(line.newAnchor).toBe(dayOfMonth(given.target));
    }
  },
});

law('C1: the net of a line is the rounded price of its months', {
  subject: align,
  // The mistake: the unit price is rounded first.
  wrong: (given) =>
    align(given).map((line) => ({
      ...line,
      net: cents(line.quantity * lineNetByC1(1, line.yearly, line.months)),
    })),
  given: input,
  holds(engine, given) {
    for (const line of engine(given)) {
      const { quantity, yearly, expiry, anchor, months } = line;
      const { target, rule: name } = given;
      expect(line.net).toBe(lineNetByC1(quantity, yearly, months));
      expect(line.net).toBe(alignWithDecimal({ quantity, yearly, expiry, anchor, target, rule: name }).net);
    }
  },
});

law('aligning twice costs nothing the second time', {
  subject: align,
  wrong: (given) => align(given).map((line) => ({ ...line, newExpiry: line.expiry })),
  given: input.filter(({ items, target }) => items.some(({ expiry }) => expiry < target)),
  holds(engine, given) {
    const after = engine(given).map((line) => ({ ...line, expiry: line.newExpiry, anchor: line.newAnchor }));
    expect(engine({ ...given, items: after }).reduce((sum, line) => sum + line.net, 0)).toBe(0);
  },
});

law('a later target never costs less', {
  subject: align,
  wrong: (given) =>
    align(given).map((line) => ({ ...line, net: given.target > '2036' ? cents(0) : line.net })),
  given: fc.record({
    items: fc.array(alignItem, { minLength: 1, maxLength: 5 }),
    targets: fc.tuple(days('2026-01-01', '2045-12-31'), days('2026-01-01', '2045-12-31')),
    rule,
  }),
  holds(engine, { items, targets, rule: name }) {
    const [near, far] = [...targets].sort();
    if (near === undefined || far === undefined) return;
    const [cheap, dear] = [near, far].map((target) => engine({ items, target, rule: name }));
    for (const [index, line] of (cheap ?? []).entries())
      expect(line.net).toBeLessThanOrEqual(dear?.[index]?.net ?? -1);
  },
});

law('D3: an aligned item pays exactly the years, whatever the rule; all end together on the anchor', {
  subject: renew,
  wrong: (given) => {
    const target = addMonths(given.service.expiry, 12 * given.years, given.service.anchor);
    return { target, lines: align({ items: [given.service, ...given.chosen], target, rule: given.rule }) };
  },
  given: fc.record({
    base: alignItem,
    others: fc.array(alignItem, { maxLength: 4 }),
    years: fc.integer({ min: 1, max: 10 }),
    rule,
  }),
  holds(engine, { base, others, years, rule: name }) {
    const aligned = others.map((item, index) =>
      index % 2 === 0 ? { ...item, expiry: base.expiry, anchor: base.anchor } : item,
    );
    const { target, lines } = engine({ service: base, chosen: aligned, years, rule: name });
    expect(target).toBe(addMonths(base.expiry, 12 * years, base.anchor));
    for (const line of lines) {
      if (line.expiry === base.expiry && line.anchor === base.anchor)
        expect([line.months, line.net]).toEqual([
          { num: 12 * years, den: 1 },
          line.quantity * line.yearly * years,
        ]);
      if (line.expiry <= target)
        expect([line.newExpiry, line.newAnchor]).toEqual([
          target,
          line.expiry < target ? base.anchor : line.anchor,
        ]);
      expect(line.newExpiry >= line.expiry).toBe(true);
    }
  },
});

const serviceItems = fc
  .array(
    fc.record({
      kind: fc.constantFrom('user' as const, 'documents' as const, 'extra-gb' as const),
      quantity: fc.integer({ min: 1, max: 50 }),
      end: anchoredDays('2026-11-24', '2028-12-31'),
    }),
    { maxLength: 5 },
  )
  .chain((others) =>
    anchoredDays('2026-11-24', '2028-12-31').map((base): ServiceItem[] =>
      [{ kind: 'e-invoicing' as const, quantity: 1, end: base }, ...others].map(
        ({ kind, quantity, end }, index) => ({
          id: `i${index}` as ItemId,
          kind,
          quantity,
          expiry: end.day,
          anchor: end.anchor,
        }),
      ),
    ),
  );

law('D1: adding users sums up, touches nothing without extension, and shortens nothing with it', {
  subject: addUsersFigures,
  wrong: (given) => addUsersFigures({ ...given, extension: true }),
  given: fc.record({
    items: serviceItems,
    quantity: fc.integer({ min: 1, max: 999 }),
    extension: fc.boolean(),
    offPolicy: fc.constantFrom(...offPolicies),
    rule,
  }),
  holds(quote, { items, ...rest }) {
    const quoted = quote({
      day: aDay('2026-11-24'),
      priceList,
      service: service(items),
      modules: [],
      ...rest,
    });
    if (!quoted.ok) throw new Error(quoted.error.reason);
    const { lines, net, vat, gross, target } = quoted.value;
    expect([lines.reduce((sum, line) => sum + line.net, 0), net + vat]).toEqual([net, gross]);
    expect(lines.length).toBe(rest.extension ? items.length + 1 : 1);
    const [bought, ...extended] = lines;
    expect([bought?.months, bought?.net]).toEqual([{ num: 12, den: 1 }, rest.quantity * 490]);
    for (const line of extended) expect(line.newExpiry >= line.expiry && line.newExpiry >= target).toBe(true);
  },
});
