import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import { decodeMixed } from './mixed-text.ts';
import { olderReading } from './old-encodings.ts';
import { onceUtf8 } from './utf8-twice.ts';

/**
 * `mixed`: most rows are UTF-8 and some are Windows-1252, or the reverse. `utf-8-twice`: a program took UTF-8
 * for Windows-1252 and made it UTF-8 again. `macintosh` is Mac Roman, `cp850` what DOS programs write.
 */
export type TextEncoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-8-twice'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'macintosh'
  | 'cp850'
  | 'mixed';

/**
 * The platform's `TextDecoder`. It is passed in because core has no globals of a browser or of
 * Node. If `fatal`, it throws if the bytes do not fit the encoding. It leaves a byte order mark
 * at the start out of the text.
 */
export type OpenDecoder = (
  encoding: Exclude<TextEncoding, 'utf-8-bom' | 'utf-8-twice' | 'cp850' | 'mixed'>,
  options: { readonly fatal: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

/** The kind of a file that is not a text, by its first bytes. */
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

const byteOrderMarks: readonly { readonly encoding: TextEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8-bom', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Bytes decoded in one step. A step takes some milliseconds. */
const step = 262_144;

/** The text of the bytes, one slice in each step. Throws if the decoder is fatal and the bytes do not fit. */
function* decodeSlices(bytes: Uint8Array, decoder: ReturnType<OpenDecoder>): Steps<string> {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    // Always decode as a stream: a slice may end inside a character, and Node 20 otherwise
    // reads windows-1252 as Latin-1.
    texts.push(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
    yield Math.min(1, (at + step) / bytes.length);
  }
  texts.push(decoder.decode());
  return texts.join('');
}

/** Returns the text if the bytes are valid UTF-8, otherwise undefined. */
export function* decodeUtf8(bytes: Uint8Array, openDecoder: OpenDecoder): Steps<string | undefined> {
  try {
    return yield* decodeSlices(bytes, openDecoder('utf-8', { fatal: true }));
  } catch {
    return undefined;
  }
}

/**
 * Recognises UTF-16 without a byte order mark; undefined if it is not clear. Western text has a
 * zero in nearly every second byte: half of the letters at the start must have it, and on the other
 * side at most one in a hundred.
 */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 4096);
  if (bytes.length % 2 !== 0 || start.length < 8) return undefined;
  const zeros = [0, 0] as [number, number];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  const letters = start.length / 2;
  if (odd >= letters / 2 && even <= letters / 100) return 'utf-16le';
  return even >= letters / 2 && odd <= letters / 100 ? 'utf-16be' : undefined;
}

const startsWithMark = (bytes: Uint8Array): boolean =>
  byteOrderMarks.some((mark) => startsWith(bytes, mark.bytes));

/** The encoding that a mark or zero bytes show. Undefined if the bytes are UTF-8 or windows-1252. */
const encodingOf = (bytes: Uint8Array): TextEncoding | undefined =>
  byteOrderMarks.find((mark) => startsWith(bytes, mark.bytes))?.encoding ?? utf16Without(bytes);

type Decoded = { readonly text: string; readonly encoding: TextEncoding };

/** Returns the text, or undefined if zero bytes or zero characters show that the file is not a text. */
function* decodeText(bytes: Uint8Array, openDecoder: OpenDecoder): Steps<Decoded | undefined> {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    // A single byte at the end is half a letter: it is dropped.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    const text = yield* decodeSlices(whole, openDecoder(encoding, { fatal: false }));
    // Numbers of two bytes look like UTF-16 without a mark, but make control characters.
    const isText = startsWithMark(bytes) ? !text.includes('\0') : !/[\0-\x08\x0e-\x1f]/.test(text);
    return isText ? { text, encoding } : undefined;
  }
  if (bytes.includes(0)) return undefined;
  const text = yield* within(decodeUtf8(bytes, openDecoder), 0, 0.4);
  if (text !== undefined) {
    const once = onceUtf8(text);
    return once === undefined
      ? { text, encoding: encoding ?? 'utf-8' }
      : { text: once, encoding: 'utf-8-twice' };
  }
  const decoded = yield* within(decodeMixed(bytes, openDecoder), 0.4, 0.8);
  if (decoded.mixed) return { text: decoded.text, encoding: 'mixed' };
  const older = yield* within(olderReading(bytes, decoded.text, openDecoder), 0.8, 1);
  return older ?? { text: decoded.text, encoding: 'windows-1252' };
}

/**
 * Reads the text of a staff list, in steps. UTF-16 if a byte order mark (Excel's "Unicode text") or the zero
 * bytes show it; UTF-8 if the bytes are valid UTF-8; otherwise line by line, UTF-8 or Windows-1252, as
 * Italian payroll programs write. Mac Roman and code page 850 if that is clearly the better reading. UTF-8
 * that was made twice is undone. Refuses empty, too large and binary files, and says which kind of binary
 * file it is.
 */
export function* decodeStaffList(
  bytes: Uint8Array,
  openDecoder: OpenDecoder,
): Steps<Result<Decoded, DecodeRefusal>> {
  if (bytes.length > largestStaffList)
    return err({ reason: 'too-large', bytes: bytes.length, most: largestStaffList });
  const signature = signatures.find((known) => startsWith(bytes, known.bytes));
  if (signature) return err({ reason: 'binary-file', kind: signature.kind });
  const decoded = yield* decodeText(bytes, openDecoder);
  if (decoded === undefined) return err({ reason: 'binary-file', kind: 'other' });
  return decoded.text.trim() === '' ? err({ reason: 'empty-file' }) : ok(decoded);
}
