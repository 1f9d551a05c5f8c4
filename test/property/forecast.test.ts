// The forecast and its assumptions (rules I2, I4). Parts sum to the whole. Without assumptions nothing
// changes. An extension costs what the engine says.
import fc from 'fast-check';
import { expect } from 'vitest';
import { raised, withSeats } from '../../core/desk/plan/assumptions.ts';
import { defaultRenewalChoices, type RenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { moneyByClient, moneyByMonth, moneyByYear, moneyInAll } from '../../core/desk/plan/renewal-money.ts';
import { planRenewals, type RenewalPlan } from '../../core/desk/plan/renewal-plan.ts';
import { cartPricing } from '../../core/desk/cart/cart-figures.ts';
import { itemKinds } from '../../core/catalog/item.ts';
import { cents } from '../../core/kernel/cents.ts';
import { addDays } from '../../core/kernel/day.ts';
import { paymentMethods } from '../../core/orders/payment.ts';
import { totaller } from '../../core/quotes/portfolio.ts';
import { pricedItems } from '../../core/quotes/figures.ts';
import type { AlignItem } from '../../core/renewals/align.ts';
import { isRunning } from '../../core/services/lifecycle.ts';
import { activeItems } from '../../core/services/service.ts';
import { law } from '../support/law.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { day, priceList } from '../support/samples.ts';

const { state } = sampleOffice();

function planned(choices: RenewalChoices): RenewalPlan {
  const plan = planRenewals(state, choices);
  if (!plan.ok) throw new Error(plan.error.reason);
  return plan.value;
}

const somewhen = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(state.today, offset));
const assumed: fc.Arbitrary<RenewalChoices> = fc.record({
  method: fc.constantFrom(...paymentMethods),
  noticeMonths: fc.integer({ min: 1, max: 6 }),
  horizonMonths: fc.constantFrom(12, 24, 36, 60),
  forced: fc.array(somewhen, { maxLength: 2 }),
  forbidden: fc.array(somewhen, { maxLength: 4 }),
  increaseBasisPoints: fc.integer({ min: 0, max: 5000 }),
  seats: fc.integer({ min: -4, max: 4 }),
  extendTo: fc.option(somewhen, { nil: null }),
});

const sum = (parts: Iterable<number>): number => [...parts].reduce((total, part) => total + part, 0);

law('what each client, month and year pays sums to the total', {
  subject: moneyByClient,
  wrong: (known, plan) => moneyByClient(known, { ...plan, now: [] }),
  given: assumed,
  runs: 100,
  holds(byClient, choices) {
    const plan = planned(choices);
    const total = moneyInAll(plan);
    const clients = byClient(state, plan);
    for (const { byYear, gross } of clients) expect(sum(byYear.values())).toBe(gross);
    expect([
      sum(clients.map(({ gross }) => gross)),
      sum(moneyByMonth(plan).values()),
      sum(moneyByYear(plan).values()),
    ]).toEqual([total, total, total]);
  },
});

law('a forced day is a session; a forbidden day is not one, unless it is forced', {
  subject: planned,
  wrong: (choices) => planned({ ...choices, forced: [], forbidden: [] }),
  given: assumed,
  runs: 100,
  holds(plan, choices) {
    const days = plan(choices).sessions.map((session) => session.day);
    for (const forced of choices.forced) expect(days).toContain(forced);
    for (const forbidden of choices.forbidden)
      if (!choices.forced.includes(forbidden)) expect(days).not.toContain(forbidden);
  },
});

law('prices raised by nothing are the prices, and otherwise each is rounded half up once to the cent', {
  subject: raised,
  wrong: (list, basisPoints) => ({
    ...list,
    yearly: Object.fromEntries(
      itemKinds.map((kind) => [kind, cents(Math.trunc(list.yearly[kind] * (1 + basisPoints / 10_000)))]),
    ) as typeof list.yearly,
  }),
  given: fc.integer({ min: 0, max: 100_000 }),
  holds(raise, basisPoints) {
    const { yearly } = raise(priceList, basisPoints);
    for (const kind of itemKinds)
      expect(yearly[kind]).toBe(
        Number((BigInt(priceList.yearly[kind]) * BigInt(10_000 + basisPoints) * 2n + 10_000n) / 20_000n),
      );
    expect(raise(priceList, 0)).toEqual(priceList);
  },
});

const service: AlignItem = {
  id: 'E',
  kind: 'e-invoicing',
  quantity: 1,
  yearly: cents(2990),
  expiry: day('2027-03-15'),
  anchor: 15,
};
const others = fc.array(
  fc.record({
    kind: fc.constantFrom('user' as const, 'documents' as const),
    quantity: fc.integer({ min: 1, max: 5 }),
    later: fc.nat(600),
  }),
  { maxLength: 4 },
);
const users = (items: readonly AlignItem[]): number =>
  sum(items.filter(({ kind }) => kind === 'user').map(({ quantity }) => quantity));

law('users more or fewer, never below none; nothing else is touched, and none changes nothing', {
  subject: withSeats,
  wrong: (items, base, change, yearly) =>
    change < 0 ? items.filter(({ kind }) => kind !== 'user') : withSeats(items, base, change, yearly),
  given: fc.record({ others, change: fc.integer({ min: -6, max: 6 }) }),
  holds(change, given) {
    const items = given.others.map(({ later, ...item }, index): AlignItem => ({
      ...item,
      id: `i${index}`,
      yearly: cents(490),
      expiry: addDays(service.expiry, later),
      anchor: 1,
    }));
    const changed = change(items, service, given.change, cents(490));
    expect(users(changed)).toBe(Math.max(0, users(items) + given.change));
    expect(changed.filter(({ kind }) => kind !== 'user')).toEqual(
      items.filter(({ kind }) => kind !== 'user'),
    );
    expect(change(items, service, 0, cents(490))).toEqual(items);
  },
});

law('an extension costs what the engine says of each running service, whatever else is assumed', {
  subject: planned,
  wrong: (choices) => ({
    ...planned(choices),
    now: planned({ ...choices, extendTo: choices.extendTo === null ? null : addDays(choices.extendTo, 40) })
      .now,
  }),
  given: assumed,
  runs: 100,
  holds(plan, choices) {
    const pricing = cartPricing(state);
    if (!pricing.ok) throw new Error(pricing.error.reason);
    const { rule, priceList: list } = pricing.value;
    const { now } = plan(choices);
    if (choices.extendTo === null) return expect(now).toEqual([]);
    const totalsOf = totaller({ target: choices.extendTo, rule, vatBasisPoints: list.vatBasisPoints });
    const costs = [...state.replica.services.values()]
      .filter((one) => isRunning(one, state.today))
      .map((one): [string, number] => [
        one.id,
        totalsOf(pricedItems(activeItems(one, state.today), list)).gross,
      ])
      .filter(([, gross]) => gross > 0);
    return expect(now.map(({ serviceId, gross }) => [serviceId, gross])).toEqual(costs);
  },
});

law('dearer renewals never come to less', {
  subject: planned,
  wrong: (choices) => planned({ ...choices, seats: choices.increaseBasisPoints > 0 ? -4 : 0 }),
  given: assumed,
  runs: 60,
  holds(plan, choices) {
    expect(moneyInAll(plan(choices))).toBeGreaterThanOrEqual(
      moneyInAll(plan({ ...choices, increaseBasisPoints: 0 })),
    );
  },
});

law('without assumptions the plan is the plan', {
  subject: planned,
  wrong: (choices) => planned({ ...choices, seats: 1 }),
  given: assumed,
  runs: 60,
  holds(plan, choices) {
    const bare = { ...choices, increaseBasisPoints: 0, seats: 0, extendTo: null };
    const { method, noticeMonths, horizonMonths, forced, forbidden } = choices;
    expect(plan(bare)).toEqual(
      planned({ ...defaultRenewalChoices, method, noticeMonths, horizonMonths, forced, forbidden }),
    );
  },
});
