import { describe, expect, test } from 'vitest';
import { createKeyring } from '../../electron/adapters/keyring.ts';
import { isRealKeyring, type SecretsDocument, type Vault } from '../../electron/adapters/secrets.ts';
import { memoryStore } from '../support/memory-store.ts';

const turned = (text: string): string => text.split('').toReversed().join('');
const vaultOf = (backend: string | undefined, available = true): Vault => ({
  isAsyncEncryptionAvailable: async () => available,
  encryptStringAsync: async (plain) => Buffer.from(turned(plain)),
  async decryptStringAsync(encrypted) {
    const plain = turned(encrypted.toString());
    if (!plain.startsWith('{')) throw new Error(`wrong key: ${plain}`);
    return { result: plain, shouldReEncrypt: false };
  },
  ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
});
const real = vaultOf('gnome_libsecret');
const credentials = { username: 'ARUBA01234560512', password: 'Segreta-1' };

const logged: string[] = [];
const log = {
  info: () => undefined,
  error: (event: string, data: object = {}) => void logged.push(`${event} ${JSON.stringify(data)}`),
};
const open = (store = memoryStore<SecretsDocument>(), vault = real) => ({
  store,
  keyring: createKeyring({ vault, store, log }),
});

describe('a real keyring', () => {
  test.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['linux', '', false],
    ['linux', undefined, false],
    ['win32', undefined, true],
    ['darwin', undefined, true],
  ] as const)('%s with %s: %s', async (platform, backend, is) => {
    expect(await isRealKeyring(vaultOf(backend), platform)).toBe(is);
    expect(await isRealKeyring(vaultOf(backend, false), platform)).toBe(false);
  });
});

describe('the keyring', () => {
  test('keeps by service, encrypted, and also after a restart', async () => {
    const { store, keyring } = open();
    expect(await keyring.keep('fe-1', credentials)).toBe(true);
    expect(store.text).not.toContain(credentials.password);
    expect(store.text).not.toContain(credentials.username);
    const again = open(store).keyring;
    expect(await again.read('fe-1')).toEqual(credentials);
    expect(again.kept()).toEqual(['fe-1']);
    expect(await again.read('fe-2')).toBeUndefined();
    expect(await again.read('__proto__')).toBeUndefined();
  });

  test('forgets from the disk, and says if it could not', async () => {
    const { store, keyring } = open();
    await keyring.keep('fe-1', credentials);
    await keyring.keep('fe-2', credentials);
    store.full = true;
    expect(keyring.forget('fe-1')).toBe(false);
    expect(keyring.kept()).toEqual(['fe-1', 'fe-2']);
    store.full = false;
    expect(keyring.forget('fe-1')).toBe(true);
    expect(open(store).keyring.kept()).toEqual(['fe-2']);
  });

  test('keeps nothing where there is none, not even for the process', async () => {
    for (const vault of [vaultOf('basic_text'), vaultOf('unknown'), vaultOf('gnome_libsecret', false)]) {
      const { store, keyring } = open(memoryStore<SecretsDocument>(), vault);
      const onLinux = await isRealKeyring(vault, 'linux');
      expect(onLinux).toBe(false);
      if (await keyring.available()) continue;
      expect(await keyring.keep('fe-1', credentials)).toBe(false);
      expect(await keyring.read('fe-1')).toBeUndefined();
      expect(store.text).toBeUndefined();
    }
  });

  test('a keyring that is locked keeps nothing, and does not throw', async () => {
    const locked: Vault = {
      ...real,
      encryptStringAsync: () => Promise.reject(new Error('locked')),
    };
    const { store, keyring } = open(memoryStore<SecretsDocument>(), locked);
    expect(await keyring.keep('fe-1', credentials)).toBe(false);
    expect(keyring.kept()).toEqual([]);
    expect(store.text).toBeUndefined();
  });

  test('a full disk keeps nothing', async () => {
    const { store, keyring } = open();
    store.full = true;
    expect(await keyring.keep('fe-1', credentials)).toBe(false);
    expect(await keyring.read('fe-1')).toBeUndefined();
  });

  test('what cannot be decrypted is not there, and no log says what it was', async () => {
    const { store, keyring } = open();
    await keyring.keep('fe-1', credentials);
    store.text = JSON.stringify({ document: { 'fe-1': Buffer.from('Segreta-1').toString('base64') } });
    expect(await open(store).keyring.read('fe-1')).toBeUndefined();
    store.text = 'not json';
    expect(open(store).keyring.kept()).toEqual([]);
    expect(logged.join('\n')).not.toMatch(/Segreta|ARUBA/);
    expect(logged.length).toBeGreaterThan(0);
  });
});
