// Credentials in the keyring of the operating system (safeStorage), by service. They are a document of their
// own in the studio's folder; the file of a studio does not hold it.
import type { Keyring } from '../../core/account/account-ports.ts';
import type { Credentials } from '../../core/account/calls.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import type { DocumentStore, Log } from '../../core/ports.ts';
import { codeOf } from './envelope.ts';
import { isRealKeyring, type SecretsDocument, type Vault } from './secrets.ts';

const credentialsSchema = z.object({ username: z.string(), password: z.string() });

/**
 * Keeps only where the keyring is real. Without one it keeps nothing, not even for the process. What cannot
 * be decrypted counts as not kept.
 */
export function createKeyring({
  vault,
  store,
  log,
}: {
  readonly vault: Vault;
  readonly store: DocumentStore<SecretsDocument>;
  readonly log: Log;
}): Keyring {
  const available = isRealKeyring(vault);
  const read = store.read();
  if (!read.ok) {
    log.error('credentials.unreadable', { detail: read.error.detail });
    store.moveAside();
  }
  let encrypted: SecretsDocument = read.ok ? (read.value ?? {}) : {};

  /** Writes first: what the keyring or the disk refuses is not kept, and not forgotten. */
  function write(make: () => SecretsDocument): boolean {
    try {
      const next = make();
      store.write(next);
      encrypted = next;
      return true;
    } catch (error) {
      log.error('credentials.not-saved', { code: codeOf(error) });
      return false;
    }
  }

  return {
    available,
    kept: () => Object.keys(encrypted).sort(),
    read(serviceId) {
      if (!available || !Object.hasOwn(encrypted, serviceId)) return undefined;
      try {
        const plain = vault.decryptString(Buffer.from(encrypted[serviceId] ?? '', 'base64'));
        const found = parse(credentialsSchema, JSON.parse(plain));
        if (found.ok) return found.value;
      } catch {
        log.error('credentials.undecipherable');
      }
      return undefined;
    },
    keep(serviceId, { username, password }: Credentials) {
      if (!available) return false;
      const plain = JSON.stringify({ username, password });
      return write(() => ({ ...encrypted, [serviceId]: vault.encryptString(plain).toString('base64') }));
    },
    forget(serviceId) {
      if (!Object.hasOwn(encrypted, serviceId)) return true;
      const { [serviceId]: _gone, ...others } = encrypted;
      return write(() => others);
    },
  };
}
