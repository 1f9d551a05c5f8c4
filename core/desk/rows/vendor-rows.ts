// What the server of a shared studio last knew of the vendor: its exchange runs there, and the desks read the
// result as rows. Empty in every other studio.
import { vendorCartSchema } from '../../aruba/protocol.ts';
import { priceListSchema } from '../../catalog/price-list.ts';
import { z } from '../../kernel/parse.ts';
import { orderSchema } from '../../orders/order.ts';
import { serviceSchema } from '../../services/service.ts';
import type { Link } from '../../sync/engine.ts';

/** One row of the vendor's last confirmed state, under a name that tells its table. */
export const vendorRowSchema = z.discriminatedUnion('table', [
  z.object({ id: z.string(), table: z.literal('services'), row: serviceSchema }),
  z.object({ id: z.string(), table: z.literal('orders'), row: orderSchema }),
  z.object({ id: z.string(), table: z.literal('priceLists'), row: priceListSchema }),
  z.object({ id: z.string(), table: z.literal('vendorCarts'), row: vendorCartSchema }),
]);
export type VendorRow = z.output<typeof vendorRowSchema>;

const links = [
  'idle',
  'online',
  'offline',
  'sign-in-needed',
  'unreadable',
  'too-much',
  'waiting',
  'broken',
] as const satisfies readonly Link[];

/** How far the vendor was read, and how the last exchange ended. One record, id `vendor`. */
export const vendorMarkSchema = z.object({
  id: z.literal('vendor'),
  /** The vendor's past that was read. Null if it was never read. */
  epoch: z.string().nullable(),
  cursor: z.int().min(0),
  /** The days by which the vendor's calendar is ahead of the server's. */
  dayOffset: z.int(),
  /** When an exchange succeeded: milliseconds since 1970. A later success may not be noted yet. */
  lastSync: z.number().nullable(),
  link: z.enum(links),
});
export type VendorMark = z.output<typeof vendorMarkSchema>;
