// Two purchases with one order number, as files of older versions may have them: the order stays as long as
// one of them is there.
import { expect, test } from 'vitest';
import { createRegisterReplica } from '../../../../core/desk/register/register-replica.ts';
import { applyChanges, type WorkspaceChange } from '../../../../core/desk/rows/state.ts';
import { copyOf } from '../../../../core/desk/rows/tables.ts';
import type { OrderNumber, PurchaseId } from '../../../../core/kernel/id.ts';
import type { PurchaseRecord } from '../../../../core/purchases/purchase.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { openOwn, stateOf } from '../../../support/own-host.ts';
import { orderE1 } from '../../../support/purchase-desk.ts';

/** A purchase with the number 50012345, another one with it, and what the register makes of them. */
function planted() {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  const workspace = copyOf(stateOf(host).workspace);
  const first = workspace.purchases.get(id);
  if (first === undefined) throw new Error('The purchase is not there');
  const second: PurchaseRecord = { ...first, id: 'second' as PurchaseId, holder: 'Otticanova srl' };
  workspace.purchases.set(second.id, second);
  const replica = createRegisterReplica(workspace);
  return {
    first,
    second,
    holders: () =>
      [...replica.tables.orders.values()]
        .map(({ orderNumber, holder }) => `${orderNumber} ${holder}`)
        .toSorted(),
    write: (...changes: readonly WorkspaceChange[]): void => {
      applyChanges(workspace, changes);
      replica.follow(changes);
    },
  };
}

const gone = ({ id }: PurchaseRecord): WorkspaceChange => ({ table: 'purchases', id, value: null });

test('the order of the purchase that is left stays', () => {
  const { second, holders, write } = planted();
  expect(holders()).toEqual(['50012345 Otticanova srl']);
  write(gone(second));
  expect(holders()).toEqual(['50012345 Studio Marchetti']);
});

test('the order is gone with the last of them, in one step or in two', () => {
  const one = planted();
  one.write(gone(one.first), gone(one.second));
  expect(one.holders()).toEqual([]);
  const two = planted();
  two.write(gone(two.second));
  two.write(gone(two.first));
  expect(two.holders()).toEqual([]);
});

test('a number that one purchase gives to another one in one step is the other’s', () => {
  const { first, second, holders, write } = planted();
  write(gone(second));
  const renumbered: PurchaseRecord = {
    ...first,
    events: first.events.map((event) =>
      event.what.kind === 'ordered'
        ? { ...event, what: { ...event.what, orderNumber: '7' as OrderNumber } }
        : event,
    ),
  };
  write(
    { table: 'purchases', id: second.id, value: second },
    { table: 'purchases', id: first.id, value: renumbered },
  );
  expect(holders()).toEqual(['50012345 Otticanova srl', '7 Studio Marchetti']);
});
