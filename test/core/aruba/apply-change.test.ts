import { describe, expect, test } from 'vitest';
import { applyChanges, type ReplicaRows } from '../../../core/desk/rows/state.ts';
import { emptyReplica } from '../../../core/desk/rows/tables.ts';
import type { CommandKey, ServiceId } from '../../../core/kernel/id.ts';
import { sortChanges } from '../../../core/aruba/apply-change.ts';
import type { Processed, VendorChange } from '../../../core/aruba/protocol.ts';
import { samplePriceList } from '../../../electron/simulator/sample/sample-price-list.ts';
import { sampleState } from '../../../electron/simulator/sample/sample.ts';
import { day } from '../../support/samples.ts';
import { picture } from '../../support/workspace-bench.ts';

const today = day('2026-11-24');
const { services, orders } = {
  services: sampleState(today).services.rows(),
  orders: sampleState(today).orders.rows(),
};
const processed: Processed = {
  key: '01930000-0000-7000-8000-000000000001' as CommandKey,
  errorCode: '0000',
  errorDescription: '',
  orderNumber: null,
  vendorQuote: null,
};
const [first] = services;
if (first === undefined) throw new Error('The sample has services');

const changes: readonly VendorChange[] = [
  { type: 'priceList', priceList: samplePriceList(today) } as VendorChange,
  ...services.map((service) => ({ type: 'service', service }) as VendorChange),
  ...orders.map((order) => ({ type: 'order', order }) as VendorChange),
  { type: 'processed', processed },
  { type: 'serviceDeleted', serviceId: first.id },
];

function after(...rounds: (readonly VendorChange[])[]): string {
  const tables = emptyReplica();
  for (const round of rounds) applyChanges<ReplicaRows>(tables, sortChanges(round).rows);
  return picture(tables);
}

describe('the vendor’s changes', () => {
  test('rows in their order, processed commands apart', () => {
    const sorted = sortChanges(changes);
    expect(sorted.processed).toEqual([processed]);
    expect(sorted.rows.map(({ table }) => table)).toEqual([
      'priceLists',
      ...services.map(() => 'services'),
      ...orders.map(() => 'orders'),
      'services',
    ]);
    expect(sorted.rows.at(-1)).toEqual({ table: 'services', id: first.id, value: null });
  });

  test('told twice, or in pages of any size, they come to the same', () => {
    const once = after(changes);
    expect(after(changes, changes)).toBe(once);
    for (const size of [1, 2, 5, 100]) {
      const pages = Array.from({ length: Math.ceil(changes.length / size) }, (_, page) =>
        changes.slice(page * size, (page + 1) * size),
      );
      expect(after(...pages)).toBe(once);
    }
  });

  test('the later word counts: deleted and bought anew is there', () => {
    const again: VendorChange[] = [
      ...changes,
      { type: 'service', service: { ...first, id: first.id } as (typeof services)[number] } as VendorChange,
    ];
    expect(after(again)).toContain(`services/${first.id satisfies ServiceId} `);
    expect(after(changes)).not.toContain(`services/${first.id} `);
  });
});
