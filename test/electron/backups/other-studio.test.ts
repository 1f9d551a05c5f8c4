// A backup of another studio that lies among those of this one is neither previewed nor restored. A studio
// that was moved or made anew knows its own.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { readStudioFile } from '../../../electron/studios/studio-file.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { openOwnFolder, studio, type OwnFolder } from '../../support/own-folder.ts';
import { e1, service } from '../../support/own-host.ts';
import { backedUp, restore } from '../../support/restoring.ts';

let data = '';
let elsewhere = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-here-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'allinea-elsewhere-'));
});
afterEach(() => {
  for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

const person = (familyName: string): Command => ({
  type: 'person/add',
  details: {
    givenName: 'Nina',
    familyName,
    email: `${familyName.toLowerCase()}@x.it`,
    department: '',
    start: null,
    end: null,
  },
});

const otherStudio = { ok: false, error: { reason: 'backup-failed', code: 'foreign' } };

/** Puts a backup of one studio among those of another one. */
function given(from: OwnFolder, name: string, to: OwnFolder, as = name): string {
  mkdirSync(to.copies, { recursive: true });
  copyFileSync(join(from.copies, name), join(to.copies, as));
  return as;
}

async function isRefused(own: OwnFolder, name: string): Promise<void> {
  const before = own.state().workspace;
  expect(await own.backups.preview(name)).toEqual(otherStudio);
  expect(await restore(own, name)).toEqual(otherStudio);
  expect(own.state().workspace.people).toEqual(before.people);
  expect(own.state().workspace.facts).toEqual(before.facts);
}

test('another studio’s backup is refused, under its own name and under the same one', async () => {
  const own = openOwnFolder(data);
  own.do(person('Sala'));
  const other = openOwnFolder(elsewhere, { first: 5000 });
  other.do(person('Verdi'));
  other.do(service(e1));
  const name = await backedUp(other);
  await isRefused(own, given(other, name, own));
  await isRefused(own, given(other, name, own, name.replace('studio-marchetti', 'studio-altro')));
});

test('if one of them is empty the name of the file tells: a studio made anew takes its old backups', async () => {
  const before = openOwnFolder(elsewhere);
  before.do(person('Sala'));
  const name = await backedUp(before);
  const clock = fakeClock();
  clock.advance(60_000);
  const own = openOwnFolder(data, { first: 9000, clock });
  await isRefused(own, given(before, name, own, name.replace('studio-marchetti', 'studio-altro')));
  expect(await restore(own, given(before, name, own))).toMatchObject({ ok: true });
  expect(own.state().workspace.people.size).toBe(1);
});

test('a backup in which no row is the same is known by its commands', async () => {
  const own = openOwnFolder(data);
  own.do(person('Sala'));
  const name = await backedUp(own);
  own.host.undo();
  own.do(person('Testa'));
  expect(await restore(own, name)).toMatchObject({ ok: true });
});

test('a studio that was moved and got another id knows its older backups', async () => {
  const before = openOwnFolder(elsewhere);
  before.do(person('Sala'));
  const name = await backedUp(before);
  before.do(person('Testa'));
  const read = readStudioFile(readFileSync(join(before.copies, await backedUp(before))));
  if (!read.ok) throw new Error(read.error.reason);
  const from = join(data, 'studi', studio.id);
  mkdirSync(from, { recursive: true });
  for (const file of read.value.files) writeFileSync(join(from, file.name), file.text);
  const own = openOwnFolder(data, { first: 9000 });
  const moved = given(before, name, own, name.replace('studio-marchetti', 'studio-di-prima'));
  expect(await restore(own, moved)).toMatchObject({ ok: true });
  expect([...own.state().workspace.people.values()].map(({ familyName }) => familyName)).toEqual(['Sala']);
  expect(readdirSync(own.copies)).toContain(moved);
  // Both computers went on: no command is the same, but their rows are.
  before.do(person('Verdi'));
  before.do(person('Neri'));
  own.do(person('Bianchi'));
  const later = await backedUp(before);
  const late = given(before, later, own, later.replace('studio-marchetti', 'studio-di-prima'));
  expect(await own.backups.preview(late)).toMatchObject({ ok: true });
});
