// 7, 8, 9 and 14: how Electron is found, fetched and started, and what is said if it cannot be.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  downloadMs,
  fetchElectron,
  findElectron,
  needsHelper,
  trialMs,
  type System,
} from '../../electron/launch/find-electron.ts';
import { electronEnvironment, forwardedSignals, run } from '../../electron/launch/run.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-launch-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const free: System = { platform: 'linux', root: false, kernel: () => undefined };
const restricted: System = {
  ...free,
  kernel: (file) => (file.endsWith('apparmor_restrict_unprivileged_userns') ? '1' : undefined),
};

let count = 0;
/** A project folder with the package `electron`. `program`: what its binary does. */
function project(
  installer: string,
  program?: string,
): { readonly at: string; readonly said: string[]; readonly say: (line: string) => void } {
  count += 1;
  const at = join(root, String(count));
  const folder = join(at, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "version": "45.4.1" }');
  writeFileSync(join(folder, 'install.js'), installer);
  if (program !== undefined) {
    writeFileSync(join(folder, 'path.txt'), 'electron');
    writeFileSync(join(folder, 'dist', 'electron'), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
  }
  const said: string[] = [];
  return { at, said, say: (line) => void said.push(line) };
}

describe('7 and 14: the child', () => {
  test('does not inherit the variable that starts Electron as Node', async () => {
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    try {
      const script = "process.exit('ELECTRON_RUN_AS_NODE' in process.env ? 3 : 4)";
      expect(await run(process.execPath, ['-e', script])).toBe(3);
      expect(await run(process.execPath, ['-e', script], { env: electronEnvironment })).toBe(4);
    } finally {
      delete process.env['ELECTRON_RUN_AS_NODE'];
    }
  });

  test('gets no signals on Windows, where they would end it at once', () => {
    expect(forwardedSignals('win32')).toEqual([]);
    expect(forwardedSignals('linux')).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
  });
});

describe('8: a system that refuses the sandbox', () => {
  test('is recognised before anything is downloaded, and the remedy is named', async () => {
    expect([needsHelper(restricted), needsHelper({ ...restricted, root: true }), needsHelper(free)]).toEqual([
      true,
      false,
      false,
    ]);
    const { at, said, say } = project(`require('fs').writeFileSync(__dirname + '/downloaded', '')`);
    expect(await fetchElectron(at, { say, insist: true, system: restricted })).toBeNull();
    expect(said).toEqual([
      expect.stringMatching(/non lo scarico[^]*chown root .*chrome-sandbox\n.*chmod 4755 .*chrome-sandbox$/),
    ]);
  });

  test('is named too if the binary is there', async () => {
    const { at, said, say } = project('', 'exit 0');
    expect(await findElectron(at, { say, system: restricted })).toBeNull();
    expect(said).toEqual([expect.stringContaining('chmod 4755')]);
    expect(await findElectron(at, { say, system: free })).toMatchObject({ version: '45.4.1' });
  });
});

describe('9: a slow or missing network', () => {
  test('has its time', () => {
    expect([downloadMs, trialMs]).toEqual([15 * 60_000, 60_000]);
  });

  test('is named at the failure and at each start of the day, and tried again the day after or on request', async () => {
    const { at, said, say } = project('process.exit(1)');
    const failed = 'Electron non si è potuto scaricare: la rete non lo permette.';
    expect(await fetchElectron(at, { say, insist: false, system: free })).toBeNull();
    expect(await fetchElectron(at, { say, insist: false, system: free })).toBeNull();
    expect(said).toEqual([failed, `${failed} Riprovo domani, o subito con ALLINEA_SHELL=electron.`]);
    const { length } = said;
    await fetchElectron(at, { say, insist: true, system: free });
    utimesSync(join(at, 'node_modules/.cache/allinea/electron-download-failed'), 0, 0);
    await fetchElectron(at, { say, insist: false, system: free });
    expect(said.slice(length)).toEqual([failed, failed]);
  });

  test('an Electron that does not start says so', async () => {
    const { at, said, say } = project('', 'exit 127');
    expect(await findElectron(at, { say, system: free })).toBeNull();
    expect(said).toEqual(['Electron 45.4.1 non si avvia (codice 127): forse manca una libreria di sistema.']);
  });
});
