import type { ItemKind } from '../catalog/item.ts';
import type { PriceList } from '../catalog/price-list.ts';
import { sum, type Cents } from '../kernel/cents.ts';
import { monthsAndDays, type Day } from '../kernel/day.ts';
import { fraction, multiply, type Fraction } from '../kernel/fraction.ts';
import { defaultMonthRule, type MonthRule } from '../renewals/months.ts';
import type { LineReason, Figures, FiguresLine } from './figures.ts';
import type { OfferExplanation } from './offer.ts';

/**
 * Where the months of a line come from: whole years were bought, or a month rule counted the missing months.
 */
export type MonthsBasis =
  | { readonly kind: 'whole-years' }
  | { readonly kind: 'rule'; readonly rule: MonthRule; readonly own: boolean };

/**
 * How one amount is calculated, as data. The screen, quotes and exports only put it into words. `exact` is in
 * cents, before the one rounding (rule C1). A null part does not apply.
 */
export type Explanation =
  | OfferExplanation
  | {
      readonly kind: 'line';
      readonly item: ItemKind;
      readonly reason: LineReason;
      readonly quantity: number;
      readonly yearly: Cents;
      readonly priceListVersion: string;
      readonly from: Day;
      readonly to: Day;
      readonly apart: { readonly months: number; readonly days: number };
      readonly months: Fraction;
      readonly basis: MonthsBasis;
      readonly promotion: PriceList['promotion'] | null;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  | {
      readonly kind: 'discount';
      readonly code: string;
      readonly basisPoints: number;
      readonly list: Cents;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  | {
      readonly kind: 'net';
      readonly parts: readonly {
        readonly item: ItemKind;
        readonly reason: LineReason;
        readonly amount: Cents;
      }[];
      readonly discount: Cents | null;
      readonly amount: Cents;
    }
  | {
      readonly kind: 'vat';
      readonly net: Cents;
      readonly basisPoints: number;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  | { readonly kind: 'gross'; readonly net: Cents; readonly vat: Cents; readonly amount: Cents }
  /** Several priced lines and their VAT in one amount: a renewal, or the value left at the end of a plan. */
  | {
      readonly kind: 'document';
      readonly lines: readonly DocumentLine[];
      readonly net: Cents;
      readonly vat: Cents;
      readonly amount: Cents;
    }
  /**
   * What some lines add to an order that has others. Its VAT is that of the order with them less that of the
   * order without them, each rounded once (rule C2).
   */
  | {
      readonly kind: 'addition';
      readonly lines: readonly DocumentLine[];
      readonly net: Cents;
      readonly vatWith: Cents;
      readonly vatWithout: Cents;
      readonly amount: Cents;
    }
  /** The sum of a plan's payments. */
  | {
      readonly kind: 'payments';
      readonly parts: readonly {
        readonly on: Day;
        readonly what: 'order' | 'renewal';
        readonly amount: Cents;
      }[];
      readonly amount: Cents;
    }
  | { readonly kind: 'net-cost'; readonly gross: Cents; readonly valueLeft: Cents; readonly amount: Cents }
  /** The net amounts of several renewals, or their VAT, each rounded once for its renewal (rule C2). */
  | {
      readonly kind: 'renewals';
      readonly of: 'net' | 'vat';
      readonly parts: readonly { readonly on: Day; readonly holder: string; readonly amount: Cents }[];
      readonly amount: Cents;
    }
  /** The sum of several orders, each with its holder. */
  | {
      readonly kind: 'orders';
      readonly parts: readonly { readonly holder: string; readonly amount: Cents }[];
      readonly amount: Cents;
    };

type Of<K extends Explanation['kind']> = Extract<Explanation, { kind: K }>;

/** A line as a part of a larger amount. */
export interface DocumentLine {
  readonly item: ItemKind;
  readonly quantity: number;
  readonly yearly: Cents;
  readonly months: Fraction;
  readonly net: Cents;
}

type Sums = Readonly<Record<'net' | 'vat' | 'gross', Cents>>;

/**
 * The calculation of a line (rules C1, D1 to D3): quantity x yearly price x exact months / 12, rounded once.
 */
export function explainLine(
  line: FiguresLine,
  { rule, priceListVersion }: Pick<Figures, 'rule' | 'priceListVersion'>,
): Of<'line'> {
  const { kind: item, reason, quantity, yearly, expiry: from, newExpiry, months, promotion } = line;
  const charged =
    promotion === null ? months : fraction(months.num - promotion.months * months.den, months.den);
  const share = multiply(fraction(quantity * yearly, 12), charged);
  const exact =
    promotion === null ? share : fraction(share.num + quantity * promotion.price * share.den, share.den);
  const basis: MonthsBasis =
    line.basis === 'whole-years'
      ? { kind: 'whole-years' }
      : { kind: 'rule', rule, own: rule === defaultMonthRule };
  return {
    kind: 'line',
    item,
    reason,
    quantity,
    yearly,
    priceListVersion,
    from,
    to: newExpiry,
    apart: monthsAndDays(from, newExpiry, line.anchor),
    months,
    basis,
    promotion,
    exact,
    amount: line.net,
  };
}

/**
 * The convention's reduction: a percentage of the sum of the list lines, rounded once (rule C3). Null if
 * the quote has no convention.
 */
export function explainDiscount(quote: Figures): Of<'discount'> | null {
  if (quote.discount === null) return null;
  const { code, basisPoints, net: amount } = quote.discount;
  const list = (quote.net - amount) as Cents;
  return { kind: 'discount', code, basisPoints, list, exact: fraction(list * basisPoints, 10_000), amount };
}

/** The net total: the sum of the rounded lines, less the convention. */
export const explainNet = ({ lines, discount, net }: Figures): Explanation => ({
  kind: 'net',
  parts: lines.map(({ kind, reason, net: amount }) => ({ item: kind, reason, amount })),
  discount: discount?.net ?? null,
  amount: net,
});

/** VAT on the whole document, rounded once (rule C2). */
export const explainVat = ({ net, vat, vatBasisPoints }: Figures): Explanation => ({
  kind: 'vat',
  net,
  basisPoints: vatBasisPoints,
  exact: fraction(net * vatBasisPoints, 10_000),
  amount: vat,
});

/** The gross total: net plus VAT (rule C2). */
export const explainGross = ({ net, vat, gross }: Sums): Explanation => ({
  kind: 'gross',
  net,
  vat,
  amount: gross,
});

/** The net sum of some lines of a quote, without the convention. */
export const explainPart = (lines: readonly FiguresLine[]): Explanation => ({
  kind: 'net',
  parts: lines.map(({ kind, reason, net: amount }) => ({ item: kind, reason, amount })),
  discount: null,
  amount: sum(lines.map((line) => line.net)),
});

type PricedLine = Omit<DocumentLine, 'item'> & { readonly kind: ItemKind };
const documentLines = (lines: readonly PricedLine[]): readonly DocumentLine[] =>
  lines.map(({ kind: item, quantity, yearly, months, net }) => ({ item, quantity, yearly, months, net }));

/** Priced lines and their VAT as one amount. */
export const explainDocument = (lines: readonly PricedLine[], { net, vat, gross }: Sums): Explanation => ({
  kind: 'document',
  lines: documentLines(lines),
  net,
  vat,
  amount: gross,
});

/** What `lines` add to an order: the sums with them less the sums without them. */
export const explainAddition = (
  lines: readonly PricedLine[],
  together: Sums,
  without: Sums,
): Of<'addition'> => ({
  kind: 'addition',
  lines: documentLines(lines),
  net: (together.net - without.net) as Cents,
  vatWith: together.vat,
  vatWithout: without.vat,
  amount: (together.gross - without.gross) as Cents,
});

/** The gross sum of several orders, each with its holder. */
export const explainOrders = (
  orders: readonly { readonly holder: string; readonly gross: Cents }[],
): Explanation => ({
  kind: 'orders',
  // Made when they are looked at: a session may have ten thousand.
  get parts() {
    return orders.map(({ holder, gross }) => ({ holder, amount: gross }));
  },
  amount: orders.reduce((before, { gross }) => before + gross, 0) as Cents,
});

/** The sum of the net amounts of several renewals, or of their VAT. */
export const explainRenewals = (
  of: 'net' | 'vat',
  renewals: readonly ({ readonly on: Day; readonly holder: string } & Omit<Sums, 'gross'>)[],
): Explanation => ({
  kind: 'renewals',
  of,
  parts: renewals.map(({ on, holder, [of]: amount }) => ({ on, holder, amount })),
  amount: sum(renewals.map((renewal) => renewal[of])),
});
