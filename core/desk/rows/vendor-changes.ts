// The vendor's changes as rows of a shared studio, and back.
import { allRows, type ReplicaChange, type ReplicaRows, type Tables, type WorkspaceChange } from './state.ts';
import type { VendorMark, VendorRow } from './vendor-rows.ts';

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

/** Nothing was read yet, by a server. */
export const noVendorMark: VendorMark = {
  id: 'vendor',
  epoch: null,
  cursor: 0,
  dayOffset: 0,
  lastSync: null,
  link: 'idle',
};

/** What one desk knew of the vendor, for the server that exchanges from now on: it reads everything anew. */
export const vendorRowsOf = (replica: Tables<ReplicaRows>, dayOffset: number): readonly WorkspaceChange[] => [
  ...allRows<ReplicaRows>(replica).map(vendorRowOf),
  { table: 'vendorMarks', id: 'vendor', value: { ...noVendorMark, dayOffset } },
];
