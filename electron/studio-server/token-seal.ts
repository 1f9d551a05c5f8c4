// The tokens of a studio's vendor lie encrypted in the database. The key is a file beside it: whoever has the
// database or a copy of it alone does not get into the studio's account.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../adapters/envelope.ts';

export interface TokenSeal {
  seal(studio: string, token: string): string;
  /** Null if it was sealed with another key, for another studio, or changed: somebody must sign in again. */
  open(studio: string, sealed: string): string | null;
}

const cipher = 'aes-256-gcm';
const [keyBytes, ivBytes, tagBytes] = [32, 12, 16];

/** The key of the folder, made at the first use. Of several processes one makes it, and all have it. */
function keyOf(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'vendor.key');
  if (!existsSync(file)) {
    // Written beside its place first: nobody reads half a key.
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, randomBytes(keyBytes).toString('hex'), { mode: 0o600, flush: true });
    try {
      linkSync(beside, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(beside);
    }
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== keyBytes) throw new Error(`${file} holds no key`);
  return key;
}

/** Throws if the folder has no key and takes none. */
export function openTokenSeal(folder: string): TokenSeal {
  const key = keyOf(folder);
  return {
    seal(studio, token) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(studio));
      const sealed = Buffer.concat([sealing.update(token, 'utf8'), sealing.final()]);
      return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64');
    },
    open(studio, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(studio))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        const text = opening.update(bytes.subarray(ivBytes + tagBytes));
        return Buffer.concat([text, opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
