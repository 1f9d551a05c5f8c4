import { describe, expect, it } from 'vitest';
import type { DocumentStore, Log } from '../../core/ports.ts';
import { openSecrets, type SecretsDocument, type Vault } from '../../electron/adapters/secrets.ts';

const quiet: Log = { info: () => undefined, error: () => undefined };

function memory(
  initial?: SecretsDocument,
): DocumentStore<SecretsDocument> & { disk: SecretsDocument | undefined; damaged: boolean; moved: number } {
  return {
    disk: initial,
    damaged: false,
    moved: 0,
    read() {
      return this.damaged
        ? { ok: false, error: { reason: 'unreadable', detail: 'not-json' } }
        : { ok: true, value: this.disk };
    },
    write(document) {
      this.disk = document;
      return null;
    },
    firstBytes: () => undefined,
    moveAside() {
      this.damaged = false;
      this.moved += 1;
      return 'aside.json';
    },
  };
}

/** Reverses the text, so that it is not readable. */
const turned = (text: string): string => text.split('').toReversed().join('');
const vault: Vault = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (plain) => Buffer.from(`locked:${turned(plain)}`),
  async decryptStringAsync(encrypted) {
    const text = encrypted.toString();
    if (!text.startsWith('locked:')) throw new Error('wrong key');
    return { result: turned(text.slice(7)), shouldReEncrypt: text.includes('dlo') };
  },
  getSelectedStorageBackend: () => 'gnome_libsecret',
};
const open = (store: DocumentStore<SecretsDocument>, by = vault, log = quiet) =>
  openSecrets({ vault: by, store, log });

describe('secrets', () => {
  it('survive a restart, encrypted', async () => {
    const store = memory();
    const secrets = await open(store);
    secrets.write('refresh', 'hunter2');
    await secrets.saved();
    expect(JSON.stringify(store.disk)).not.toContain('hunter2');
    expect(Buffer.from(store.disk?.['refresh'] ?? '', 'base64').toString()).not.toContain('hunter2');
    expect((await open(store)).read('refresh')).toBe('hunter2');
  });

  it('13: do not ask for the key before there is a secret, and never keep the program waiting', async () => {
    let asked = 0;
    let answer = (_available: boolean): void => undefined;
    const slow: Vault = {
      ...vault,
      isAsyncEncryptionAvailable: () => {
        asked += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    };
    const store = memory();
    const secrets = await open(store, slow);
    expect([secrets.read('refresh'), asked]).toEqual([undefined, 0]);
    secrets.write('refresh', 'hunter2');
    // The person still reads the question of the Keychain.
    expect([secrets.read('refresh'), store.disk]).toEqual(['hunter2', undefined]);
    await Promise.resolve();
    answer(true);
    await secrets.saved();
    expect([asked, Object.keys(store.disk ?? {})]).toEqual([1, ['refresh']]);
  });

  it('that were taken back while the key was asked for do not come back', async () => {
    const store = memory();
    const secrets = await open(store);
    secrets.write('refresh', 'hunter2');
    secrets.write('refresh', undefined);
    await secrets.saved();
    expect([secrets.read('refresh'), store.disk]).toEqual([undefined, undefined]);
  });

  it('under an old key are encrypted anew', async () => {
    const old = Buffer.from(`locked:${turned('old')}`).toString('base64');
    const store = memory({ refresh: old });
    const seen: string[] = [];
    const renewing: Vault = {
      ...vault,
      encryptStringAsync: async (plain) => {
        seen.push(plain);
        return Buffer.from('locked:new');
      },
    };
    const secrets = await open(store, renewing);
    await secrets.saved();
    expect([secrets.read('refresh'), seen]).toEqual(['old', ['old']]);
    expect(store.disk?.['refresh']).not.toBe(old);
  });

  it('that cannot be written live as long as the process; that is logged, and nothing of the old is lost', async () => {
    const store = memory();
    const first = await open(store);
    first.write('refresh', 'hunter2');
    await first.saved();
    const logged: string[] = [];
    const full: DocumentStore<SecretsDocument> = {
      ...store,
      read: () => store.read(),
      write() {
        throw Object.assign(new Error('read-only'), { code: 'EACCES' });
      },
    };
    const secrets = await open(full, vault, {
      info: () => undefined,
      error: (event, data) => void logged.push(`${event} ${String(data?.['code'])}`),
    });
    secrets.write('refresh', 'hunter3');
    await secrets.saved();
    expect([secrets.read('refresh'), logged]).toEqual(['hunter3', ['secrets.not-saved EACCES']]);
    secrets.write('refresh', undefined);
    expect(secrets.read('refresh')).toBeUndefined();
    expect((await open(store)).read('refresh')).toBe('hunter2');
  });

  it('that the key refuses live as long as the process', async () => {
    const store = memory();
    const secrets = await open(store, {
      ...vault,
      encryptStringAsync: () => Promise.reject(new Error('locked')),
    });
    secrets.write('refresh', 'hunter2');
    await secrets.saved();
    expect([secrets.read('refresh'), store.disk]).toEqual(['hunter2', undefined]);
  });

  it('are gone when taken back, on disk too', async () => {
    const store = memory();
    const secrets = await open(store);
    secrets.write('refresh', 'a');
    secrets.write('other', 'b');
    await secrets.saved();
    secrets.write('refresh', undefined);
    expect([secrets.read('refresh'), secrets.read('other')]).toEqual([undefined, 'b']);
    expect(Object.keys(store.disk ?? {})).toEqual(['other']);
  });

  it.each<[string, Vault]>([
    ['there is no key', { ...vault, isAsyncEncryptionAvailable: async () => false }],
    [
      'the key does not answer',
      { ...vault, isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) },
    ],
    ...(process.platform === 'linux'
      ? [
          [
            'the key is one that everybody has',
            { ...vault, getSelectedStorageBackend: () => 'basic_text' },
          ] as [string, Vault],
        ]
      : []),
  ])('stay in memory where %s', async (_why, weak) => {
    const store = memory();
    const secrets = await open(store, weak);
    secrets.write('refresh', 'hunter2');
    await secrets.saved();
    expect(secrets.read('refresh')).toBe('hunter2');
    expect(store.disk).toBeUndefined();
  });

  it('count as absent where they cannot be deciphered, or their file is damaged', async () => {
    const store = memory({ refresh: Buffer.from('other machine').toString('base64') });
    expect((await open(store)).read('refresh')).toBeUndefined();
    store.damaged = true;
    const secrets = await open(store);
    expect([secrets.read('refresh'), store.moved]).toEqual([undefined, 1]);
    expect(secrets.read('toString')).toBeUndefined();
  });
});
