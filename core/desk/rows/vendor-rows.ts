// What the server of a shared studio last knew of the vendor: its exchange runs there, and the desks read the
// result as rows. Empty in every other studio.
import { vendorCartSchema } from '../../aruba/protocol.ts';
import { priceListSchema } from '../../catalog/price-list.ts';
import { z } from '../../kernel/parse.ts';
import { orderSchema } from '../../orders/order.ts';
import { serviceSchema } from '../../services/service.ts';
import type { Link } from '../../sync/engine.ts';
import type { ReplicaChange, ReplicaRows } from './state.ts';

/** One row of the vendor's last confirmed state, under a name that tells its table. */
export type VendorRow = {
  [T in keyof ReplicaRows]: { readonly id: string; readonly table: T; readonly row: ReplicaRows[T] };
}[keyof ReplicaRows];

export const vendorRowSchema: z.ZodType<VendorRow> = z.discriminatedUnion('table', [
  z.object({ id: z.string(), table: z.literal('services'), row: serviceSchema }),
  z.object({ id: z.string(), table: z.literal('orders'), row: orderSchema }),
  z.object({ id: z.string(), table: z.literal('priceLists'), row: priceListSchema }),
  z.object({ id: z.string(), table: z.literal('vendorCarts'), row: vendorCartSchema }),
]);

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

const nameOf = (table: keyof ReplicaRows, id: string): string => `${table}/${id}`;

/** The row in which the server keeps a change of the vendor. */
export function vendorRowOf({ table, id, value }: ReplicaChange): {
  readonly table: 'vendorRows';
  readonly id: string;
  readonly value: VendorRow | null;
} {
  const name = nameOf(table, id);
  return {
    table: 'vendorRows',
    id: name,
    value: value === null ? null : ({ id: name, table, row: value } as VendorRow),
  };
}

/** The change of the vendor that a row keeps. */
export function replicaChangeOf(name: string, value: VendorRow | null): ReplicaChange {
  const at = name.indexOf('/');
  const table = name.slice(0, at) as keyof ReplicaRows;
  return { table, id: name.slice(at + 1), value: value?.row ?? null } as ReplicaChange;
}
