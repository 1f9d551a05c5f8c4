import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
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

documentStoreContract('the document on disk', () => {
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
    expect(readFileSync(join(folder, 'workspace.json'), 'utf8')).toMatch(
      /^\{"sum":"[0-9a-f]{64}","program":"","version":"sources","document":\{"a":\[1,2,3\]\}\}$/,
    );
    expect(readdirSync(folder)).toEqual(['workspace.json']);
  });

  describe('is its own program’s', () => {
    const written = (program: string | undefined): string => {
      const folder = newFolder();
      openDocument(folder, 'workspace', { writer: { program, version: '1' } }).write({ people: ['Zoë'] });
      return join(folder, 'workspace.json');
    };
    const isOwn = (file: string, program: string | undefined): boolean | undefined => {
      const store = openDocument(dirname(file), 'workspace', { writer: { program, version: '1' } });
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

    it('as long as what was read last is', () => {
      const file = written('abc123');
      const store = openDocument(dirname(file), 'workspace', { writer: { program: 'abc123', version: '1' } });
      store.read();
      writeFileSync(file, '{"document":{"schemaVersion":3}}');
      expect([store.read().ok, store.isOwn?.()]).toEqual([true, false]);
      writeFileSync(file, 'garbage');
      expect([store.read().ok, store.isOwn?.()]).toEqual([false, false]);
    });
  });

  describe('M1: is damaged', () => {
    it.each<[string, (text: string) => string, string]>([
      ['a figure of it was changed', (text) => text.replace('2990', '2190'), 'wrong-sum'],
      ['something was added', (text) => text.replace(/\}$/, ',"more":1}'), 'wrong-sum'],
      ['a space was added', (text) => `${text} `, 'wrong-sum'],
      ['its sum was changed', (text) => text.replace(/"sum":"./, '"sum":"x'), 'no-sum'],
      ['its sum was taken out', (text) => text.replace(/"sum":"\w+",/, ''), 'no-sum'],
    ])('if %s', (_what, change, detail) => {
      const folder = newFolder();
      const file = join(folder, 'workspace.json');
      openDocument(folder, 'workspace').write({ schemaVersion: 4, price: 2990 });
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      expect(openDocument(folder, 'workspace').read()).toEqual({
        ok: false,
        error: { reason: 'unreadable', detail },
      });
    });

    it('also in the form of format 3, whatever program wrote it', () => {
      const folder = newFolder();
      const file = join(folder, 'workspace.json');
      const document = '{"schemaVersion":3,"price":2990}';
      const sum = createHash('sha256').update(document).digest('hex');
      writeFileSync(file, `{"program":"old","sum":"${sum}","document":${document}}`);
      expect(openDocument(folder, 'workspace').read()).toMatchObject({ ok: true, value: { price: 2990 } });
      writeFileSync(file, readFileSync(file, 'utf8').replace('2990', '2190'));
      expect(openDocument(folder, 'workspace').read().ok).toBe(false);
    });
  });

  it('L2: what somebody puts in its place is set aside, whole, and never overwritten', () => {
    const folder = newFolder();
    const file = join(folder, 'workspace.json');
    const store = openDocument(folder, 'workspace');
    expect(store.write({ n: 1 })).toBeNull();
    const older = readFileSync(file);
    expect(store.write({ n: 2 })).toBeNull();
    writeFileSync(`${file}.restored`, older);
    renameSync(`${file}.restored`, file);
    const aside = store.write({ n: 3 });
    expect(readFileSync(join(folder, aside ?? ''))).toEqual(older);
    expect(openDocument(folder, 'workspace').read()).toEqual({ ok: true, value: { n: 3 } });
    // The same file, written in place.
    writeFileSync(file, older);
    expect(store.write({ n: 4 })).toMatch(/^workspace\.put-back-.*\.json$/);
  });

  it.skipIf(process.platform === 'win32')('is refused if it is a pipe, which would never end', () => {
    const folder = newFolder();
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'workspace.json')]);
    expect(openDocument(folder, 'workspace').read()).toEqual({
      ok: false,
      error: { reason: 'unreadable', detail: 'not-a-file' },
    });
  });

  it('outlives what a crash left beside it; the next write removes it, reading removes nothing', () => {
    const folder = newFolder();
    openDocument(folder, 'workspace').write({ a: 1 });
    const left = ['workspace.json.tmp', 'workspace.json.tmp-1234567890abcdef', 'workspace.json.kept'];
    for (const name of [...left, 'journal.json.tmp']) writeFileSync(join(folder, name), '{"document":{"a":');
    const store = openDocument(folder, 'workspace');
    expect(store.read()).toEqual({ ok: true, value: { a: 1 } });
    expect(readdirSync(folder)).toHaveLength(5);
    store.write({ a: 2 });
    expect(readdirSync(folder).toSorted()).toEqual(['journal.json.tmp', 'workspace.json']);
  });

  it('stays where it is if it cannot be moved', () => {
    expect(openDocument(newFolder(), 'workspace').moveAside()).toBeNull();
  });

  it('is written by renaming', () => {
    const folder = newFolder();
    const store = openDocument(folder, 'workspace');
    store.write({ a: 1 });
    const first = statSync(join(folder, 'workspace.json')).ino;
    store.write({ a: 2 });
    expect(statSync(join(folder, 'workspace.json')).ino).not.toBe(first);
  });

  it.skipIf(process.platform === 'win32')('stays whole on a full disk, and the write throws', async () => {
    const folder = newFolder();
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
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
    expect(said).toBe('EFBIG: file too large, write\n{"small":true}\n');
    expect(readdirSync(join(folder, 'documents'))).toEqual(['workspace.json']);
  });
});
