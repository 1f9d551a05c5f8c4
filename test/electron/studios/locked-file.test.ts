// A studio file under a passphrase: another passphrase, a damaged file and a cut one are refused in words.
import { describe, expect, test } from 'vitest';
import { isLocked, lockFile, unlockFile } from '../../../electron/studios/locked-file.ts';

const content = new TextEncoder().encode('a studio '.repeat(20_000));
/** A fast key: how slow it is changes nothing of what is tested here. */
const workFactor = 8;
const locked = (): Promise<Uint8Array> => lockFile(content, 'sei parole che ricordo', workFactor);

test('what was locked opens with its passphrase, however its accents are typed', async () => {
  const bytes = await lockFile(content, 'perché no', workFactor);
  expect(isLocked(bytes)).toBe(true);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('a studio');
  const opened = await unlockFile(bytes, 'perché no'.normalize('NFD'));
  expect(opened.ok && Buffer.from(opened.value).equals(Buffer.from(content))).toBe(true);
});

test('a file without a passphrase passes through', async () => {
  expect(await unlockFile(content, null)).toEqual({ ok: true, value: content });
});

describe('refused', () => {
  test('without a passphrase, and with another one', async () => {
    const bytes = await locked();
    expect(await unlockFile(bytes, null)).toEqual({ ok: false, error: { reason: 'passphrase-needed' } });
    for (const wrong of ['Sei parole che ricordo', 'sei parole che ricordo ', 'x'])
      expect(await unlockFile(bytes, wrong)).toEqual({ ok: false, error: { reason: 'wrong-passphrase' } });
  });

  test('cut at any place after the first line, and with any byte of its content changed', async () => {
    const bytes = await locked();
    const damaged = { ok: false, error: { reason: 'damaged-locked-file' } };
    for (const left of [22, 60, 120, 200, 1000, bytes.length - 1])
      expect(await unlockFile(bytes.slice(0, left), 'sei parole che ricordo')).toEqual(damaged);
    for (const at of [300, 70_000, bytes.length - 1]) {
      const bent = bytes.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(await unlockFile(bent, 'sei parole che ricordo')).toEqual(damaged);
    }
  });
});
