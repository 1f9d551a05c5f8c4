// electron-updater itself, as the Windows program has it, over a made-up feed on loopback.
import { createHash } from 'node:crypto';
import { createServer, request, type RequestOptions, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppUpdater, NsisUpdater } from 'electron-updater';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedOf } from '../../../electron/updates/electron-feed.ts';
import { updateKind } from '../../../electron/updates/update-kind.ts';
import { NotTrusted } from '../../../electron/updates/updates.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-updates-'));
const load = createRequire(import.meta.url);
const installer = Buffer.from('a made-up installer');

/** What the feed offers. */
const offered = { version: '0.2.0', sum: '', there: true };
const asked: string[] = [];
let server: Server;

/** What electron-updater takes of Electron, over Node. */
const electron = {
  net: { request: (options: RequestOptions) => request(options) },
  session: { fromPartition: () => ({}) },
};

beforeAll(async () => {
  load.cache[load.resolve('electron')] = { exports: electron, loaded: true } as NodeJS.Module;
  server = createServer(({ url = '' }, answer) => {
    const path = url.split('?')[0] ?? '';
    asked.push(path);
    if (!offered.there || path.endsWith('.blockmap')) answer.writeHead(404).end();
    else if (path.endsWith('.yml'))
      answer.end(
        [
          `version: ${offered.version}`,
          'files:',
          `  - url: setup.exe\n    sha512: ${offered.sum}\n    size: ${installer.length}`,
          `path: setup.exe\nsha512: ${offered.sum}\nreleaseDate: '2026-11-28T00:00:00.000Z'\n`,
        ].join('\n'),
      );
    else answer.end(installer);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  delete load.cache[load.resolve('electron')];
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

let run = 0;
let updater: NsisUpdater;
beforeEach(() => {
  run += 1;
  asked.length = 0;
  Object.assign(offered, {
    version: '0.2.0',
    sum: createHash('sha512').update(installer).digest('base64'),
    there: true,
  });
  const own = join(folder, String(run));
  mkdirSync(own);
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(own, 'app-update.yml'),
    `provider: generic\nurl: http://127.0.0.1:${port}/\npublisherName: [Allinea]\nupdaterCacheDirName: cache\n`,
  );
  const library = load('electron-updater') as typeof import('electron-updater');
  const app = {
    version: '0.1.0',
    name: 'allinea',
    isPackaged: true,
    appUpdateConfigPath: join(own, 'app-update.yml'),
    userDataPath: own,
    baseCachePath: own,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
  // The declaration hides the second argument, which the constructor takes.
  const Updater = library.NsisUpdater as unknown as new (options: null, app: object) => NsisUpdater;
  updater = new Updater(null, app);
  const { ElectronHttpExecutor } = load('electron-updater/out/electronHttpExecutor.js') as {
    readonly ElectronHttpExecutor: new () => object;
  };
  // An updater with an application of its own has no way to the network yet.
  Object.assign(updater, { httpExecutor: new ElectronHttpExecutor() });
  updater.verifyUpdateCodeSignature = () => Promise.resolve(null);
});

describe('a feed', () => {
  test('offers a newer version, and brings nothing before it is asked', async () => {
    const feed = feedOf(updater);
    expect(await feed.check()).toBe('0.2.0');
    // A download that began by itself would be asked for before this answer.
    expect(await feed.check()).toBe('0.2.0');
    expect(updater.autoDownload).toBe(false);
    expect(asked.filter((path) => !path.endsWith('.yml'))).toEqual([]);
    await feed.download();
    expect(asked).toContain('/setup.exe');
    expect(updater.autoInstallOnAppQuit).toBe(false);
  });

  test.each(['0.1.0', '0.0.9', '0.1.0-beta.1'])('does not offer %s', async (version) => {
    offered.version = version;
    expect(await feedOf(updater).check()).toBeNull();
  });

  test('cannot be asked by a copy that was not installed, which is not the newest for that', async () => {
    updater.isUpdaterActive = () => false;
    await expect(feedOf(updater).check()).rejects.toThrow('not-installed');
  });

  test('that does not answer rejects', async () => {
    offered.there = false;
    await expect(feedOf(updater).check()).rejects.toThrow(/404/);
  });
});

describe('what was brought is refused', () => {
  const brought = async (): Promise<void> => {
    const feed = feedOf(updater);
    await feed.check();
    await feed.download();
  };

  test('if somebody else signed it', async () => {
    const names: (readonly string[])[] = [];
    updater.verifyUpdateCodeSignature = (publishers) => {
      names.push(publishers);
      return Promise.resolve('signed by another');
    };
    await expect(brought()).rejects.toThrow(NotTrusted);
    expect(names).toEqual([['Allinea']]);
  });

  test('if its checksum is another', async () => {
    offered.sum = createHash('sha512').update('another').digest('base64');
    await expect(brought()).rejects.toThrow(NotTrusted);
  });

  test('if the signature could not be checked', async () => {
    updater.verifyUpdateCodeSignature = () => {
      updater.logger?.warn('Cannot execute X. Ignoring signature validation due to unsupported powershell.');
      return Promise.resolve(null);
    };
    await expect(brought()).rejects.toThrow(NotTrusted);
  });

  test('as what it is if only the line broke', async () => {
    const broken = {
      on: () => undefined,
      checkForUpdates: () => Promise.resolve(null),
      downloadUpdate: () => Promise.reject(new Error('ECONNRESET')),
    } as unknown as AppUpdater;
    await expect(feedOf(broken).download()).rejects.toThrow('ECONNRESET');
    const squirrel = {
      downloadUpdate: () => Promise.reject(new Error('Code signature at URL did not pass validation')),
    } as unknown as AppUpdater;
    await expect(feedOf(squirrel).download()).rejects.toThrow(NotTrusted);
  });
});

test('a copy installs only what its system can prove', () => {
  const own = mkdtempSync(join(folder, 'kind-'));
  expect(updateKind(own, 'win32')).toBe('none');
  const file = join(own, 'app-update.yml');
  writeFileSync(file, 'provider: generic\nurl: https://allinea.example/\n');
  expect((['win32', 'darwin', 'linux'] as const).map((system) => updateKind(own, system))).toEqual([
    'told',
    'installed',
    'told',
  ]);
  writeFileSync(file, 'provider: generic\npublisherName:\n  - Allinea\n');
  expect([updateKind(own, 'win32'), updateKind(own, 'linux')]).toEqual(['installed', 'told']);
});
