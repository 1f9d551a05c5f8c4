// Where the vendor of a sample studio is, if a person has chosen one instead of the simulator inside. It is a
// setting of this computer, never a row: the file of a studio must not send anybody's password elsewhere.
import { parse, z } from '../../core/kernel/parse.ts';
import type { Settings } from '../adapters/settings.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const longest = 300;
const settingsSchema = z.record(z.string().max(100), z.string().max(longest));

/**
 * An address without a slash at its end. Undefined for an unsafe one: https, or http on this same computer.
 * Refuses credentials too: they would end up in logs and process lists.
 */
export function readBackendAddress(text: string): string | undefined {
  if (text.length > longest || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  if (!safe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return undefined;
  return url.href.replace(/\/+$/, '');
}

export interface BackendAddresses {
  /** Null: the simulator inside the program. */
  of(studio: string): string | null;
  /** Throws if it cannot be written. */
  choose(studio: string, address: string | null): void;
}

/** The chosen addresses. A damaged file, or an unsafe address in it, counts as none. */
export function openBackendAddresses(store: Settings<unknown>): BackendAddresses {
  const read = store.read();
  const known = read.ok ? parse(settingsSchema, read.value ?? {}) : read;
  let addresses: Readonly<Record<string, string>> = known.ok ? known.value : {};
  return {
    of: (studio) =>
      Object.hasOwn(addresses, studio) ? (readBackendAddress(addresses[studio] ?? '') ?? null) : null,
    choose(studio, address) {
      const { [studio]: _before, ...others } = addresses;
      const next = address === null ? others : { ...others, [studio]: address };
      store.write(next);
      addresses = next;
    },
  };
}
