// Aruba's rounding is found from what its cart shows (rules B, I3), against amounts of other code.
// `CALIBRATION_RUNS=10000` runs the law that often; give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ItemKind } from '../../core/catalog/item.ts';
import { findingFrom } from '../../core/desk/purchases/findings.ts';
import { cents } from '../../core/kernel/cents.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { PurchaseId, ServiceId } from '../../core/kernel/id.ts';
import { figuresOf, type CartWish } from '../../core/orders/cart.ts';
import { calibratePurchase } from '../../core/purchases/compare.ts';
import type { PurchaseRecord } from '../../core/purchases/purchase.ts';
import type { Receipt } from '../../core/quotes/calibrate.ts';
import { lineKey } from '../../core/quotes/figures.ts';
import { proposalOf, type Proposal } from '../../core/quotes/proposal.ts';
import { defaultOffPolicy } from '../../core/renewals/add-users.ts';
import { monthRules, type MonthRule } from '../../core/renewals/months.ts';
import { totalsByC2 } from '../oracle-implementations/amounts.ts';
import { alignWithDecimal } from '../oracle-implementations/with-decimal.ts';
import { law } from '../support/law.ts';
import { aDay, plainAddDays, plainAddMonths } from '../support/plain-date.ts';
import { item, priceList, service } from '../support/samples.ts';

const asked = Number(process.env['CALIBRATION_RUNS']);

/** What is bought on a day for a service whose items end on other days. */
interface Bought {
  readonly day: Day;
  readonly renewal: boolean;
  readonly quantity: number;
  /** The service itself first: kind, pieces, days from the day of the order to the expiry. */
  readonly items: readonly (readonly [kind: ItemKind, quantity: number, days: number])[];
  /** What the person looked at. */
  readonly looked: 'gross' | 'net' | 'everything' | number;
}

const items = fc
  .tuple(
    fc.integer({ min: 20, max: 360 }),
    fc.array(
      fc.tuple(
        fc.constantFrom<ItemKind>('user', 'documents', 'collections', 'extra-gb'),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 20, max: 360 }),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([days, others]): Bought['items'] => [
    ['e-invoicing', 1, days],
    ...others.map(
      ([kind, quantity, own]) => [kind, kind === 'user' || kind === 'extra-gb' ? quantity : 1, own] as const,
    ),
  ]);

const bought: fc.Arbitrary<Bought> = fc.record({
  day: fc.integer({ min: 0, max: 1500 }).map((count) => aDay(plainAddDays('2026-01-01', count))),
  renewal: fc.boolean(),
  quantity: fc.integer({ min: 1, max: 9 }),
  items,
  looked: fc.oneof(fc.constantFrom('gross', 'net', 'everything'), fc.nat({ max: 9 })),
});

/** The nets of all lines by one rule, worked out with decimal numbers and another calendar. */
function netsBy(rule: MonthRule, { day, renewal, quantity, items: owned }: Bought): readonly number[] {
  const base = plainAddDays(day, owned[0]?.[2] ?? 0);
  const target = renewal ? plainAddMonths(base, 12) : plainAddMonths(day, 12);
  const lines = owned.map(([kind, pieces, days]) => {
    const expiry = plainAddDays(day, days);
    const { net } = alignWithDecimal({
      quantity: pieces,
      yearly: priceList.yearly[kind],
      expiry,
      anchor: Number(expiry.slice(8)),
      target,
      rule,
    });
    // A renewed item of the service's own date pays whole years.
    return renewal && expiry === base ? pieces * priceList.yearly[kind] : net;
  });
  return renewal ? lines : [quantity * priceList.yearly.user, ...lines];
}

function recordOf({ day, renewal, quantity, items: owned }: Bought): PurchaseRecord {
  const held = service(
    owned.map(([kind, pieces, days], index) => item(`i${index}`, kind, pieces, plainAddDays(day, days))),
  );
  const serviceId = held.id as ServiceId;
  const content: CartWish = {
    subject: renewal
      ? { kind: 'renewal', serviceId, years: 1, leftOut: [], reduceTo: {} }
      : { kind: 'add-users', serviceId, extension: true },
    quantity: renewal ? 0 : quantity,
    modules: [],
    conventionCode: null,
  };
  const quote = figuresOf(content, held, {
    day,
    rule: 'started-month',
    offPolicy: defaultOffPolicy,
    priceList,
  });
  if (!quote.ok) throw new Error(quote.error.reason);
  return {
    id: 'p' as PurchaseId,
    at: 0,
    by: '',
    preparedOn: day,
    revision: { content, priceList, offPolicy: defaultOffPolicy, service: held, quote: quote.value },
    holder: '',
    vatCode: '',
    account: null,
    personIds: [],
    quoteId: null,
    batch: null,
    events: [],
  };
}

/** What the person types, from what the true rule charges. */
function receiptOf(one: Bought, record: PurchaseRecord, nets: readonly number[]): Receipt {
  const { net, vat, gross } = totalsByC2(nets, priceList.vatBasisPoints);
  const nothing: Receipt = { extension: true, net: null, gross: null, usersUntil: null };
  if (one.looked === 'gross') return { ...nothing, gross: cents(gross) };
  if (one.looked === 'net') return { ...nothing, net: cents(net) };
  const lines = record.revision.quote.lines.map((line, index) => ({
    line: lineKey(line),
    net: cents(nets[index] ?? 0),
  }));
  if (one.looked === 'everything')
    return { ...nothing, net: cents(net), vat: cents(vat), gross: cents(gross), lines };
  return { ...nothing, lines: lines.slice(one.looked % lines.length).slice(0, 1) };
}

/** The rules that give the receipt, by the other code. */
function fitting(one: Bought, seen: readonly number[]): readonly MonthRule[] {
  const total = (nets: readonly number[]): readonly number[] => {
    const { net, gross } = totalsByC2(nets, priceList.vatBasisPoints);
    if (one.looked === 'gross') return [gross];
    if (one.looked === 'net') return [net];
    return one.looked === 'everything' ? nets : [nets[one.looked % nets.length] ?? 0];
  };
  const wanted = total(seen).join(' ');
  return monthRules.filter((rule) => total(netsBy(rule, one)).join(' ') === wanted);
}

type Propose = (
  seen: readonly { readonly one: Bought; readonly nets: readonly number[] }[],
) => Proposal<MonthRule>;

function propose(seen: Parameters<Propose>[0], every: boolean): Proposal<MonthRule> {
  const all = seen.map(({ one, nets }, index) => {
    const record = recordOf(one);
    const found = calibratePurchase(record, one.day, receiptOf(one, record, nets));
    if (!found.ok) throw new Error(found.error.reason);
    return findingFrom(found.value, {
      id: `${index}`,
      on: one.day,
      from: 'purchase',
      holder: '',
      about: 'rule',
      explained: false,
    });
  });
  return proposalOf(every ? all : all.slice(0, 1), 'rule', monthRules, ({ rule }) => rule);
}

law<Propose, { readonly truth: MonthRule; readonly purchases: readonly Bought[] }>(
  'the true rule is proposed whenever it is the only one that fits, and never a false one',
  {
    subject: (seen) => propose(seen, true),
    wrong: (seen) => propose(seen, false),
    given: fc.record({
      truth: fc.constantFrom(...monthRules),
      purchases: fc.array(bought, { minLength: 1, maxLength: 4 }),
    }),
    holds(subject, { truth, purchases }) {
      const seen = purchases.map((one) => ({ one, nets: netsBy(truth, one) }));
      const fits = seen.map(({ one, nets }) => fitting(one, nets));
      const left = monthRules.filter((rule) => fits.every((some) => some.includes(rule)));
      const proposal = subject(seen);
      if (left.length === 1) expect(proposal).toMatchObject({ kind: 'one', value: truth });
      else if (left.length === monthRules.length) expect(proposal.kind).toBe('no-findings');
      else expect(proposal).toMatchObject({ kind: 'several', values: left });
    },
    runs: asked > 0 ? asked : 200,
  },
);
