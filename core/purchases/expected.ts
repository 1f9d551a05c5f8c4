import type { Day } from '../kernel/day.ts';
import type { Result } from '../kernel/result.ts';
import { figuresOf } from '../orders/cart.ts';
import type { Fit } from '../quotes/calibrate.ts';
import type { Figures, FiguresRefusal } from '../quotes/figures.ts';
import type { Purchase } from './fold.ts';
import type { PurchaseRecord } from './purchase.ts';

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
 * What Aruba should charge if the order is made on that day. The frozen figures stay what they are: they
 * equal these on the day of preparation.
 */
export const expectedOn = (record: PurchaseRecord, day: Day): Result<Figures, FiguresRefusal> =>
  day === record.revision.quote.day
    ? { ok: true, value: record.revision.quote }
    : expectedBy(record, day, frozenReading(record));
