import { expect, test } from 'vitest';
import { createStudioReplica } from '../../../../core/desk/register/studio-replica.ts';
import { applyChanges, type WorkspaceChange, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../../../core/desk/rows/tables.ts';
import { noVendorMark, vendorRowOf } from '../../../../core/desk/rows/vendor-changes.ts';
import { priceList } from '../../../support/samples.ts';

const list = { ...priceList, version: 'of the vendor' };
const said = vendorRowOf({ table: 'priceLists', id: list.version, value: list });

test('without a vendor Aruba’s public price list; with one its own alone, whether it was there at the start or came later', () => {
  const tables = emptyWorkspace();
  const later = createStudioReplica(tables);
  const [publicList] = later.tables.priceLists.keys();
  expect(later.tables.priceLists.size).toBe(1);
  const changes: readonly WorkspaceChange[] = [said];
  applyChanges<WorkspaceRows>(tables, changes);
  expect(later.follow(changes).map(({ id, value }) => [id, value !== null])).toEqual([
    [publicList, false],
    [list.version, true],
  ]);
  const whole = createStudioReplica(tables);
  for (const replica of [later, whole]) expect([...replica.tables.priceLists.keys()]).toEqual([list.version]);
  expect(later.follow([{ table: 'vendorRows', id: said.id, value: null }])).toEqual([
    { table: 'priceLists', id: list.version, value: null },
  ]);
});

test('the calendar is the vendor’s', () => {
  const tables = emptyWorkspace();
  const replica = createStudioReplica(tables);
  expect(replica.dayOffset).toBe(0);
  tables.vendorMarks.set('vendor', { ...noVendorMark, dayOffset: 40 });
  expect(replica.dayOffset).toBe(40);
});
