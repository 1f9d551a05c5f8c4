// A restore beside purchases: nothing comes back that would be bought twice, and what was bought keeps its
// service.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import type { CartId, ClientId, PurchaseId } from '../../../core/kernel/id.ts';
import { foldPurchase } from '../../../core/purchases/fold.ts';
import { openOwnFolder, type OwnFolder } from '../../support/own-folder.ts';
import { e1, service, submit, today } from '../../support/own-host.ts';
import { happened, orderE1, ordered, preparedE1 } from '../../support/purchase-desk.ts';
import { backedUp, restore } from '../../support/restoring.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-restore-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const purchases = (own: OwnFolder) =>
  [...own.state().workspace.purchases.values()].map((record) => {
    const { state, ordered: order } = foldPurchase(record);
    return { id: record.id, state, number: order?.orderNumber ?? null };
  });

const activate = (purchaseId: PurchaseId): Command => ({
  type: 'purchase/activate',
  purchaseId,
  day: today,
  expiries: [],
  automaticRenewal: null,
});

async function effectsOf(own: OwnFolder, name: string) {
  const preview = await own.backups.preview(name);
  if (!preview.ok) throw new Error(preview.error.reason);
  return Object.fromEntries(preview.value.effects.map(({ group, ...effect }) => [group, effect]));
}

/** Another purchase from the cart that undoing the first one has left, with an order number. */
function boughtAgain(own: OwnFolder, orderNumber: string): PurchaseId {
  const [cartId] = own.state().workspace.carts.keys() as Iterable<CartId>;
  submit(own.host, { type: 'cart/quantity', cartId: cartId as CartId, quantity: 4 });
  const made = submit(own.host, { type: 'purchase/prepare', cartId: cartId as CartId }).purchases?.[0];
  const id = made as PurchaseId;
  submit(own.host, happened(id, { kind: 'unsure', day: today }));
  submit(own.host, happened(id, ordered(orderNumber)));
  submit(own.host, happened(id, { kind: 'paid', day: today }));
  return id;
}

test('a purchase does not come back beside another open one for its service, and the preview says so', async () => {
  const own = openOwnFolder(data);
  preparedE1(own.host);
  const name = await backedUp(own);
  own.host.undo();
  const second = boughtAgain(own, '88');
  const effects = await effectsOf(own, name);
  expect(effects['purchases']).toBeUndefined();
  expect(effects['purchases-away']).toMatchObject({ lost: { count: 1, names: ['Studio Marchetti'] } });
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(purchases(own)).toEqual([{ id: second, state: 'paid', number: '88' }]);
});

test('a purchase that is gone comes back if nothing is in its way', async () => {
  const own = openOwnFolder(data);
  const id = preparedE1(own.host);
  const name = await backedUp(own);
  own.host.undo();
  const effects = await effectsOf(own, name);
  expect(effects['purchases']).toMatchObject({ back: { count: 1 } });
  expect(effects['purchases-away']).toBeUndefined();
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(purchases(own)).toEqual([{ id, state: 'prepared', number: null }]);
});

test('a purchase whose order number another one has does not come back, nor do the facts that it made', async () => {
  const own = openOwnFolder(data);
  const first = orderE1(own.host);
  submit(own.host, happened(first, { kind: 'paid', day: today }));
  submit(own.host, activate(first));
  const name = await backedUp(own);
  while (own.state().workspace.purchases.size > 0) own.host.undo();
  const second = boughtAgain(own, '50012345');
  submit(own.host, activate(second));
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(purchases(own)).toEqual([{ id: second, state: 'active', number: '50012345' }]);
  const sources = [...own.state().workspace.facts.values()].flatMap(({ source }) =>
    source.kind === 'order' ? [source.id] : [],
  );
  expect(new Set(sources)).toEqual(new Set([second]));
  expect(own.state().replica.orders.size).toBe(1);
});

test('the command itself refuses a purchase that would be bought twice', () => {
  const own = openOwnFolder(data);
  const first = preparedE1(own.host);
  const record = own.state().workspace.purchases.get(first);
  own.host.undo();
  const change = { table: 'purchases', id: first, value: record };
  const again = { type: 'studio/restore', changes: [change] } as Command;
  boughtAgain(own, '88');
  expect(own.host.submit(again)).toEqual({ ok: false, error: { reason: 'not-restorable' } });
  while (own.state().workspace.purchases.size > 0) own.host.undo();
  expect(own.host.submit(again)).toMatchObject({ ok: true });
});

test('the service of a purchase stays, even if the backup is from before it was recorded', async () => {
  const own = openOwnFolder(data);
  const name = await backedUp(own);
  const id = preparedE1(own.host);
  own.do(service({ ...e1, holder: 'Vivai Toscani', vatCode: '04455660425' }));
  expect(await effectsOf(own, name)).toMatchObject({ services: { lost: { names: ['Vivai Toscani'] } } });
  expect(await restore(own, name)).toMatchObject({ ok: true });
  const holders = [...own.state().replica.services.values()].map(({ holder }) => holder);
  expect(holders).toEqual(['Studio Marchetti']);
  // The purchase goes on, and its service stays once it is active.
  submit(own.host, happened(id, { kind: 'unsure', day: today }));
  submit(own.host, happened(id, ordered()));
  submit(own.host, happened(id, { kind: 'paid', day: today }));
  submit(own.host, activate(id));
  const items = [...own.state().replica.services.values()].map((found) => found.items.length);
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect([...own.state().replica.services.values()].map((found) => found.items.length)).toEqual(items);
});

test('what was recorded later of a service in the backup goes back, also if a purchase names it', async () => {
  const own = openOwnFolder(data);
  preparedE1(own.host);
  const name = await backedUp(own);
  const [about] = own.state().replica.services.keys();
  own.do(service({ account: '1234567@aruba.it' }, about as never));
  const before = own.state().workspace.facts.size;
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(own.state().workspace.facts.size).toBe(before - 1);
});

test('a client does not come back beside the service of its first purchase', async () => {
  const own = openOwnFolder(data);
  const empty = await backedUp(own);
  const client: Command = { type: 'client/add', name: 'Otticanova srl', vatCode: '05566770516' };
  const clientId = submit(own.host, client).clients?.[0] as ClientId;
  const opened = submit(own.host, { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' });
  const name = await backedUp(own);
  const made = submit(own.host, { type: 'purchase/prepare', cartId: opened.carts?.[0] as CartId });
  const id = made.purchases?.[0] as PurchaseId;
  submit(own.host, happened(id, { kind: 'unsure', day: today }));
  submit(own.host, happened(id, ordered()));
  submit(own.host, happened(id, { kind: 'paid', day: today }));
  // Until then the client waits for the service: nobody adds it anew and buys again.
  expect(await restore(own, empty)).toEqual({ ok: true, value: { changes: 0 } });
  expect(await restore(own, name)).toEqual({ ok: true, value: { changes: 0 } });
  expect(own.state().workspace.clients.size).toBe(1);
  submit(own.host, activate(id));
  expect(own.state().workspace.clients.size).toBe(0);
  expect(await restore(own, name)).toEqual({ ok: true, value: { changes: 0 } });
  expect(own.state().workspace.clients.size).toBe(0);
  expect(own.state().replica.services.size).toBe(1);
});
