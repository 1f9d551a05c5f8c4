import { describe, expect, it } from 'vitest';
import type { DocumentStore, Log } from '../../core/ports.ts';
import { createSecrets, type SecretsDocument, type Vault } from '../../electron/adapters/secrets.ts';

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
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from(`locked:${turned(plain)}`),
  decryptString(encrypted) {
    const text = encrypted.toString();
    if (!text.startsWith('locked:')) throw new Error('wrong key');
    return turned(text.slice(7));
  },
  getSelectedStorageBackend: () => 'gnome_libsecret',
};

describe('secrets', () => {
  it('survive a restart, encrypted', () => {
    const store = memory();
    createSecrets({ vault, store, log: quiet }).write('refresh', 'hunter2');
    expect(JSON.stringify(store.disk)).not.toContain('hunter2');
    expect(Buffer.from(store.disk?.['refresh'] ?? '', 'base64').toString()).not.toContain('hunter2');
    expect(createSecrets({ vault, store, log: quiet }).read('refresh')).toBe('hunter2');
  });

  it('that cannot be written live as long as the process; that is logged, and nothing of the old is lost', () => {
    const store = memory();
    createSecrets({ vault, store, log: quiet }).write('refresh', 'hunter2');
    const logged: string[] = [];
    const full: DocumentStore<SecretsDocument> = {
      ...store,
      read: () => store.read(),
      write() {
        throw Object.assign(new Error('read-only'), { code: 'EACCES' });
      },
    };
    const secrets = createSecrets({
      vault,
      store: full,
      log: {
        info: () => undefined,
        error: (event, data) => void logged.push(`${event} ${String(data?.['code'])}`),
      },
    });
    secrets.write('refresh', 'hunter3');
    expect([secrets.read('refresh'), logged]).toEqual(['hunter3', ['secrets.not-saved EACCES']]);
    secrets.write('refresh', undefined);
    expect(secrets.read('refresh')).toBeUndefined();
    expect(createSecrets({ vault, store, log: quiet }).read('refresh')).toBe('hunter2');
  });

  it('are gone when taken back, on disk too', () => {
    const store = memory();
    const secrets = createSecrets({ vault, store, log: quiet });
    secrets.write('refresh', 'a');
    secrets.write('other', 'b');
    secrets.write('refresh', undefined);
    expect([secrets.read('refresh'), secrets.read('other')]).toEqual([undefined, 'b']);
    expect(Object.keys(store.disk ?? {})).toEqual(['other']);
  });

  it.each<[string, Vault]>([
    ['there is no key', { ...vault, isEncryptionAvailable: () => false }],
    ...(process.platform === 'linux'
      ? [
          [
            'the key is one that everybody has',
            { ...vault, getSelectedStorageBackend: () => 'basic_text' },
          ] as [string, Vault],
        ]
      : []),
  ])('stay in memory where %s', (_why, weak) => {
    const store = memory();
    const secrets = createSecrets({ vault: weak, store, log: quiet });
    secrets.write('refresh', 'hunter2');
    expect(secrets.read('refresh')).toBe('hunter2');
    expect(store.disk).toBeUndefined();
  });

  it('count as absent where they cannot be deciphered, or their file is damaged', () => {
    const store = memory({ refresh: Buffer.from('other machine').toString('base64') });
    expect(createSecrets({ vault, store, log: quiet }).read('refresh')).toBeUndefined();
    store.damaged = true;
    const secrets = createSecrets({ vault, store, log: quiet });
    expect([secrets.read('refresh'), store.moved]).toEqual([undefined, 1]);
    expect(secrets.read('toString')).toBeUndefined();
  });
});
