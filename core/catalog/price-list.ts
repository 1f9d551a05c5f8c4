import { centsSchema, daySchema, z } from '../kernel/parse.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { itemKinds, type ItemKind } from './item.ts';

/** Net yearly prices with their source, in cents. Documents keep the version that they used (rule C6). */
export interface PriceList {
  readonly version: string;
  readonly validFrom: Day;
  readonly source: string;
  readonly notes: string;
  readonly yearly: Readonly<Record<ItemKind, Cents>>;
  readonly vatBasisPoints: number;
  /** First purchase: the first `months` of the service cost `price` in total. */
  readonly promotion: { readonly months: number; readonly price: Cents };
  /**
   * Convention codes of professional orders. Each takes a percentage off the list lines (*own*, rule C3:
   * Aruba does not publish the effect).
   */
  readonly conventions: readonly { readonly code: string; readonly basisPoints: number }[];
}

/** The source of the list of public prices, as the vendor gives it. Screens say it in their language. */
export const publicSource =
  'Prezzi pubblici di Aruba raccolti a ottobre 2026; per lo spazio aggiuntivo Aruba non ne pubblica: importo non ufficiale.';

const priceSchema = centsSchema.refine((value) => value >= 0, 'a price is never negative');

/** A convention code. It is kept in capitals. */
export const conventionCodeSchema = z.string().regex(/^[A-Z0-9-]{3,20}$/);

export const priceListSchema = z.object({
  version: z.string().trim().min(1).max(40),
  validFrom: daySchema,
  source: z.string().max(500),
  notes: z.string().max(2000),
  yearly: z.record(z.enum(itemKinds), priceSchema),
  vatBasisPoints: z.int().min(0).max(10_000),
  promotion: z.object({ months: z.int().min(0).max(12), price: priceSchema }),
  conventions: z
    .array(z.object({ code: conventionCodeSchema, basisPoints: z.int().min(1).max(10_000) }))
    .max(200)
    .readonly(),
});

/**
 * The list in force on a day: the newest whose `validFrom` is not later. If two lists start on the same day,
 * the later one in `lists` wins. Returns undefined if no list is in force yet.
 */
export function priceListOn(lists: Iterable<PriceList>, day: Day): PriceList | undefined {
  let newest: PriceList | undefined;
  for (const list of lists)
    if (list.validFrom <= day && (newest === undefined || list.validFrom >= newest.validFrom)) newest = list;
  return newest;
}

/** The net yearly price of every item kind in both lists, in cents. */
export function comparePriceLists(
  before: PriceList,
  after: PriceList,
): readonly { readonly kind: ItemKind; readonly before: Cents; readonly after: Cents }[] {
  return itemKinds.map((kind) => ({ kind, before: before.yearly[kind], after: after.yearly[kind] }));
}
