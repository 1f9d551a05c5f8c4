import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

/** What a file that is no text really is, as far as its first bytes say. */
export type BinaryKind = 'xlsx' | 'xls' | 'pdf' | 'image' | 'other';

export type DecodeRefusal =
  | { readonly reason: 'empty-file' }
  | { readonly reason: 'too-large'; readonly bytes: number; readonly most: number }
  | { readonly reason: 'binary-file'; readonly kind: BinaryKind };

export const largestStaffList = 20_000_000;

const signatures: readonly { readonly kind: BinaryKind; readonly bytes: readonly number[] }[] = [
  { kind: 'xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Windows-1252 from 0x80 to 0x9F; the five bytes that it leaves undefined stay what they are. */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];

function textOf(units: Uint16Array): string {
  const step = 8192;
  let text = '';
  for (let at = 0; at < units.length; at += step)
    text += String.fromCharCode(...units.subarray(at, at + step));
  return text;
}

/**
 * Continuation bytes and the least code point of a UTF-8 sequence, by its first byte; undefined where none
 * starts so.
 */
function sequenceOf(
  first: number,
): { readonly more: number; readonly least: number; readonly bits: number } | undefined {
  if (first >= 0xc2 && first <= 0xdf) return { more: 1, least: 0x80, bits: first & 0x1f };
  if (first >= 0xe0 && first <= 0xef) return { more: 2, least: 0x800, bits: first & 0x0f };
  if (first >= 0xf0 && first <= 0xf4) return { more: 3, least: 0x10000, bits: first & 0x07 };
  return undefined;
}

/** The UTF-16 units of strict UTF-8, or undefined where the bytes are not that. */
function decodeUtf8(bytes: Uint8Array, from: number): Uint16Array | undefined {
  const units = new Uint16Array(bytes.length - from);
  let length = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[length++] = first;
      continue;
    }
    const sequence = sequenceOf(first);
    if (sequence === undefined) return undefined;
    let point = sequence.bits;
    for (let left = sequence.more; left > 0; left -= 1) {
      at += 1;
      const next = bytes[at] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < sequence.least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    if (point < 0x10000) units[length++] = point;
    else {
      units[length++] = 0xd800 + ((point - 0x10000) >> 10);
      units[length++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
  }
  return units.subarray(0, length);
}

const decodeUtf16 = (bytes: Uint8Array): Uint16Array =>
  Uint16Array.from(
    { length: (bytes.length - 2) >> 1 },
    (_, index) => (bytes[2 * index + 2] ?? 0) | ((bytes[2 * index + 3] ?? 0) << 8),
  );

const decodeWindows1252 = (bytes: Uint8Array): Uint16Array =>
  Uint16Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (windows1252[byte - 0x80] ?? byte) : byte,
  );

/**
 * The text of a staff list: UTF-8 where the bytes are valid UTF-8, else Windows-1252, as Italian payroll
 * programs write;
 * UTF-16 only with its mark (Excel's "Unicode text"). Refuses empty, too large and binary files, and says
 * what they are.
 */
export function decodeStaffList(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly encoding: TextEncoding }, DecodeRefusal> {
  if (bytes.length > largestStaffList)
    return err({ reason: 'too-large', bytes: bytes.length, most: largestStaffList });
  const signature = signatures.find((known) => startsWith(bytes, known.bytes));
  if (signature) return err({ reason: 'binary-file', kind: signature.kind });
  const decoded = decodeText(bytes);
  if (decoded === undefined) return err({ reason: 'binary-file', kind: 'other' });
  return decoded.text.trim() === '' ? err({ reason: 'empty-file' }) : ok(decoded);
}

/** The text of the bytes with their encoding, or undefined where a zero byte says that they are no text. */
function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: TextEncoding } | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) {
    const units = decodeUtf16(bytes);
    return units.includes(0) ? undefined : { text: textOf(units), encoding: 'utf-16le' };
  }
  if (bytes.includes(0)) return undefined;
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const units = decodeUtf8(bytes, marked ? 3 : 0);
  if (units) return { text: textOf(units), encoding: marked ? 'utf-8-bom' : 'utf-8' };
  return { text: textOf(decodeWindows1252(bytes)), encoding: 'windows-1252' };
}

/** Bytes decoded in one step. */
const step = 262_144;

/**
 * The text of a large UTF-8 file in steps, each cut where a character ends; other texts at once. Undefined
 * where it is no text.
 */
export function* decodeLarge(bytes: Uint8Array): Steps<string | undefined> {
  const texts: string[] = [];
  for (let from = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0; from < bytes.length;) {
    let to = Math.min(bytes.length, from + step);
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to += 1;
    const units = decodeUtf8(bytes.subarray(from, to), 0);
    if (units === undefined) return decodeText(bytes)?.text;
    texts.push(textOf(units));
    from = to;
    yield from / bytes.length;
  }
  return texts.join('');
}
