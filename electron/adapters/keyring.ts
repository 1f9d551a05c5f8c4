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
 * be decrypted counts as not kept. The system may ask the person before it opens the keyring.
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
  let asked: Promise<boolean> | undefined;
  const available = (): Promise<boolean> => (asked ??= isRealKeyring(vault));
  const read = store.read();
  if (!read.ok) {
    log.error('credentials.unreadable', { detail: read.error.detail });
    store.moveAside();
  }
  let encrypted: SecretsDocument = read.ok ? (read.value ?? {}) : {};

  /** Writes first: what the disk refuses is not kept, and not forgotten. */
  function write(next: SecretsDocument): boolean {
    try {
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
    async read(serviceId) {
      if (!Object.hasOwn(encrypted, serviceId) || !(await available())) return undefined;
      try {
        const { result } = await vault.decryptStringAsync(Buffer.from(encrypted[serviceId] ?? '', 'base64'));
        const found = parse(credentialsSchema, JSON.parse(result));
        if (found.ok) return found.value;
      } catch {
        log.error('credentials.undecipherable');
      }
      return undefined;
    },
    async keep(serviceId, { username, password }: Credentials) {
      if (!(await available())) return false;
      try {
        const bytes = await vault.encryptStringAsync(JSON.stringify({ username, password }));
        return write({ ...encrypted, [serviceId]: bytes.toString('base64') });
      } catch {
        log.error('credentials.not-saved', { code: 'not-encrypted' });
        return false;
      }
    },
    forget(serviceId) {
      if (!Object.hasOwn(encrypted, serviceId)) return true;
      const { [serviceId]: _gone, ...others } = encrypted;
      return write(others);
    },
  };
}
