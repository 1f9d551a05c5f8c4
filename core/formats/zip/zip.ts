// The only file that knows fflate. A zip is read by its directory, and unpacked bytes
// are counted while unpacking.
import { Inflate, strToU8, Zip, ZipDeflate } from 'fflate';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { crc32 } from './crc32.ts';

/** Why a zip cannot be read. `zip-too-large` is about its unpacked size: a zip bomb is small on disk. */
export interface ZipRefusal {
  readonly reason: 'damaged-zip' | 'protected-zip' | 'zip-too-large';
}

const mostEntries = 5000;
/** A packed chunk unpacks to a thousand times as much at most: 16 MB. */
const chunk = 16_384;

/** A file of a zip. Nothing is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** `other`: packed in a way that this reader does not know. */
  readonly method: 'stored' | 'deflated' | 'other';
  readonly encrypted: boolean;
}

/** The files of a zip as its directory lists them: two may have one name. */
export interface ZipList {
  readonly entries: readonly ZipEntry[];
  /** How many more the directory has than this reader lists. */
  readonly more: number;
}

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };

/**
 * This value says that the size stands in another field: sizes of 4 GB and more,
 * and sometimes small ones too.
 */
const elsewhere = 0xffff_ffff;

const damaged = err<ZipRefusal>({ reason: 'damaged-zip' });

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at -= 1)
    if (view.getUint32(at, true) === signature.end) return at;
  return undefined;
}

/** The 64-bit values of an entry, in the order of the fields that lack them. */
function largeValues(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = view.getUint16(at + 2, true) >> 3;
    return Array.from({ length: Math.min(count, 3) }, (_, index) =>
      Number(view.getBigUint64(at + 4 + 8 * index, true)),
    );
  }
  return [];
}

/** The letters with accents of the code pages of older programs, from byte 0x80 on. */
const oldLetters = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ';

/**
 * The name as it is written: UTF-8 if it can be, otherwise one byte a character (older programs). Backslashes
 * count as slashes.
 */
function nameOf(bytes: Uint8Array): string {
  return decodedName(bytes).replaceAll('\\', '/');
}

function decodedName(bytes: Uint8Array): string {
  const plain = String.fromCharCode(...bytes);
  if (!/[^\0-\x7f]/.test(plain)) return plain;
  try {
    return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return plain.replaceAll(/[\x80-\x9a]/g, (letter) => oldLetters.charAt(letter.charCodeAt(0) - 0x80));
  }
}

/**
 * Lists the files of a zip: at most 5,000, and how many more there are. Refuses a zip that is cut off or
 * points outside itself.
 */
export function listZip(bytes: Uint8Array): Result<ZipList, ZipRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    return end === undefined ? damaged : entriesOf(bytes, view, end);
  } catch (problem) {
    if (problem instanceof RangeError) return damaged;
    throw problem;
  }
}

function entriesOf(bytes: Uint8Array, view: DataView, end: number): Result<ZipList, ZipRefusal> {
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  // The directory's start may be too large for 32 bits; it then stands in the record before the end mark.
  const stated = view.getUint32(end + 16, true);
  let at = stated === elsewhere ? Number(view.getBigUint64(end - 20 - 56 + 48, true)) : stated;
  const isEntry = (): boolean => at + 46 <= end && view.getUint32(at, true) === signature.central;
  // The count has 16 bits only: a directory of 65,537 files says 1. So the directory itself is walked.
  let more = 0;
  for (let index = 0; index < count || isEntry(); index += 1) {
    if (!isEntry()) {
      if (index < mostEntries) return damaged;
      // The count says more than there is, and more than is listed anyway.
      more = Math.max(more, count - mostEntries);
      break;
    }
    const read = index < mostEntries ? entryAt(bytes, view, at) : undefined;
    if (read === null) return damaged;
    if (read === undefined) more += 1;
    else entries.push(read);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok({ entries, more });
}

/** The entry of the directory at `at`. Null if it points outside the file. */
function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | null {
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const large = largeValues(view, nameEnd, nameEnd + view.getUint16(at + 30, true));
  const value = (offset: number): number => {
    const short = view.getUint32(at + offset, true);
    return short === elsewhere ? (large.shift() ?? short) : short;
  };
  const size = value(24);
  const packed = value(20);
  const local = value(42);
  if (view.getUint32(local, true) !== signature.local) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) return null;
  const method = view.getUint16(at + 10, true);
  return {
    name: nameOf(bytes.subarray(at + 46, nameEnd)),
    start,
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    method: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

/**
 * Unpacks one file, one slice in each step. Refuses a file whose stated size is above `most` bytes before it
 * is unpacked, and a file that turns out to be larger. Never keeps more than `most` bytes.
 */
export function* unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  most: number,
): Steps<Result<Uint8Array, ZipRefusal>> {
  if (entry.encrypted) return err({ reason: 'protected-zip' });
  if (entry.method === 'other') return damaged;
  if (entry.size > most) return err({ reason: 'zip-too-large' });
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 'stored') return packed.length > most ? err({ reason: 'zip-too-large' }) : ok(packed);
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.length;
    if (length <= most) parts.push(part);
  });
  for (let at = 0; at < packed.length; at += chunk) {
    try {
      inflate.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
    } catch {
      return damaged;
    }
    if (length > most) return err({ reason: 'zip-too-large' });
    yield Math.min(1, (at + chunk) / packed.length);
  }
  return ok(joined(parts, length));
}

/** Whether the unpacked bytes are those that were packed. A damaged file may unpack to others. */
export const isIntact = (entry: ZipEntry, unpacked: Uint8Array): boolean => crc32(unpacked) === entry.crc;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A zip of some texts, by path. A long text comes in pieces: one is packed in each step. The same texts
 * always give the same bytes.
 */
export function* zipTextsInSteps(texts: Readonly<Record<string, readonly string[]>>): Steps<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
    length += part.length;
  });
  const paths = Object.entries(texts);
  for (const [at, [path, pieces]] of paths.entries()) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = '1980-01-02T12:00:00';
    zip.add(file);
    for (const [index, piece] of pieces.entries()) {
      file.push(strToU8(piece), index === pieces.length - 1);
      yield (at + (index + 1) / pieces.length) / paths.length;
    }
  }
  zip.end();
  return joined(parts, length);
}
