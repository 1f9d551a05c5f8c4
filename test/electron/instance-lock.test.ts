import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { takeInstanceLock } from '../../electron/stand-in/instance-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is given once, and the first owner hears of the second', async () => {
    const folder = join(root, 'a');
    const knocked = new Promise<boolean>((resolve) => {
      expect(takeInstanceLock(folder, () => resolve(true))).toBe(true);
    });
    expect(takeInstanceLock(folder, () => undefined)).toBe(false);
    expect(existsSync(join(folder, 'instance.knock'))).toBe(true);
    expect(await knocked).toBe(true);
  });

  it('of a process that died is taken over', () => {
    const folder = join(root, 'b');
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(join(folder, 'instance.lock'), `${dead} 1`);
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    expect(readFileSync(join(folder, 'instance.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it.skipIf(process.platform !== 'linux')('of a process whose number is used again is taken over', () => {
    const folder = join(root, 'c');
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    writeFileSync(join(folder, 'instance.lock'), `${process.ppid} 1`);
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
  });
});
