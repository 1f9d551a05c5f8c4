// The simulated vendors of a server: inside its program for one process, or elsewhere.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { simulatorStateSchema } from '../../../core/aruba/protocol.ts';
import type { Fetch } from '../../../core/ports.ts';
import { systemClock, systemIds, systemScheduler } from '../../../electron/adapters/system.ts';
import { readVendor, vendorsFolder, writeVendor } from '../../../electron/studio-server/vendor-files.ts';
import { openVendors } from '../../../electron/studio-server/vendors.ts';
import { simulatorCalls } from '../../../electron/simulator-calls.ts';
import { quietLog } from '../../support/counting-ids.ts';

const data = mkdtempSync(join(tmpdir(), 'allinea-vendors-'));
afterEach(() => rmSync(data, { recursive: true, force: true }));

const open = (folder: string | null) =>
  openVendors({
    folder,
    limits: 'off',
    clock: systemClock,
    scheduler: systemScheduler,
    ids: systemIds,
    log: quietLog,
  });
const inside = { studio: 'studio-1', address: null };

async function dayOf(fetch: Fetch | null): Promise<string> {
  if (fetch === null) throw new Error('It cannot be reached');
  const state = await simulatorCalls(fetch).state();
  if (!state.ok) throw new Error(state.error.reason);
  return simulatorStateSchema.parse(state.value).day;
}

test('a vendor inside belongs to one process, keeps what it has, and each studio has its own', async () => {
  const folder = vendorsFolder(data);
  const first = open(folder);
  const vendor = first.of(inside);
  if (vendor === null) throw new Error('It cannot be reached');
  const today = await dayOf(vendor);
  await simulatorCalls(vendor).act({ action: 'move-day', days: 2 });
  expect(await dayOf(first.of(inside))).not.toBe(today);
  expect(await dayOf(first.of({ studio: 'studio-2', address: null }))).toBe(today);
  first.close();
  const later = open(folder);
  expect(await dayOf(later.of(inside))).not.toBe(today);
  later.close();
  // Several processes may serve this database.
  expect(open(null).of(inside)).toBeNull();
});

test('the vendor of a sample goes along as it is, with what it has done since its document was written', async () => {
  const from = open(vendorsFolder(data));
  const vendor = from.of(inside);
  if (vendor === null) throw new Error('It cannot be reached');
  await dayOf(vendor);
  await simulatorCalls(vendor).act({ action: 'move-day', days: 5 });
  const files = readVendor(join(vendorsFolder(data), inside.studio));
  if (files === null) throw new Error('It has no files');
  expect(files.lines).not.toBeNull();
  from.close();
  const server = join(data, 'server');
  writeVendor(server, 'studio-9', files);
  const to = open(vendorsFolder(server));
  expect(await dayOf(to.of({ studio: 'studio-9', address: null }))).toBe(await dayOf(vendor));
  to.close();
  expect(existsSync(join(vendorsFolder(server), 'vendors.lock'))).toBe(false);
  expect(readdirSync(join(vendorsFolder(server), 'studio-9')).length).toBe(2);
  expect(readVendor(join(data, 'nowhere'))).toBeNull();
});
