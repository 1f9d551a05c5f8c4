// Secrets under the operating system's own key (safeStorage). Without such a key they live as long as the
// process and never reach the disk. The key is asked for only where a secret is read or written, and without
// blocking: the system may ask the person first.
import type { DocumentStore, Log, Secrets } from '../../core/ports.ts';
import { codeOf } from './envelope.ts';

/** The part of Electron's safeStorage that is used here. */
export interface Vault {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plain: string): Promise<Buffer>;
  decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  getSelectedStorageBackend?(): string;
}

/** Names and encrypted values, in base64. */
export type SecretsDocument = Readonly<Record<string, string>>;

/**
 * Reads what is kept, and writes through `vault` and `store`. A secret that cannot be decrypted, or whose
 * file is damaged, counts as absent: the person signs in again. `saved` resolves when nothing waits any more.
 */
export async function openSecrets({
  vault,
  store,
  log,
}: {
  readonly vault: Vault;
  readonly store: DocumentStore<SecretsDocument>;
  readonly log: Log;
}): Promise<Secrets & { saved(): Promise<void> }> {
  const known = new Map<string, string>();
  let encrypted = load(store, log);
  let durable: Promise<boolean> | undefined;
  let waiting: Promise<void> = Promise.resolve();

  const isDurable = (): Promise<boolean> => (durable ??= isTrustworthy(vault));

  function save(next: SecretsDocument): void {
    encrypted = next;
    try {
      store.write(encrypted);
    } catch (error) {
      // The secret cannot be stored, so it lives as long as the process. A removed secret that stays on
      // disk is useless after the vendor's 60 minutes.
      log.error('secrets.not-saved', { code: codeOf(error) });
    }
  }

  async function keep(name: string, value: string): Promise<void> {
    try {
      if (!(await isDurable())) return;
      const bytes = await vault.encryptStringAsync(value);
      // Another value, or none, may have taken its place meanwhile.
      if (known.get(name) === value) save({ ...encrypted, [name]: bytes.toString('base64') });
    } catch {
      log.error('secrets.not-saved', { code: 'not-encrypted' });
    }
  }

  function soon(work: () => Promise<void>): void {
    waiting = waiting.then(work);
  }

  if (Object.keys(encrypted).length > 0 && (await isDurable()))
    for (const [name, value] of Object.entries(encrypted)) {
      try {
        const { result, shouldReEncrypt } = await vault.decryptStringAsync(Buffer.from(value, 'base64'));
        known.set(name, result);
        if (shouldReEncrypt) soon(() => keep(name, result));
      } catch {
        log.error('secret.undecipherable');
      }
    }

  return {
    saved: () => waiting,
    read: (name) => known.get(name),
    write(name, value) {
      if (value !== undefined) {
        known.set(name, value);
        soon(() => keep(name, value));
        return;
      }
      known.delete(name);
      if (!Object.hasOwn(encrypted, name)) return;
      const { [name]: _old, ...others } = encrypted;
      save(others);
    },
  };
}

/**
 * Whether the vault is safe. On Linux without a keyring Electron "encrypts" with a key that everybody knows.
 */
async function isTrustworthy(vault: Vault): Promise<boolean> {
  if (!(await isAvailable(vault))) return false;
  return process.platform !== 'linux' || vault.getSelectedStorageBackend?.() !== 'basic_text';
}

async function isAvailable(vault: Vault): Promise<boolean> {
  try {
    return await vault.isAsyncEncryptionAvailable();
  } catch {
    return false;
  }
}

/** The keyrings of Linux that Electron knows. Elsewhere the operating system has one of its own. */
const linuxKeyrings = /^(?:gnome_libsecret|kwallet[56]?)$/;

/** Whether a password may be kept. Stricter than for tokens: on Linux the keyring must be a known one. */
export async function isRealKeyring(
  vault: Vault,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  if (!(await isAvailable(vault))) return false;
  return platform !== 'linux' || linuxKeyrings.test(vault.getSelectedStorageBackend?.() ?? 'unknown');
}

function load(store: DocumentStore<SecretsDocument>, log: Log): SecretsDocument {
  const reading = store.read();
  if (reading.ok) return reading.value ?? {};
  log.error('secrets.unreadable', { detail: reading.error.detail });
  store.moveAside();
  return {};
}
