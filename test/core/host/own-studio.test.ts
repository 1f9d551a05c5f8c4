// A studio of one's own on the real host. It has no vendor but a register of facts. The rest is as elsewhere.
import { expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import type { ChangedEvent } from '../../../core/bridge/contract.ts';
import type { Host } from '../../../core/host/host.ts';
import type { CartId, ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';

const rowsOf = (host: Host, table: string): unknown[] =>
  host
    .snapshot()
    .changes.filter((change) => change.table === table)
    .map(({ value }) => value);

test('a service that is typed is there at once, for the screen and after a restart', () => {
  const disk = memoryDisk();
  const host = openOwn(disk);
  const events: ChangedEvent[] = [];
  host.onChanged((event) => void events.push(event));
  submit(host, service(e1));
  expect(events.at(-1)?.changes.filter(({ table }) => table === 'services')).toHaveLength(1);
  const [shown] = rowsOf(host, 'services') as [{ id: string; items: { kind: string; quantity: number }[] }];
  expect(shown.items.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['e-invoicing', 1],
    ['user', 3],
    ['documents', 1],
  ]);
  expect(host.snapshot().sync.link).toBe('none');
  expect(rowsOf(openOwn(disk, 500), 'services')).toEqual([shown]);
});

test('the cart of rule E1 reads 70,99 on the fold', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [{ id }] = rowsOf(host, 'services') as [{ id: ServiceId }];
  const made = submit(host, { type: 'cart/open', serviceId: id });
  submit(host, { type: 'cart/quantity', cartId: made.carts?.[0] as CartId, quantity: 2 });
  const state = stateOf(host);
  const [cart] = [...state.workspace.carts.values()];
  const figures = cart === undefined ? undefined : cartFigures(state, cart);
  expect(figures).toMatchObject({ ok: true, value: { net: 5819, vat: 1280, gross: 7099 } });
});

test('the same list again changes nothing; one undo takes a whole list back', () => {
  const host = openOwn(memoryDisk());
  const list = { kind: 'sheet', file: 'servizi.xlsx', row: 2 };
  submit(host, service(e1, null, list));
  const [{ id }] = rowsOf(host, 'services') as [{ id: ServiceId }];
  expect(submit(host, service(e1, id, list))).toEqual({});
  expect(host.undo().ok).toBe(true);
  expect([rowsOf(host, 'services'), rowsOf(host, 'facts')]).toEqual([[], []]);
  expect(host.redo().ok).toBe(true);
  expect(rowsOf(host, 'services')).toHaveLength(1);
});

test('a person who types another value on the same day replaces it; a list that differs is a dispute', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [{ id }] = rowsOf(host, 'services') as [{ id: ServiceId }];
  submit(host, service({ expiry: '2027-03-16' }, id));
  const expiry = (): unknown =>
    (rowsOf(host, 'services') as [{ items: { expiry: string }[] }])[0].items[0]?.expiry;
  expect(expiry()).toBe('2027-03-16');
  submit(host, service({ expiry: '2027-03-20' }, id, { kind: 'sheet', file: 'a.csv', row: 3 }));
  // Nothing earlier is agreed, so the service has no expiry until the person settles it.
  expect(expiry()).toBeUndefined();
  const typed = (rowsOf(host, 'facts') as { id: string; value: unknown; corrects: string | null }[]).find(
    ({ value }) => value === '2027-03-16',
  );
  submit(host, { type: 'register/settle', factId: typed?.id as never, reason: 'visto in Aruba' });
  expect(expiry()).toBe('2027-03-16');
});

test('a correction restores, with its reason; a corrected fact cannot be corrected again', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const fact = (rowsOf(host, 'facts') as { id: string; field: string }[]).find(
    ({ field }) => field === 'holder',
  );
  const correct = {
    type: 'register/correct',
    factId: fact?.id,
    value: 'Marchetti srl',
    reason: 'ragione sociale',
  };
  submit(host, correct as Command);
  expect((rowsOf(host, 'services') as [{ holder: string }])[0].holder).toBe('Marchetti srl');
  expect(host.submit(correct as Command)).toMatchObject({ error: { reason: 'already-corrected' } });
  expect(host.submit({ ...correct, value: 7 } as Command).ok).toBe(false);
});

test('what was said about columns comes with the list and goes with its undo; a staff list has its own', () => {
  const disk = memoryDisk();
  const host = openOwn(disk);
  submit(host, { type: 'columns/remember', choices: [{ key: 'note', use: 'department' }] });
  const list = {
    ...service(e1),
    columns: [
      { key: 'note', use: 'note' },
      { key: 'codgest', use: 'unused' },
    ],
  } as Command;
  submit(host, list);
  expect(rowsOf(host, 'serviceColumns')).toEqual([
    { id: 'note', use: 'note' },
    { id: 'codgest', use: 'unused' },
  ]);
  expect(host.undo().ok).toBe(true);
  expect([rowsOf(host, 'serviceColumns'), rowsOf(host, 'facts')]).toEqual([[], []]);
  expect(rowsOf(host, 'columnMappings')).toEqual([{ id: 'note', use: 'department' }]);
  submit(host, list);
  // The same answers again are not a step.
  submit(host, { ...list, entries: [] } as Command);
  expect(host.undo().ok).toBe(true);
  expect(rowsOf(host, 'serviceColumns')).toEqual([]);
  submit(host, list);
  const forget = { type: 'register/record', asOf: today, entries: [], columns: [{ key: 'note', use: null }] };
  submit(host, forget as Command);
  expect(rowsOf(openOwn(disk, 100), 'serviceColumns')).toEqual([{ id: 'codgest', use: 'unused' }]);
});

test('what only a vendor could process is refused, and nothing waits to be sent', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [{ id }] = rowsOf(host, 'services') as [{ id: ServiceId }];
  expect(host.submit({ type: 'automatic-renewal/switch', serviceId: id, on: true })).toEqual({
    ok: false,
    error: { reason: 'bought-at-aruba' },
  });
  expect(rowsOf(host, 'outbox')).toEqual([]);
});

test('nothing of the simulator is in a studio of one’s own', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const text = JSON.stringify(host.snapshot());
  expect(text).not.toMatch(
    /IT\d{2}[A-Z]\d{10}|simula|example|8841207|3190\d{4}|Studio Bianchi|COMMERCIALISTI/i,
  );
});

test('a new service without an expiry, or with a wrong VAT number, is refused with what is missing', () => {
  const host = openOwn(memoryDisk());
  expect(host.submit(service({ holder: 'Alba', kind: 'e-invoicing' }))).toMatchObject({
    error: { reason: 'service-incomplete', missing: 'expiry' },
  });
  expect(host.submit(service({ ...e1, vatCode: '01234560513' }))).toMatchObject({
    error: { reason: 'bad-vat-code' },
  });
  expect(rowsOf(host, 'facts')).toEqual([]);
});

test('a VAT number of no country is refused, also as a correction; one that the register has stays', () => {
  const host = openOwn(memoryDisk());
  for (const vatCode of ['GB999', 'XX123456789', '-'])
    expect(host.submit(service({ ...e1, vatCode }))).toMatchObject({ error: { reason: 'bad-vat-code' } });
  submit(host, service({ ...e1, vatCode: 'DE123456789' }));
  const fact = [...stateOf(host).workspace.facts.values()].find(({ field }) => field === 'vatCode');
  const correct = (value: string): Command =>
    ({ type: 'register/correct', factId: fact?.id, value, reason: 'letto male' }) as Command;
  expect(host.submit(correct('GB999'))).toMatchObject({ error: { reason: 'bad-vat-code' } });
  // It may be a year old, or from a version that took any text.
  submit(host, service({ vatCode: 'DE123456789', caretaker: 'Anna' }, fact?.about));
  submit(host, correct('GB123456789'));
  expect([...stateOf(host).replica.services.values()].map(({ vatCode }) => vatCode)).toEqual(['GB123456789']);
});
