// A studio that another version wrote is backed up before anything is written to it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaVersion } from '../../../core/persistence/documents.ts';
import { enveloped } from '../../../electron/adapters/envelope.ts';
import { readBackupName } from '../../../electron/backups/backup-name.ts';
import type { DeskApplication } from '../../../electron/application.ts';
import { nodeDisk } from '../../../electron/adapters/node-disk.ts';
import { carryOut } from '../../../electron/backups/backup-tasks.ts';
import { openBackupSettings } from '../../../electron/backups/backup-settings.ts';
import { openWithBackups } from '../../../electron/backups/studio-backups.ts';
import { readStudioFile } from '../../../electron/studios/studio-file.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';

const golden = fileURLToPath(new URL('../../golden/folders/version-3-own/', import.meta.url));
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-format-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** The names of the backups at the moment in which the desk is opened. */
async function backupsAtOpening(
  from: string,
  writes: boolean,
  version = '0.1.0',
): Promise<readonly string[]> {
  const clock = fakeClock();
  let there: readonly string[] = [];
  const opening = openWithBackups(
    {
      data,
      computer: 'here',
      settings: openBackupSettings({
        read: () => ({ ok: true, value: undefined }),
        write: () => undefined,
      }),
      run: (name, input) => carryOut({ name, input }, nodeDisk),
      disk: nodeDisk,
      clock,
      scheduler: manualScheduler(clock),
      log: quietLog,
      chooseFolder: () => Promise.resolve(null),
      saveFile: () => Promise.resolve({ ok: true, value: null }),
      printPdf: () => Promise.resolve(null),
      program: { shell: 'stand-in', version: '0', logs: data },
      version,
      writes: () => writes,
    },
    {
      studio: { id: 'marchetti', name: 'Studio Marchetti', kind: 'own' },
      from,
      end: { read: () => [] },
      open: (): Promise<DeskApplication> => {
        const copies = join(data, 'copie', 'marchetti');
        there = nodeDisk.state(copies) === undefined ? [] : readdirSync(copies);
        return Promise.reject(new Error('opened'));
      },
    },
  );
  await expect(opening).rejects.toThrow('opened');
  return there;
}

test('the backup holds the older files as they are, byte for byte', async () => {
  const from = join(data, 'studi', 'marchetti');
  mkdirSync(join(data, 'studi'));
  cpSync(golden, from, { recursive: true });
  const there = await backupsAtOpening(from, true);
  expect(there).toHaveLength(1);
  expect(there[0]).toContain('prima-del-formato');
  const read = readStudioFile(readFileSync(join(data, 'copie', 'marchetti', there[0] ?? '')));
  if (!read.ok) throw new Error(read.error.reason);
  for (const { name, text } of read.value.files) expect(text).toBe(readFileSync(join(golden, name), 'utf8'));
  expect(read.value.files.map(({ name }) => name)).toEqual(readdirSync(golden).toSorted());
});

test('none is made of a studio that is only read, nor of a new one', async () => {
  const from = join(data, 'studi', 'marchetti');
  mkdirSync(join(data, 'studi'));
  expect(await backupsAtOpening(from, true)).toEqual([]);
  cpSync(golden, from, { recursive: true });
  expect(await backupsAtOpening(from, false)).toEqual([]);
});

test('one more version of Allinea on the same format makes a backup too', async () => {
  const from = join(data, 'studi', 'marchetti');
  mkdirSync(from, { recursive: true });
  const document = JSON.stringify({ schemaVersion });
  writeFileSync(join(from, 'workspace.json'), enveloped(document, { program: 'p', version: '0.1.0' }));
  expect(await backupsAtOpening(from, true, '0.1.0')).toEqual([]);
  // What cannot be folded is packed as it is: the older version may still read it.
  const there = await backupsAtOpening(from, true, '0.2.0');
  expect(there).toEqual([expect.stringContaining('prima-della-versione')]);
  expect(readBackupName(there[0] ?? '')?.why).toBe('version');
});
