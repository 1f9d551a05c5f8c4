// The diagnostics hold numbers and codes. What a table, a file's name or a log could say of a person is
// planted everywhere, and nothing of it comes out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replicaTables, workspaceTables } from '../../../core/desk/rows/tables.ts';
import { nodeDisk } from '../../../electron/adapters/node-disk.ts';
import { createLog } from '../../../electron/adapters/log.ts';
import { saveDiagnostics } from '../../../electron/backups/diagnostics.ts';
import type { DeskApplication } from '../../../electron/application.ts';
import { askedDesk } from '../../support/asked-desk.ts';
import { openOwnFolder } from '../../support/own-folder.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-quarantotti-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const words = [
  'Quarantotti',
  'Via dei Mille 12',
  '01234560512',
  'IT60X0542811101000000123456',
  'z.quarantotti@x.it',
  'QRNZNB80A41A390X',
];

async function collected(): Promise<{ readonly text: string; readonly name: string }> {
  const own = openOwnFolder(data);
  const state = own.state();
  const row = Object.fromEntries(words.map((word, index) => [`field${index}`, word]));
  for (const table of workspaceTables)
    if (table !== 'firm')
      (state.workspace[table] as Map<string, unknown>).set(words.join(' '), { id: words[0], ...row });
  for (const table of replicaTables)
    (state.replica[table] as Map<string, unknown>).set(words.join(' '), { id: words[0], ...row });
  (state.workspace.firm as Map<string, unknown>).set('firm', { studio: 'own', ...row });
  for (const [index, word] of words.entries()) {
    writeFileSync(join(own.from, `${word}.txt`), word);
    writeFileSync(join(own.from, `workspace.damaged-2026-11-2${index}T10-00-00-000Z.json`), word);
  }
  const log = createLog(data, own.clock);
  for (const word of words) {
    log.error('backup.failed', { code: word, why: word.replaceAll(' ', '-') });
    log.error(word.replaceAll(' ', '-'), { code: 'ENOSPC' });
  }
  log.error('backup.failed', { code: 'ENOSPC' });
  const saved = { text: '', name: '' };
  const desk = {
    ...askedDesk(() => state),
    handlers: {
      'app/snapshot': () => ({
        storage: { why: 'full', since: 1 },
        sync: { link: 'none' },
        notices: [
          {
            document: 'workspace',
            movedTo: `${words[0]}.json`,
            recovery: 'backup',
            missing: { from: 3, to: 4 },
            last: { seq: 2, at: 1 },
          },
        ],
      }),
    },
  } as unknown as DeskApplication;
  const done = await saveDiagnostics({
    from: own.from,
    desk,
    disk: nodeDisk,
    clock: own.clock,
    program: { shell: 'stand-in', version: '0.1.0', logs: data },
    writes: () => true,
    saveFile: (name, text) => {
      Object.assign(saved, { name, text });
      return Promise.resolve({ ok: true, value: { path: name } });
    },
  })(null);
  expect(done).toMatchObject({ ok: true });
  return saved;
}

test('nothing that was planted comes out, and the name of the file says only the day', async () => {
  const { text, name } = await collected();
  for (const word of words)
    for (const one of [word, ...word.split(/[ @]/)])
      if (one.length > 3) expect(text.toLowerCase()).not.toContain(one.toLowerCase());
  expect(text).not.toContain(tmpdir());
  expect(name).toBe('allinea-diagnostica-2026-11-24.json');
});

test('what helps is in it: versions, rows of each table, sizes, set aside files, notices, codes', async () => {
  const report: unknown = JSON.parse((await collected()).text);
  expect(report).toMatchObject({
    allinea: { version: '0.1.0', format: 4, shell: 'stand-in' },
    studio: {
      kind: 'own',
      counts: { people: 1, erased: 1, services: 1, outbox: 1 },
      files: { setAside: words.length, others: words.length },
      storage: { why: 'full' },
      notices: [{ document: 'workspace', recovery: 'backup', missing: { from: 3, to: 4 }, moved: true }],
    },
    log: { 'backup.failed': { codes: ['ENOSPC'] } },
  });
});
