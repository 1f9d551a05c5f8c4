import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { Result } from '../kernel/result.ts';
import { figuresOf } from '../orders/cart.ts';
import type { Fit } from '../quotes/calibrate.ts';
import type { Figures, FiguresRefusal } from '../quotes/figures.ts';
import type { Purchase } from './fold.ts';
import { paidGross, type PurchaseRecord } from './purchase.ts';

/** The figures of a purchase on a day by one reading, from its frozen inputs (rule C4). */
export function expectedBy(
  { revision }: Pick<PurchaseRecord, 'revision'>,
  day: Day,
  { rule, offPolicy }: Fit,
): Result<Figures, FiguresRefusal> {
  const { content, priceList, service } = revision;
  return figuresOf(content, service ?? undefined, { day, rule, offPolicy, priceList });
}

/** The reading that the purchase was prepared with. */
export const frozenReading = ({ revision }: Pick<PurchaseRecord, 'revision'>): Fit => ({
  rule: revision.quote.rule,
  offPolicy: revision.offPolicy,
});

/** The day that fixes the dates of a purchase: the order's, else today (rule D6). */
export const dayOfPurchase = ({ ordered }: Purchase, today: Day): Day => ordered?.day ?? today;

/**
 * The day whose figures a cart showed: the day on which somebody looked, or the order's if it came first. An
 * order made days after the look has other dates and another total than the cart had.
 */
export const dayOfComparison = ({ ordered }: Purchase, seenOn: Day): Day =>
  ordered !== null && ordered.day < seenOn ? ordered.day : seenOn;

/**
 * What Aruba should charge if the order is made on that day. The frozen figures stay what they are: they
 * equal these on the day of preparation.
 */
export const expectedOn = (record: PurchaseRecord, day: Day): Result<Figures, FiguresRefusal> =>
  day === record.revision.quote.day
    ? { ok: true, value: record.revision.quote }
    : expectedBy(record, day, frozenReading(record));

/**
 * The figures of the day of the order. If nothing can be priced on that day the frozen ones: an order that
 * exists at Aruba can always be paid and become active here, whatever was known wrongly.
 */
export function orderedFigures(purchase: Purchase): Figures {
  const { record, ordered } = purchase;
  const { quote } = record.revision;
  if (ordered === null) return quote;
  const known = ofOrders.get(purchase);
  if (known !== undefined) return known;
  const expected = expectedOn(record, ordered.day);
  const figures = expected.ok ? expected.value : quote;
  ofOrders.set(purchase, figures);
  return figures;
}

/** The figures to show on a day: those of the order if there is one, else what Aruba should charge then. */
export const figuresNow = (purchase: Purchase, today: Day): Result<Figures, FiguresRefusal> =>
  purchase.ordered === null
    ? expectedOn(purchase.record, today)
    : { ok: true, value: orderedFigures(purchase) };

const ofOrders = new WeakMap<Purchase, Figures>();

/** What is paid: what Aruba showed if somebody typed it, else what is expected. Gross cents. */
export function grossToPay(purchase: Purchase): Cents {
  const figures = orderedFigures(purchase);
  const paid = purchase.compared === null ? null : paidGross(purchase.compared.receipt, figures);
  return paid ?? figures.gross;
}
