import { centsSchema, daySchema, z } from '../kernel/parse.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { itemKinds, type ItemKind } from './item.ts';

/** Net yearly prices with their origin; documents keep the version that they used (rule C6). */
export interface PriceList {
  readonly version: string;
  readonly validFrom: Day;
  readonly source: string;
  readonly yearly: Readonly<Record<ItemKind, Cents>>;
  readonly vatBasisPoints: number;
  /** First purchase: the first `months` of the service cost `price` in all. */
  readonly promotion: { readonly months: number; readonly price: Cents };
}

const priceSchema = centsSchema.refine((value) => value >= 0, 'a price is never negative');

export const priceListSchema = z.object({
  version: z.string().min(1).max(40),
  validFrom: daySchema,
  source: z.string().max(500),
  yearly: z.record(z.enum(itemKinds), priceSchema),
  vatBasisPoints: z.int().min(0).max(10_000),
  promotion: z.object({ months: z.int().min(0).max(12), price: priceSchema }),
});

/** The list in force on a day: the newest whose `validFrom` is not later. */
export function priceListOn(lists: Iterable<PriceList>, day: Day): PriceList | undefined {
  let newest: PriceList | undefined;
  for (const list of lists) if (list.validFrom <= day && (newest === undefined || list.validFrom > newest.validFrom)) newest = list;
  return newest;
}
