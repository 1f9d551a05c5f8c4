// An erased person leaves every file that the program wrote: backups, exports, files that were set aside.
// What cannot be reached is told, remembered by id alone, and done at the next visit.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { wordsOf } from '../../../electron/backups/words-of.ts';
import { rememberSaved } from '../../../electron/backups/backup-settings.ts';
import { lockFile } from '../../../electron/studios/locked-file.ts';
import { packStudio, readStudioFile } from '../../../electron/studios/studio-file.ts';
import { openOwnFolder, studio, type OwnFolder } from '../../support/own-folder.ts';
import { e1, service } from '../../support/own-host.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-erasures-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const words = ['quarantotti', 'zenobia'];
const details = {
  givenName: 'Zenobia',
  familyName: 'Quarantotti',
  email: 'z.quarantotti@x.it',
  department: 'Paghe',
  start: null,
  end: null,
};

/** Every file below a folder that holds the name, packed or not. */
const holding = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      const text = plain.toString('utf8').toLowerCase();
      return words.some((word) => text.includes(word));
    })
    .toSorted();

/** A person with everything that may name her: a note, facts of a panel, a seat for a while. */
function planted(): { own: OwnFolder; id: PersonId } {
  const own = openOwnFolder(data);
  own.do(service(e1));
  own.do({ type: 'person/add', details });
  const [id] = own.state().workspace.people.keys();
  const [serviceId] = own.state().replica.services.keys() as Iterable<ServiceId>;
  own.do({ type: 'person/note', personId: id as PersonId, text: 'Zenobia ha le chiavi' });
  own.do({ type: 'seat/need', serviceId, personIds: [id] } as unknown as Command);
  own.do(
    service(
      { panelUsers: [{ username: 'zquarant', email: details.email, permissions: ['read'] }] },
      serviceId,
    ),
  );
  return { own, id: id as PersonId };
}

async function back(own: OwnFolder): Promise<void> {
  own.clock.advance(5000);
  expect(await own.backups.make('asked')).toEqual({ ok: true, value: null });
  own.clock.advance(5000);
}

const erase = (own: OwnFolder, id: PersonId) => {
  own.erasures.about(wordsOf(own.state().workspace.people.get(id), id));
  own.do({ type: 'person/erase', personId: id });
  return own.erasures.run();
};

test('backups, exports and files that were set aside lose the name; the rest of them stays', async () => {
  const { own, id } = planted();
  await back(own);
  own.do({ type: 'client/add', name: 'Otticanova srl', vatCode: '05566770516' });
  await back(own);
  const exported = join(data, 'copia.allinea');
  writeFileSync(exported, packStudio(own.from, studio));
  rememberSaved(own.settings, studio.id, exported, quietLog);
  const aside = 'workspace.damaged-2026-11-20T10-00-00-000Z.json';
  writeFileSync(
    join(own.from, aside),
    `{"sum":"x","document":{"people":[{"id":"${id}","familyName":"Quarantotti"`,
  );
  writeFileSync(join(own.from, 'journal-1.put-back-2026-11-20T10-00-00-000Z'), 'nobody\n');
  expect(holding(data).length).toBeGreaterThan(4);

  const report = await erase(own, id);
  expect(report).toEqual({ rewritten: 3, removed: [aside], unreachable: [], files: [] });
  expect(holding(data)).toEqual([]);
  expect(existsSync(join(own.from, 'journal-1.put-back-2026-11-20T10-00-00-000Z'))).toBe(true);
  const { entries } = await own.backups.list();
  expect(entries).toHaveLength(2);
  for (const { name } of entries) {
    expect(name).toContain('_c1_');
    const read = readStudioFile(readFileSync(join(own.copies, name)));
    expect(read.ok && read.value.files.some(({ text }) => text.includes('Studio Marchetti'))).toBe(true);
  }
  // A backup that was rewritten can still be brought back.
  const oldest = entries.at(-1)?.name ?? '';
  const restored = await own.backups.restore(oldest, (command) => Promise.resolve(own.host.submit(command)));
  expect(restored).toMatchObject({ ok: true });
  expect(own.state().workspace.clients.size).toBe(0);
  // A second visit finds nothing more to do.
  expect(await own.erasures.run()).toMatchObject({ rewritten: 0, removed: [] });
});

test('a removed studio that holds the name is told with its folder, and stays as it is', async () => {
  const { own, id } = planted();
  const removed = join(data, 'studi-rimossi', 'vecchio-studio-1790000000000');
  mkdirSync(removed, { recursive: true });
  writeFileSync(join(removed, 'workspace.json'), JSON.stringify({ email: details.email.toUpperCase() }));
  const other = join(data, 'studi-rimossi', 'altro-1790000000000');
  mkdirSync(other);
  writeFileSync(join(other, 'workspace.json'), '{}');
  expect(await erase(own, id)).toMatchObject({ files: [removed] });
  expect(existsSync(join(removed, 'workspace.json'))).toBe(true);
});

test('a disk that is not connected is told with the number of its backups, and cleaned when it is back', async () => {
  const { own, id } = planted();
  const usb = join(data, 'usb');
  mkdirSync(usb);
  own.chosen = usb;
  await own.backups.choose();
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  own.do({ type: 'client/add', name: 'Otticanova srl', vatCode: '05566770516' });
  await back(own);
  await own.backups.list();
  // Another folder is chosen meanwhile: the old one is not forgotten.
  own.backups.ownFolder();
  const away = mkdtempSync(join(tmpdir(), 'allinea-away-'));
  renameSync(usb, join(away, 'usb'));
  const report = await erase(own, id);
  expect(report.unreachable).toEqual([{ folder: usb, copies: 2 }]);
  expect(holding(data)).toEqual([]);
  expect(holding(away)).toHaveLength(2);

  // What is remembered are ids: the next start knows no name.
  renameSync(join(away, 'usb'), usb);
  rmSync(away, { recursive: true });
  const next = openOwnFolder(data, { first: 2, settings: own.settings });
  expect(JSON.stringify(own.settings.now())).not.toContain('uarantotti');
  expect(await next.erasures.run()).toMatchObject({ rewritten: 2, unreachable: [] });
  expect(holding(data)).toEqual([]);
});

test('a person who was merged into another one leaves with her', async () => {
  const { own, id } = planted();
  own.do({ type: 'person/add', details: { ...details, email: 'zeno@x.it', familyName: 'Quarantotti Sala' } });
  const drop = [...own.state().workspace.people.values()].find(({ email }) => email === 'zeno@x.it')?.id;
  await back(own);
  own.do({ type: 'person/merge', keep: id, drop, details } as Command);
  await erase(own, id);
  expect(holding(data)).toEqual([]);
});

test('files that cannot be rewritten are named, others are left alone', async () => {
  const { own, id } = planted();
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(data, name);
    writeFileSync(path, content);
    rememberSaved(own.settings, studio.id, path, quietLog);
    return path;
  };
  const locked = file('chiuso.allinea', await lockFile(packStudio(own.from, studio), 'frase', 10));
  const list = file('personale.csv', 'Zenobia;Quarantotti;z.quarantotti@x.it\n');
  file('listino.json', '{"version":"2026"}');
  const paper = file('preventivo.pdf', '%PDF');
  rememberSaved(own.settings, studio.id, join(data, 'sparito.csv'), quietLog);
  const report = await erase(own, id);
  expect(report.files.toSorted()).toEqual([list, locked, paper].toSorted());
});

test('a backup that is damaged is named and not touched', async () => {
  const { own, id } = planted();
  await back(own);
  const [name = ''] = readdirSync(own.copies);
  const path = join(own.copies, name);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 40));
  const report = await erase(own, id);
  expect(report.files).toEqual([path]);
  expect(readdirSync(own.copies)).toEqual([name]);
});

test('copies of backups under other names are rewritten where they lie, or named', async () => {
  const { own, id } = planted();
  await back(own);
  const [name = ''] = readdirSync(own.copies);
  const bytes = readFileSync(join(own.copies, name));
  const stem = name.replace('.allinea', '');
  const others = [
    `${stem} (conflicted copy 2026-11-24).allinea`,
    `${stem}.sync-conflict-20261124-101010-ABCDEFG.allinea`,
    `${stem}-PC-ANNA.allinea`,
    `${stem} (1).ALLINEA`,
    'vecchia.allinea',
  ];
  for (const other of others) writeFileSync(join(own.copies, other), bytes);
  const damaged = join(own.copies, `${stem} (2).allinea`);
  writeFileSync(damaged, bytes.subarray(0, bytes.length - 40));
  const locked = join(own.copies, `${stem} (3).allinea`);
  writeFileSync(locked, await lockFile(packStudio(own.from, studio), 'frase', 10));

  const report = await erase(own, id);
  expect(report.rewritten).toBe(others.length + 1);
  expect(report.files.toSorted()).toEqual([damaged, locked].toSorted());
  rmSync(damaged);
  rmSync(locked);
  expect(holding(data)).toEqual([]);
  expect(readdirSync(own.copies)).toEqual(expect.arrayContaining(others));
  expect(await own.erasures.run()).toMatchObject({ rewritten: 0, files: [] });
});

test('a file of another studio that never held the person stays as it is, to the byte', async () => {
  const { own, id } = planted();
  await back(own);
  const elsewhere = openOwnFolder(join(data, 'elsewhere'), { first: 5000 });
  elsewhere.do({ type: 'client/add', name: 'Otticanova srl', vatCode: '05566770516' });
  await back(elsewhere);
  const [name = ''] = readdirSync(elsewhere.copies);
  const bytes = readFileSync(join(elsewhere.copies, name));
  const other = join(own.copies, name.replace('studio-marchetti', 'studio-altro'));
  writeFileSync(other, bytes);
  expect(await erase(own, id)).toMatchObject({ rewritten: 1, files: [] });
  expect(readFileSync(other)).toEqual(bytes);
});

test('copies of the studio’s own documents that a sync tool left beside them are named', async () => {
  const { own, id } = planted();
  const copies = ['workspace (conflicted copy).json', 'journal-1-PC-ANNA.changes'].map((name) =>
    join(own.from, name),
  );
  for (const copy of copies) writeFileSync(copy, `"${id}" Zenobia Quarantotti`);
  writeFileSync(join(own.from, 'workspace (1).json'), 'nobody');
  const report = await erase(own, id);
  expect(report).toMatchObject({ removed: [] });
  expect(report.files.toSorted()).toEqual(copies.toSorted());
});
