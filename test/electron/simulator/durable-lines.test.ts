// The vendor's memory is a document and one line for each later commit. Nothing is lost, and a commit costs
// only what it changes.
import { expect, test } from 'vitest';
import type { OrderNumber } from '../../../core/kernel/id.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import { sampleState } from '../../../electron/simulator/sample/sample.ts';
import { memoryLines } from '../../support/memory-lines.ts';
import { memoryStore, newKey, openCounter, type Counter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest, renewalRequest } from './requests.ts';

/** The work of a day: orders, users, switches, days, deletions. */
async function work(counter: Counter): Promise<void> {
  const { orderNumber } = await counter.place(await addUsersRequest(counter, { method: 'card' }));
  await counter.cancel((await counter.place(await firstPurchaseRequest(counter))).orderNumber ?? '');
  await counter.place(await renewalRequest(counter, 'fe-rossi'));
  await counter.send('/api/v2/services/fe-neri/users/cneri001', {}, newKey(), 'DELETE');
  await counter.send('/api/v2/carts/client-1', { purchase: null }, null, 'PUT', { 'if-match': '"0"' });
  await counter.act({ action: 'change-price-list', percent: 5 });
  await counter.act({ action: 'pay', orderNumber: '31904417' as OrderNumber });
  await counter.act({ action: 'move-day', days: 95 });
  expect((await counter.order(orderNumber)).state).toBe('active');
}

const picture = async (counter: Counter) => ({
  state: await counter.state(),
  changes: await counter.changes(0),
  services: (await counter.get('/api/v2/services?size=100')).json,
  cart: (await counter.get('/api/v2/carts/client-1')).text,
});

test('after a kill the document and its lines give back everything', async () => {
  const [store, lines] = [memoryStore(), memoryLines()];
  const counter = await openCounter({ store, lines });
  const { writes } = store;
  await work(counter);
  expect(store.writes).toBe(writes);
  const before = await picture(counter);
  const after = await openCounter({
    store: memoryStore(store.text),
    lines: memoryLines(lines.text),
    day: '2026-11-24',
  });
  expect(await picture(after)).toEqual(before);
  const again = await after.send('/api/v2/services/fe-neri/users', {
    username: 'cneri001',
    email: 'a@b.example',
    permissions: ['read'],
  });
  expect(again.json).toMatchObject({ errorCode: '0223' });
});

test('a start folds long lines into the document; a crash between the two changes nothing', async () => {
  const [store, lines] = [memoryStore(), memoryLines()];
  await work(await openCounter({ store, lines }));
  lines.text = ' '.repeat(2 * 1024 * 1024) + lines.text;
  const kept = lines.text;
  const folded = await openCounter({ store, lines, signIn: false });
  expect(lines.text).toBe('');
  const once = await picture(await openCounter({ store: memoryStore(store.text) }));
  const twice = await openCounter({ store: memoryStore(store.text), lines: memoryLines(kept) });
  expect(twice.notice).toBeNull();
  expect(await picture(twice)).toEqual(once);
  expect(await folded.state()).toEqual(once.state);
});

test('a torn last line was never answered: it is as if it had not been asked', async () => {
  const [store, lines] = [memoryStore(), memoryLines()];
  const counter = await openCounter({ store, lines });
  const request = await addUsersRequest(counter);
  const key = newKey();
  await counter.place(request, key);
  const torn = memoryLines(lines.text.slice(0, -40));
  const after = await openCounter({ store: memoryStore(store.text), lines: torn });
  expect(after.notice).toBeNull();
  expect((await after.state()).orders).toHaveLength(1);
  expect(await after.place(request, key)).toMatchObject({ errorCode: accepted, orderNumber: '31904418' });
});

test.each([
  ['garbage', (text: string) => `${text}{"head":\n`],
  ['another document’s line', (text: string) => `{"put":[]}\n${text}`],
])('%s among the lines: both are moved aside, said, and no number is used twice', async (_, spoil) => {
  const [store, lines] = [memoryStore(), memoryLines()];
  const counter = await openCounter({ store, lines });
  const { orderNumber } = await counter.place(await addUsersRequest(counter));
  const spoilt = memoryLines(spoil(lines.text));
  const after = await openCounter({ store: memoryStore(store.text), lines: spoilt, day: '2026-11-25' });
  expect(after.notice).toEqual({ kind: 'simulator-reset', movedTo: 'aside.json' });
  expect(spoilt.movedAside).toEqual([spoil(lines.text)]);
  expect(Number((await after.place(await addUsersRequest(after))).orderNumber)).toBeGreaterThan(
    Number(orderNumber),
  );
});

test('lines that cannot be read, or whose document is lost, are moved aside too', async () => {
  const [store, lines] = [memoryStore(), memoryLines()];
  await work(await openCounter({ store, lines }));
  const orphan = await openCounter({ lines: memoryLines(lines.text) });
  expect(orphan.notice).toEqual({ kind: 'simulator-reset', movedTo: 'lines-aside-1' });
  lines.locked = true;
  expect((await openCounter({ store, lines })).notice).toEqual({
    kind: 'simulator-reset',
    movedTo: 'aside.json',
  });
});

test('a line that could not be written did not happen', async () => {
  const lines = memoryLines();
  const counter = await openCounter({ lines });
  const [request, key] = [await addUsersRequest(counter), newKey()];
  lines.full = true;
  expect(await counter.send('/api/v2/orders', request, key)).toMatchObject({ status: 500 });
  lines.full = false;
  expect((await counter.state()).orders).toHaveLength(1);
  expect((await counter.place(request, key)).orderNumber).toBe('31904418');
});

test('long lines are folded into the document; where that fails the commit stands and it is tried again', async () => {
  const [store, lines] = [memoryStore(), memoryLines()];
  const counter = await openCounter({ store, lines });
  lines.text += `${' '.repeat(5 * 1024 * 1024)}\n`;
  store.broken = true;
  counter.passTime(2000);
  const first = await counter.place(await addUsersRequest(counter));
  expect(first.errorCode).toBe(accepted);
  store.broken = false;
  counter.passTime(2000);
  await counter.act({ action: 'pay', orderNumber: first.orderNumber as OrderNumber });
  expect(lines.text).toBe('');
  const after = await openCounter({ store: memoryStore(store.text), lines });
  expect((await after.order(first.orderNumber)).paid).not.toBeNull();
});

test.each([
  { what: 'one after a pause', megabytes: 5, ms: 1000, folded: true },
  { what: 'one in a row waits', megabytes: 5, ms: 999, folded: false },
  { what: 'a row has an end', megabytes: 17, ms: 0, folded: true },
  { what: 'a clock that was set back is a pause', megabytes: 5, ms: -1, folded: true },
])('long lines are folded when nobody is in a row: $what', async ({ megabytes, ms, folded }) => {
  const [store, lines] = [memoryStore(), memoryLines()];
  const counter = await openCounter({ store, lines });
  await counter.place(await addUsersRequest(counter));
  lines.text += `${' '.repeat(megabytes * 1024 * 1024)}\n`;
  counter.passTime(ms);
  await counter.act({ action: 'change-price-list', percent: 5 });
  expect(lines.text === '').toBe(folded);
});

test('a commit writes what it changes, however much there is: as many bytes with 10,000 services as with 12', async () => {
  const sample = sampleState('2026-11-24' as never);
  const [first] = sample.services;
  if (first === undefined) throw new Error('The sample has services');
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    ...first,
    id: `fe-${index}`,
    vatCode: String(10_000_000_000 + index),
  }));
  const large = JSON.stringify({ ...sample, services: [...sample.services, ...many] });
  const sizes: number[] = [];
  for (const text of [JSON.stringify(sample), large]) {
    const [store, lines] = [memoryStore(text), memoryLines()];
    const counter = await openCounter({ store, lines });
    const before = lines.bytes;
    await counter.place(await addUsersRequest(counter));
    expect(store.writes).toBe(0);
    sizes.push(lines.bytes - before);
  }
  expect(sizes[1]).toBe(sizes[0]);
});

test('a document from before users had permissions, and before methods were stored, opens', async () => {
  const {
    formerUsers: _former,
    storedMethods: _stored,
    skewMinutes: _skew,
    ...rest
  } = JSON.parse(JSON.stringify(sampleState('2026-11-24' as never))) as Record<string, unknown>;
  const old = JSON.stringify(rest).replaceAll(',"permissions":["read","create"]', '');
  expect(old).not.toContain('permissions');
  const counter = await openCounter({ store: memoryStore(old) });
  expect(counter.notice).toBeNull();
  expect((await counter.service('fe-studio')).users[0]).toEqual({
    username: 'aferri01',
    email: 'a.ferri@studiobianchi.example',
    permissions: ['read'],
  });
});
