// What is kept of a sign-in at Aruba: nothing without consent and a real keyring.
import { describe, expect, test } from 'vitest';
import { answered, memoryKeyring } from '../../support/scripted-account.ts';
import { again, credentials, good, openReader, wish } from '../../support/open-reader.ts';

describe('credentials', () => {
  test('are kept only with consent, and then no typing is needed', async () => {
    const { reader, keyring, pass, kinds } = openReader();
    await reader.read(wish);
    expect([...keyring.stored]).toEqual([]);
    pass(31 * 60_000);
    expect(await reader.read({ ...wish, keep: true })).toMatchObject({ value: { kept: true } });
    expect(keyring.stored.get('fe-1')).toEqual(credentials);
    pass(31 * 60_000);
    expect((await reader.read(again)).ok).toBe(true);
    expect(kinds().filter((kind) => kind === 'sign-in')).toHaveLength(3);
  });

  test('consent without a real keyring keeps nothing', async () => {
    const { reader, keyring } = openReader(good, memoryKeyring(false));
    expect(await reader.read({ ...wish, keep: true })).toMatchObject({ ok: true, value: { kept: false } });
    expect([...keyring.stored]).toEqual([]);
    expect((await reader.standing()).keyring).toBe(false);
  });

  test('kept ones that Aruba refuses are dropped', async () => {
    const { reader, keyring, pass, current } = openReader();
    await reader.read({ ...wish, keep: true });
    pass(31 * 60_000);
    current.script = () => answered({ error: 'invalid_grant' }, 400);
    expect(await reader.read(again)).toMatchObject({ error: { reason: 'wrong-credentials' } });
    expect([...keyring.stored]).toEqual([]);
  });

  test('"dimentica" removes them and the token', async () => {
    const { reader, keyring } = openReader();
    await reader.read({ ...wish, keep: true });
    expect(reader.forget('fe-1')).toBe(true);
    expect([...keyring.stored]).toEqual([]);
    expect(await reader.standing()).toMatchObject({ kept: [], signedIn: [] });
    expect(await reader.read(again)).toMatchObject({ error: { reason: 'no-credentials' } });
  });
});
