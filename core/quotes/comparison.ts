import { cents, sum, type Cents } from '../kernel/cents.ts';
import { addMonths, daysBetween, dayOfMonth, type Day } from '../kernel/day.ts';
import { ok, type Result } from '../kernel/result.ts';
import { align, lineNet, wholeYears, type AlignedLine, type AlignItem } from '../renewals/align.ts';
import { monthsCharged } from '../renewals/months.ts';
import { renew } from '../renewals/renewal.ts';
import { activeItems, baseItem } from '../services/service.ts';
import { explainAddition, explainDocument, type Explanation } from './explain.ts';
import { price } from './price.ts';
import { addUsersFigures, type Figures, type FiguresRefusal } from './figures.ts';

/** Three ways to get users for a running service (rule I1). */
export const plans = ['extend', 'do-not-extend', 'wait'] as const;
export type Plan = (typeof plans)[number];

/** One payment of a plan, with its explanation. */
export interface Payment {
  readonly on: Day;
  readonly what: 'order' | 'renewal';
  readonly gross: Cents;
  readonly explained: Explanation;
}

/**
 * What a plan costs over the horizon. Amounts are gross cents. Net cost = gross total
 * less the value left at the end.
 */
export interface PlanFigures {
  readonly plan: Plan;
  readonly cash: readonly Payment[];
  readonly gross: Cents;
  readonly valueLeft: Cents;
  readonly explained: {
    readonly gross: Explanation;
    readonly valueLeft: Explanation;
    readonly netCost: Explanation;
  };
  readonly netCost: Cents;
  /** The number of distinct expiry dates right after the order; for `wait`, as they are now. */
  readonly expiryDates: number;
  /** Days paid but not used: the worst line of each order, added up (*own*). */
  readonly daysBeyondUse: number;
  /** The first day on which the new users work. */
  readonly usersFrom: Day;
}

export type ComparisonInput = Omit<Parameters<typeof addUsersFigures>[0], 'extension' | 'conventionCode'> & {
  readonly horizonMonths: number;
};

interface Course {
  readonly items: readonly AlignItem[];
  readonly cash: readonly PlanFigures['cash'][number][];
  readonly daysBeyondUse: number;
}

const moved = (line: AlignedLine): AlignItem => ({ ...line, expiry: line.newExpiry, anchor: line.newAnchor });

/** Days from the real end of the item to the end of the charged months. 0 for rules that count days. */
function beyondUse(line: AlignedLine): number {
  if (line.months.den !== 1 || line.months.num === 0) return 0;
  return Math.max(0, daysBetween(line.newExpiry, addMonths(line.expiry, line.months.num, line.anchor)));
}

const worst = (lines: readonly AlignedLine[]): number => Math.max(0, ...lines.map(beyondUse));

/**
 * Compares three plans over `horizonMonths` from the day: extend, do not extend, or wait for the next renewal
 * (rule I1). After the first order every item is renewed for one year at each expiry of the service (rule
 * D3), and paid on that day. Renewals on or after the end of the horizon do not count. What lasts beyond it
 * is valued at list price by actual days (*own*). Refuses what addUsersFigures refuses.
 */
export function comparePlans(input: ComparisonInput): Result<readonly PlanFigures[], FiguresRefusal> {
  const extended = addUsersFigures({ ...input, extension: true });
  if (!extended.ok) return extended;
  const apart = addUsersFigures({ ...input, extension: false });
  if (!apart.ok) return apart;
  return ok([
    ordered(input, 'extend', extended.value),
    ordered(input, 'do-not-extend', apart.value),
    waiting(input, extended.value),
  ]);
}

function activeNow({
  service,
  day,
  priceList,
}: Pick<ComparisonInput, 'service' | 'day' | 'priceList'>): readonly AlignItem[] {
  return activeItems(service, day).map((item) => ({ ...item, yearly: priceList.yearly[item.kind] }));
}

function ordered(input: ComparisonInput, plan: 'extend' | 'do-not-extend', quote: Figures): PlanFigures {
  const untouched = plan === 'extend' ? [] : activeNow(input);
  const items = [...quote.lines.map((line, index) => ({ ...moved(line), id: `${index}` })), ...untouched];
  const start: Course = {
    items,
    cash: [
      { on: input.day, what: 'order', gross: quote.gross, explained: explainDocument(quote.lines, quote) },
    ],
    daysBeyondUse: worst(quote.lines),
  };
  return judged(input, plan, renewedOn(input, start), countDates(items), input.day);
}

/** Buys nothing now. The next renewal buys the users too, for its year. */
function waiting(input: ComparisonInput, quote: Figures): PlanFigures {
  const items = activeNow(input);
  const wanted = quote.lines.filter((line) => line.reason === 'bought');
  const service = baseOf(input, items);
  const course = renewedOn(input, { items, cash: [], daysBeyondUse: 0 }, (on) =>
    wanted.map((line) => wholeYears({ ...line, expiry: on, anchor: service.anchor }, 1)),
  );
  return judged(input, 'wait', course, countDates(items), service.expiry);
}

function baseOf({ service }: ComparisonInput, items: readonly AlignItem[]): AlignItem {
  const base = baseItem(service);
  const found = items.find((item) => base !== undefined && item.kind === base.kind);
  if (found === undefined) throw new Error('An active service has its base item');
  return found;
}

const countDates = (items: readonly AlignItem[]): number => new Set(items.map((item) => item.expiry)).size;

/**
 * Renews everything for one year at each expiry of the service before the end of the horizon. The first
 * renewal also buys the lines of `added`.
 */
function renewedOn(
  input: ComparisonInput,
  start: Course,
  added: (on: Day) => readonly AlignedLine[] = () => [],
): Course {
  const end = addMonths(input.day, input.horizonMonths);
  const { vatBasisPoints } = input.priceList;
  let course = start;
  let joining = added;
  for (
    let service = baseOf(input, course.items);
    service.expiry < end;
    service = baseOf(input, course.items)
  ) {
    const on = service.expiry;
    const base = service;
    const { lines } = renew({
      service: base,
      chosen: course.items.filter((item) => item !== base),
      years: 1,
      rule: input.rule,
    });
    const all = [...lines, ...joining(on)];
    joining = () => [];
    const priced = price({ lines: all, vatBasisPoints });
    course = {
      items: all.map(moved),
      cash: [
        ...course.cash,
        { on, what: 'renewal', gross: priced.gross, explained: explainDocument(all, priced) },
      ],
      daysBeyondUse: course.daysBeyondUse + worst(lines),
    };
  }
  return course;
}

function judged(
  input: ComparisonInput,
  plan: Plan,
  { items, cash, daysBeyondUse }: Course,
  expiryDates: number,
  usersFrom: Day,
): PlanFigures {
  const end = addMonths(input.day, input.horizonMonths);
  const left = items
    .filter((item) => item.expiry > end)
    .map((item) => {
      const months = monthsCharged('actual-days', end, item.expiry);
      return { ...item, months, net: lineNet(item.quantity, item.yearly, months) };
    });
  const gross = sum(cash.map((payment) => payment.gross));
  const value = price({ lines: left, vatBasisPoints: input.priceList.vatBasisPoints });
  const netCost = cents(gross - value.gross);
  const explained = {
    gross: {
      kind: 'payments',
      parts: cash.map(({ on, what, gross: amount }) => ({ on, what, amount })),
      amount: gross,
    },
    valueLeft: explainDocument(left, value),
    netCost: { kind: 'net-cost', gross, valueLeft: value.gross, amount: netCost },
  } as const;
  return {
    plan,
    cash,
    gross,
    valueLeft: value.gross,
    netCost,
    explained,
    expiryDates,
    daysBeyondUse,
    usersFrom,
  };
}

/**
 * What the order would cost more if it also brought the active items of its service to a common date, by the
 * same engine (rules D). On the date that is offered it is the difference of the plans `extend` and
 * `do-not-extend` to the cent: VAT is rounded once on the whole order (rule C2), never on the items alone.
 * Refuses what addUsersFigures refuses.
 */
export function bringTo(
  input: Omit<ComparisonInput, 'horizonMonths'>,
  target: Day,
): Result<{ readonly gross: Cents; readonly explained: Explanation }, FiguresRefusal> {
  const without = addUsersFigures({ ...input, extension: false });
  if (!without.ok) return without;
  const { rule, priceList } = input;
  const lines = align({ items: activeNow(input), target, rule, targetAnchor: dayOfMonth(target) });
  const together = price({
    lines: [...without.value.lines, ...lines],
    vatBasisPoints: priceList.vatBasisPoints,
  });
  const explained = explainAddition(lines, together, without.value);
  return ok({ gross: explained.amount, explained });
}
