// Backups of a studio in a real folder: when they are made, where they go, and what is never one.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk } from '../../../electron/adapters/node-disk.ts';
import { thisWriter } from '../../../electron/adapters/this-program.ts';
import { carryOut } from '../../../electron/backups/backup-tasks.ts';
import { reasonAtOpening } from '../../../electron/backups/studio-backups.ts';
import { readStudioFile } from '../../../electron/studios/studio-file.ts';
import { openOwnFolder, studio, type OwnFolder } from '../../support/own-folder.ts';

const hour = 3_600_000;
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-backups-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const copies = (own: OwnFolder): readonly string[] =>
  existsSync(own.copies) ? readdirSync(own.copies).toSorted() : [];

/** Lets the time pass, with the looks that fall due, and waits for what they began. */
async function pass(own: OwnFolder, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 60_000) {
    own.scheduler.advance(60_000);
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  }
}

const client = (own: OwnFolder, name: string, vatCode: string): void =>
  own.do({ type: 'client/add', name, vatCode });

test('the first look makes a backup, each hour with a change another one, an hour without none', async () => {
  const own = openOwnFolder(data);
  await pass(own, 60_000);
  expect(copies(own)).toHaveLength(1);
  expect(copies(own)[0]).toMatch(/^studio-marchetti_2026-11-\d\dT[\d-]+Z_n1_c0_lavoro\.allinea$/);
  await pass(own, 3 * hour);
  expect(copies(own)).toHaveLength(1);
  client(own, 'Officine Rossi srl', '01234560512');
  await pass(own, 60_000);
  expect(copies(own)).toHaveLength(2);
  client(own, 'Vivai Toscani', '04455660425');
  await pass(own, 30 * 60_000);
  expect(copies(own)).toHaveLength(2);
  await pass(own, 31 * 60_000);
  expect(copies(own)).toHaveLength(3);
  const state = await own.backups.list();
  expect(state).toMatchObject({ folder: own.copies, chosen: null, missing: false, trouble: null });
  expect(state.entries.map(({ number }) => number)).toEqual([3, 2, 1]);
});

test('a backup is a studio file that another computer opens', async () => {
  const own = openOwnFolder(data);
  client(own, 'Officine Rossi srl', '01234560512');
  expect(await own.backups.make('asked')).toEqual({ ok: true, value: null });
  const read = readStudioFile(readFileSync(join(own.copies, copies(own)[0] ?? '')));
  expect(read.ok && read.value.name).toBe('Studio Marchetti');
  expect(read.ok && read.value.files.map(({ text }) => text).join('')).toContain('Officine Rossi srl');
});

test('a damaged studio is no backup, and the good one before it stays', async () => {
  const own = openOwnFolder(data);
  await own.backups.make('asked');
  const [good] = copies(own);
  client(own, 'Officine Rossi srl', '01234560512');
  const journal = join(own.from, 'journal-1.changes');
  const other = join(own.from, 'journal-2.changes');
  const file = existsSync(journal) && readFileSync(journal, 'utf8').includes('Rossi') ? journal : other;
  writeFileSync(file, readFileSync(file, 'utf8').replace('Rossi', 'Bossi'));
  expect(await own.backups.make('asked')).toEqual({
    ok: false,
    error: { reason: 'backup-failed', code: 'not-sound' },
  });
  expect(copies(own)).toEqual([good]);
  expect(await own.backups.list()).toMatchObject({ trouble: 'not-sound' });
});

test('a studio that is only read is never backed up', async () => {
  const own = openOwnFolder(data);
  own.writes = false;
  expect(await own.backups.make('asked')).toEqual({ ok: false, error: { reason: 'read-only' } });
  await pass(own, 2 * hour);
  expect(copies(own)).toEqual([]);
});

test('a chosen folder that is gone is said; backups go home meanwhile and return by themselves', async () => {
  const own = openOwnFolder(data);
  const usb = join(data, 'usb');
  mkdirSync(usb);
  own.chosen = usb;
  await own.backups.choose();
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  const there = await own.backups.list();
  expect(there).toMatchObject({ chosen: usb, missing: false });
  expect(there.folder.startsWith(usb)).toBe(true);
  expect(there.entries).toMatchObject([{ chosen: true, why: 'asked' }]);

  renameSync(usb, `${usb}-away`);
  client(own, 'Officine Rossi srl', '01234560512');
  await pass(own, 2 * hour);
  expect(existsSync(usb)).toBe(false);
  expect(await own.backups.list()).toMatchObject({ missing: true, folder: own.copies });
  expect(copies(own)).toHaveLength(1);

  renameSync(`${usb}-away`, usb);
  client(own, 'Vivai Toscani', '04455660425');
  await pass(own, 2 * hour);
  const healed = await own.backups.list();
  expect(healed).toMatchObject({ missing: false });
  expect(healed.entries[0]).toMatchObject({ number: 3, chosen: true });
});

test('a disk that is full leaves no half file and no fewer backups', async () => {
  const own = openOwnFolder(data);
  await own.backups.make('asked');
  const before = copies(own);
  client(own, 'Officine Rossi srl', '01234560512');
  own.clock.advance(hour);
  const full = {
    ...nodeDisk,
    open(path: string) {
      const file = nodeDisk.open(path);
      return {
        ...file,
        write: () => {
          throw Object.assign(new Error(), { code: 'ENOSPC' });
        },
      };
    },
  };
  const wish = {
    studio,
    from: own.from,
    to: { root: data, folder: own.copies },
    why: 'asked',
    now: own.clock.now(),
  } as const;
  expect(await carryOut({ name: 'make', input: wish }, full)).toEqual({
    ok: false,
    error: { code: 'ENOSPC' },
  });
  expect(copies(own)).toEqual(before);
});

test('another version and an older format are noticed by the first bytes of the studio', () => {
  const own = openOwnFolder(data);
  own.host.seed([], () => []);
  const { version } = thisWriter;
  expect(reasonAtOpening(own.from, version, nodeDisk)).toBeNull();
  // A newer version of Allinea, and one that was put back.
  for (const other of ['0.2.0', '0.0.9']) expect(reasonAtOpening(own.from, other, nodeDisk)).toBe('version');
  const file = join(own.from, 'workspace.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"schemaVersion":4', '"schemaVersion":3'));
  expect(reasonAtOpening(own.from, version, nodeDisk)).toBe('format');
  expect(reasonAtOpening(join(data, 'nowhere'), version, nodeDisk)).toBeNull();
});
