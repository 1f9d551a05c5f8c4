import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { documentStoreContract } from './document-store-contract.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-documents-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const contentOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

documentStoreContract('electron-store', () => {
  const folder = newFolder();
  const file = join(folder, 'workspace.json');
  return {
    open: () => openDocument(folder, 'workspace'),
    plant: (content) => (content === undefined ? rmSync(file) : writeFileSync(file, content)),
    content: () => contentOf(file),
    aside: (name) => contentOf(join(folder, name)),
    block() {
      // Replaces the folder with a file. This stops root too; a read-only folder would not.
      renameSync(folder, `${folder}.away`);
      writeFileSync(folder, '');
      return () => {
        rmSync(folder);
        renameSync(`${folder}.away`, folder);
      };
    },
  };
});

describe('the document on disk', () => {
  it.skipIf(process.platform === 'win32')('is readable by its owner only', () => {
    const folder = newFolder();
    openDocument(folder, 'workspace').write({ a: 1 });
    expect(statSync(join(folder, 'workspace.json')).mode & 0o777).toBe(0o600);
  });

  it('is compact, and alone in its folder', () => {
    const folder = newFolder();
    const store = openDocument(folder, 'workspace');
    store.write({ a: [1, 2] });
    store.write({ a: [1, 2, 3] });
    expect(readFileSync(join(folder, 'workspace.json'), 'utf8')).toBe('{"document":{"a":[1,2,3]}}');
    expect(readdirSync(folder)).toEqual(['workspace.json']);
  });

  describe('is its own program’s', () => {
    const written = (program: string | undefined): string => {
      const folder = newFolder();
      openDocument(folder, 'workspace', program).write({ people: ['Zoë'] });
      return join(folder, 'workspace.json');
    };
    const isOwn = (file: string, program: string | undefined): boolean | undefined => {
      const store = openDocument(dirname(file), 'workspace', program);
      expect(store.read().ok).toBe(true);
      return store.isOwn?.();
    };

    it('where that wrote it, and nothing has touched it since', () => {
      expect(isOwn(written('abc123'), 'abc123')).toBe(true);
    });

    it.each<[string, string | undefined, string | undefined]>([
      ['another version wrote it', 'abc123', 'abc124'],
      ['it is not known which did', undefined, 'abc123'],
      ['it is not known which this is', 'abc123', undefined],
    ])('and not where %s', (_what, by, reader) => {
      expect(isOwn(written(by), reader)).toBe(false);
    });

    it.each<[string, (text: string) => string]>([
      ['a letter of it was changed', (text) => text.replace('Zoë', 'Zoé')],
      ['something was added', (text) => text.replace(/\}$/, ',"more":1}')],
      ['a space was', (text) => `${text} `],
      ['its sum was', (text) => text.replace(/"sum":"./, '"sum":"x')],
    ])('nor where %s', (_what, change) => {
      const file = written('abc123');
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      expect(isOwn(file, 'abc123')).toBe(false);
    });

    it('as long as what was read last is', () => {
      const file = written('abc123');
      const store = openDocument(dirname(file), 'workspace', 'abc123');
      store.read();
      writeFileSync(file, '{"document":{}}');
      expect([store.read().ok, store.isOwn?.()]).toEqual([true, false]);
      writeFileSync(file, 'garbage');
      expect([store.read().ok, store.isOwn?.()]).toEqual([false, false]);
    });
  });

  it('outlives the temporary files of a crash, which are removed', () => {
    const folder = newFolder();
    openDocument(folder, 'workspace').write({ a: 1 });
    writeFileSync(join(folder, 'workspace.json.tmp-1234567890abcdef'), '{"document":{"a":');
    writeFileSync(join(folder, 'journal.json.tmp-1234567890abcdef'), 'of another document');
    expect(openDocument(folder, 'workspace').read()).toEqual({ ok: true, value: { a: 1 } });
    expect(readdirSync(folder).toSorted()).toEqual(['journal.json.tmp-1234567890abcdef', 'workspace.json']);
  });

  it('is the old one where a crash came between a short write and its repair', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'workspace.json'), '{"document":{"a":');
    writeFileSync(join(folder, 'workspace.json.kept'), '{"document":{"a":1}}');
    expect(openDocument(folder, 'workspace').read()).toEqual({ ok: true, value: { a: 1 } });
    expect(readdirSync(folder)).toEqual(['workspace.json']);
  });

  it('is the new one where a crash came just after a good write', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'workspace.json'), '{"document":{"a":2}}');
    writeFileSync(join(folder, 'workspace.json.kept'), '{"document":{"a":1}}');
    expect(openDocument(folder, 'workspace').read()).toEqual({ ok: true, value: { a: 2 } });
    expect(readdirSync(folder)).toEqual(['workspace.json']);
  });

  it('is put out of the way for good where a crash left two names of one file, and that file is damaged', () => {
    const folder = newFolder();
    const file = join(folder, 'workspace.json');
    writeFileSync(file, '{"document":{"a":1}}');
    // The crash leaves this state: the old document has a second name, and the new one is not written yet.
    linkSync(file, `${file}.kept`);
    writeFileSync(file, '{"document":{"a":');
    const store = openDocument(folder, 'workspace');
    expect(store.read().ok).toBe(false);
    const aside = store.moveAside() ?? '';
    store.write({ a: 2 });
    expect(store.read()).toEqual({ ok: true, value: { a: 2 } });
    expect(new Set(readdirSync(folder))).toEqual(new Set([aside, 'workspace.json']));
  });

  it('is read also beside a leftover that cannot be cleared away, and stays where it is where it cannot be moved', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'workspace.json'), '{"document":{"a":1}}');
    // A directory, so that it cannot be deleted as a file. It stands for a leftover in a read-only folder.
    mkdirSync(join(folder, 'workspace.json.tmp-1'));
    const store = openDocument(folder, 'workspace');
    expect(store.read()).toEqual({ ok: true, value: { a: 1 } });
    rmSync(join(folder, 'workspace.json'));
    expect(store.moveAside()).toBeNull();
  });

  it('is written by renaming also where a snap handed its variable down', () => {
    process.env['SNAP'] = '/snap/code/1';
    const folder = newFolder();
    const store = openDocument(folder, 'workspace');
    store.write({ a: 1 });
    const first = statSync(join(folder, 'workspace.json')).ino;
    store.write({ a: 2 });
    expect(statSync(join(folder, 'workspace.json')).ino).not.toBe(first);
  });

  // conf alone writes as much as fits, renames it over the old document, and reports success.
  it.skipIf(process.platform === 'win32')('stays whole on a full disk, and the write throws', async () => {
    const folder = newFolder();
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      resolve: {
        alias: { electron: fileURLToPath(new URL('../support/fake-electron.ts', import.meta.url)) },
      },
      build: {
        ssr: fileURLToPath(new URL('../../electron/adapters/document-store.ts', import.meta.url)),
        outDir: join(folder, 'built'),
        rolldownOptions: { output: { entryFileNames: 'store.mjs' } },
      },
    });
    const script = `
      import { openDocument } from './built/store.mjs';
      const store = openDocument('./documents', 'workspace');
      store.write({ small: true });
      try { store.write({ large: 'x'.repeat(400_000) }); console.log('said nothing'); } catch (error) { console.log(error.message); }
      console.log(JSON.stringify(store.read().value));`;
    writeFileSync(join(folder, 'fill.mjs'), script);
    // A limit on the file size behaves like a full disk: the first write is cut short without an error.
    const said = execFileSync('sh', ['-c', 'ulimit -f 200; exec "$0" fill.mjs', process.execPath], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toBe('document-short-write: workspace\n{"small":true}\n');
    expect(readdirSync(join(folder, 'documents'))).toEqual(['workspace.json']);
  });
});
