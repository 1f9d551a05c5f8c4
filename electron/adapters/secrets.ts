// Secrets under the operating system's own key (safeStorage). Without such a key they live as long as the
// process and never reach the disk.
import type { DocumentStore, Log, Secrets } from '../../core/ports.ts';

/** The part of Electron's safeStorage that is used here. */
export interface Vault {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  getSelectedStorageBackend?(): string;
}

/** Names and encrypted values, in base64. */
export type SecretsDocument = Readonly<Record<string, string>>;

/**
 * Reads and writes through `vault` and `store`. A secret that cannot be decrypted, or whose file is damaged,
 * counts as absent: the person signs in again.
 */
export function createSecrets({
  vault,
  store,
  log,
}: {
  readonly vault: Vault;
  readonly store: DocumentStore<SecretsDocument>;
  readonly log: Log;
}): Secrets {
  const known = new Map<string, string>();
  const durable = isTrustworthy(vault);
  let encrypted = durable ? load(store, log) : {};

  return {
    read(name) {
      const plain = known.get(name);
      if (plain !== undefined || !Object.hasOwn(encrypted, name)) return plain;
      try {
        const found = vault.decryptString(Buffer.from(encrypted[name] ?? '', 'base64'));
        known.set(name, found);
        return found;
      } catch {
        log.error('secret.undecipherable');
        return undefined;
      }
    },

    write(name, value) {
      if (value === undefined) known.delete(name);
      else known.set(name, value);
      if (!durable) return;
      const { [name]: _old, ...others } = encrypted;
      encrypted =
        value === undefined ? others : { ...others, [name]: vault.encryptString(value).toString('base64') };
      try {
        store.write(encrypted);
      } catch (error) {
        // The secret cannot be stored, so it lives as long as the process. A removed secret that stays on
        // disk is useless after the vendor's 60 minutes.
        log.error('secrets.not-saved', {
          code:
            error instanceof Error && 'code' in error && typeof error.code === 'string'
              ? error.code
              : 'unknown',
        });
      }
    },
  };
}

/**
 * Whether the vault is safe. On Linux without a keyring Electron "encrypts" with a key that everybody knows.
 */
function isTrustworthy(vault: Vault): boolean {
  if (!vault.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || vault.getSelectedStorageBackend?.() !== 'basic_text';
}

/** The keyrings of Linux that Electron knows. Elsewhere the operating system has one of its own. */
const linuxKeyrings = /^(?:gnome_libsecret|kwallet[56]?)$/;

/** Whether a password may be kept. Stricter than for tokens: on Linux the keyring must be a known one. */
export function isRealKeyring(vault: Vault, platform: NodeJS.Platform = process.platform): boolean {
  if (!vault.isEncryptionAvailable()) return false;
  return platform !== 'linux' || linuxKeyrings.test(vault.getSelectedStorageBackend?.() ?? 'unknown');
}

function load(store: DocumentStore<SecretsDocument>, log: Log): SecretsDocument {
  const reading = store.read();
  if (reading.ok) return reading.value ?? {};
  log.error('secrets.unreadable', { detail: reading.error.detail });
  store.moveAside();
  return {};
}
