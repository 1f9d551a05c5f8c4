// A studio file under a passphrase, in the format of age (https://age-encryption.org), which other programs
// read too. The key is made slowly from the passphrase on purpose, so it belongs into a thread.
import { Decrypter, Encrypter } from 'age-encryption';
import type { StudioRefusal } from '../../core/bridge/studios.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';

const start = 'age-encryption.org/v1\n';

/** True if the bytes are a file under a passphrase, whole or not. */
export const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;

/**
 * The bytes under a passphrase. `workFactor`: how slow the key is, as a power of two. 17 is what OWASP asks
 * of scrypt (Password Storage Cheat Sheet).
 */
export function lockFile(bytes: Uint8Array, passphrase: string, workFactor = 17): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize('NFC'));
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(bytes);
}

/** The bytes that were put under a passphrase. Refuses another passphrase and a file that is not whole. */
export async function unlockFile(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<Uint8Array, StudioRefusal>> {
  if (!isLocked(bytes)) return ok(bytes);
  if (passphrase === null) return err({ reason: 'passphrase-needed' });
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  try {
    return ok(await decrypter.decrypt(bytes));
  } catch (error) {
    // The library has no codes: this is its one message for a key that opens nothing.
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    return err({ reason: wrong ? 'wrong-passphrase' : 'damaged-locked-file' });
  }
}
