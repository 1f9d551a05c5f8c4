import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { finish } from '../../core/kernel/steps.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import { openReplicaStore } from '../../core/persistence/replica-store.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { person } from '../support/samples.ts';
import { openStore } from '../support/workspace-files.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { inspect } from '../../electron/inspect/inspect.ts';
import { readFolder } from '../../electron/inspect/read-folder.ts';

/** The data folders of released formats. */
const folders = fileURLToPath(new URL('../golden/folders', import.meta.url));
const released = join(folders, 'version-2');

function copied(name = 'version-2'): string {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-inspect-'));
  cpSync(join(folders, name), folder, { recursive: true });
  return folder;
}

const bytesOf = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`);

const openFolder = (folder: string): WorkspaceStore =>
  openStore({
    workspace: openDocument<WorkspaceDocument>(folder, 'workspace'),
    backup: openDocument<WorkspaceDocument>(folder, 'workspace-backup'),
    journal: [openLines(join(folder, 'journal-1.changes')), openLines(join(folder, 'journal-2.changes'))],
    end: endFile(join(folder, 'journal.end')),
  });

describe.each(readdirSync(folders))('the golden folder %s', (name) => {
  test('opens with every row, goes on in the form of today, and nothing is moved aside', () => {
    const folder = copied(name);
    const before = readFolder(folder);
    expect([before.problems, before.workspace.people.size > 0]).toEqual([[], true]);
    const store = openFolder(folder);
    expect([store.recoveries, store.tables]).toEqual([[], before.workspace]);
    store.commit([{ table: 'people', id: 'new', value: person('new') }]);
    const again = openFolder(folder);
    expect([again.recoveries, again.tables]).toEqual([[], store.tables]);
    // The backup of the older format still leads to the same rows.
    again.checkpoint();
    writeFileSync(join(folder, 'workspace.json'), 'damaged');
    const mended = openFolder(folder);
    expect(mended.tables).toEqual(store.tables);
    expect(mended.recoveries.map(({ recovery, missing }) => [recovery, missing])).toEqual([['backup', null]]);
  });
});

describe('a folder of documents of version 2', () => {
  test('opens with every row, and nothing is moved aside', () => {
    const folder = copied();
    const store = openFolder(folder);
    const replica = finish(openReplicaStore(openDocument<ReplicaDocument>(folder, 'replica'), true));
    const read = readFolder(released);
    expect(store.recoveries).toEqual([]);
    expect(replica.lost).toBe(null);
    expect(store.tables).toEqual(read.workspace);
    expect(replica.tables).toEqual(read.replica);
    expect([
      read.seq,
      store.tables.people.size,
      store.tables.seats.size,
      replica.tables.services.size,
    ]).toEqual([27, 37, 8, 13]);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  test('keeps the queue of those who wait, the rows of the checkpoint before those of the journal', () => {
    const needs = [...readFolder(released, 14).workspace.needs.values()];
    expect(needs.map(({ personId, order }) => [personId.slice(0, 9), order])).toEqual([
      ['p-g-sanna', 0],
      ['01a210f4-', 4_000_000],
    ]);
  });
});

describe('npm run inspect', () => {
  test('tells tables, outbox and what each command changed, and writes nothing', () => {
    const folder = copied();
    const before = bytesOf(folder);
    const { text, code } = inspect([folder, '--lines=3']);
    expect(code).toBe(0);
    expect(text).toContain('Rows as of command 27 (checkpoint 1, 26 lines of the journal)');
    expect(text).toMatch(/^ {2}people {11}37$/m);
    expect(text).toContain('Outbox, in the order in which it is sent: 0');
    expect(text.split('\n').slice(-4)).toEqual([
      '  25  journal-2.changes  outbox -1',
      '  26  journal-2.changes  cartBases +1',
      '  27  journal-2.changes  placements +1, clients -1',
      'Everything could be read.',
    ]);
    expect(bytesOf(folder)).toEqual(before);
  });

  test('replays to a command, and shows what waits to be sent then', () => {
    const { text } = inspect([released, '--to=11', '--lines=0']);
    expect(text).toContain('Rows as of command 11');
    expect(text).toMatch(
      /Outbox, in the order in which it is sent: 1\n {2}1 {2}\S+ {2}order\/place {2}sending, 1 tries/,
    );
  });

  test('prints the rows of a table, one a line', () => {
    const rows = inspect([released, '--table=clients', '--to=14']).text.split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { name: string }).name)).toHaveLength(2);
  });

  test('names what cannot be read without quoting it', () => {
    const folder = copied();
    const file = join(folder, 'journal-2.changes');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [...lines.slice(0, 3), '{"Ferri', ...lines.slice(4)].join('\n'));
    writeFileSync(join(folder, 'replica.json'), '{"document":{"schemaVersion":0,"holder":"Ferri"}}');
    const { text } = inspect([folder]);
    expect(text).toContain('Rows as of command 4 ');
    expect(text).toContain('  journal-2.changes line 4: not-json');
    expect(text).toContain('  replica.json: schemaVersion');
    expect(text).not.toContain('Ferri');
  });

  test.each([[[]], [['a', '--to=x']], [['a', '--lines=-1']], [['a', '--what']]])(
    '%j is answered by the usage',
    (argv) => {
      expect(inspect(argv)).toMatchObject({
        code: 1,
        text: expect.stringContaining('npm run inspect -- DIR') as string,
      });
    },
  );

  test('a folder or a table that is not there is named', () => {
    expect(inspect([join(released, 'nowhere')])).toMatchObject({ code: 1 });
    expect(inspect([released, '--table=nothing']).text).toContain(
      'There is no table nothing. Tables: firm, people',
    );
  });
});
