// The vendor of a sample is in a thread of its own: as on a network, the desk goes on while it writes, and
// what it has answered is on the disk.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../core/ports.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import { openVendor, type VendorInside } from '../../../electron/vendor-thread/open-vendor.ts';
import { builtThread } from '../../support/built-thread.ts';
import { DiskGate } from '../../support/slow-disk.ts';
import type { SlowVendorData } from '../../support/slow-vendor.ts';

let thread: Awaited<ReturnType<typeof builtThread>>;
beforeAll(async () => {
  thread = await builtThread('test/support/slow-vendor.ts');
}, 60_000);
afterAll(() => thread.remove());

let data = '';
let gate: DiskGate;
let vendor: VendorInside | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-vendor-'));
  gate = new DiskGate();
});
afterEach(async () => {
  gate.letGo();
  await vendor?.close();
  vendor = undefined;
  rmSync(data, { recursive: true, force: true });
});

const owner = { computer: 'here', process: '1 1' };
const place = (): string => join(data, 'studi', 'esempio');

async function open(changed: Partial<SlowVendorData> = {}) {
  const noted: string[] = [];
  const wish = {
    studio: { id: 'esempio', name: 'Esempio', kind: 'sample' },
    place: place(),
    data,
    ends: join(data, 'ends'),
    owner,
    denied: null,
    limits: 'off',
    gate: gate.memory,
    dies: false,
    ...changed,
  } as const;
  vendor = await openVendor(thread.file, wish, {
    log: { info: (event) => noted.push(event), error: (event) => noted.push(event) },
    lost: () => noted.push('lost'),
  });
  return { vendor, noted };
}

/** A sign-in: the vendor writes its token before it answers. */
const signIn = (to: VendorInside, timeoutMs = 60_000): Promise<HttpAnswer> =>
  to.fetch({
    method: 'POST',
    path: '/auth/signin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'password', ...sampleAccount }).toString(),
    timeoutMs,
  });
const lines = (): string => readFileSync(join(place(), 'simulator.changes'), 'utf8');

test('a request on a disk that does not come back: this thread goes on, and nothing is answered yet', async () => {
  const { vendor: opened } = await open();
  gate.hold();
  const answers: HttpAnswer[] = [];
  const asked = signIn(opened).then((answer) => answers.push(answer));
  while (gate.begun === 0) await turn();
  for (let turns = 0; turns < 200; turns += 1) await turn();
  expect([answers, gate.begun, gate.abandoned]).toEqual([[], 1, 0]);
  gate.letGo();
  await asked;
  expect(answers).toMatchObject([{ kind: 'answer', status: 200 }]);
  expect(lines()).toContain('accessToken');
});

test('what was answered is found again at the next start', async () => {
  const { vendor: first } = await open();
  const answer = await signIn(first);
  const token = JSON.parse(answer.kind === 'answer' ? answer.body : '{}') as { access_token: string };
  await first.close();
  const { vendor: second } = await open();
  expect(second.notice).toBeNull();
  const read = await second.fetch({
    method: 'GET',
    path: '/api/v2/orders',
    headers: { authorization: `Bearer ${token.access_token}` },
    timeoutMs: 60_000,
  });
  expect(read).toMatchObject({ kind: 'answer', status: 200 });
});

test('an answer that takes too long is unknown, and the vendor has processed the request all the same', async () => {
  const { vendor: opened } = await open();
  gate.hold();
  expect(await signIn(opened, 50)).toEqual({ kind: 'no-answer' });
  gate.letGo();
  await opened.close();
  expect(lines()).toContain('accessToken');
});

test('a thread that ends by itself: what it was asked is unknown, afterwards nobody can be reached', async () => {
  const { vendor: opened, noted } = await open({ dies: true });
  expect(await signIn(opened)).toEqual({ kind: 'no-answer' });
  expect(noted).toEqual(['vendor.thread-ended']);
  expect(await signIn(opened)).toEqual({ kind: 'unreachable' });
});

test('a disk that takes nothing: opening says its code', async () => {
  await expect(open({ denied: 'EROFS' })).rejects.toMatchObject({ code: 'EROFS' });
});

test('a card of another computer: nothing more is written, nothing is answered, and the desk is told', async () => {
  const { vendor: opened, noted } = await open();
  await signIn(opened);
  const before = lines();
  const card = { computer: { id: 'elsewhere', name: 'elsewhere' }, process: '1 1', operator: 'Anna' };
  writeFileSync(join(data, 'in-uso.json'), JSON.stringify({ ...card, since: 1, count: 1 }));
  const answer = await signIn(opened);
  expect(answer.kind === 'answer' ? answer.status : 0).not.toBe(200);
  expect(noted).toContain('lost');
  expect(lines()).toBe(before);
});

test('a memory that cannot be read is kept under another name, and the vendor begins with the sample', async () => {
  const { vendor: first } = await open();
  await first.close();
  writeFileSync(join(place(), 'simulator.json'), '{"schema');
  const { vendor: second, noted } = await open();
  expect(second.notice).toMatchObject({ kind: 'simulator-reset', movedTo: expect.stringContaining('.json') });
  expect(noted).toEqual(['simulator.document-unreadable']);
  expect(await signIn(second)).toMatchObject({ kind: 'answer', status: 200 });
});
