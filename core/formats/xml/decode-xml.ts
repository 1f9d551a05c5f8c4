import type { OpenDecoder } from '../spreadsheet/text-encoding.ts';

type Encoding = Parameters<OpenDecoder>[0];

/**
 * The encodings that a declaration may name, without blanks and signs. The web reads Latin-1 as
 * Windows-1252.
 */
const declared: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  usascii: 'utf-8',
  ascii: 'utf-8',
  iso88591: 'windows-1252',
  iso885915: 'windows-1252',
  latin1: 'windows-1252',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The encoding that a byte order mark shows, or the zero bytes of `<?` and `<F`. */
function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c)) return 'utf-16be';
  return undefined;
}

/**
 * The encoding that the declaration names. Undefined if it names none, or one of two bytes in a file of
 * one.
 */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{2,30})["']/i.exec(start)?.[1] ?? '';
  const encoding = declared[name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')];
  return encoding?.startsWith('utf-16') === true ? undefined : encoding;
}

/**
 * The text of an XML file. A byte order mark counts first, then the declaration. A file that says UTF-8 and
 * is not is read as Windows-1252, as older programs write it.
 */
export function decodeXml(bytes: Uint8Array, openDecoder: OpenDecoder): string {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  if (encoding !== 'utf-8') return decode(bytes, openDecoder(encoding, { fatal: false }));
  try {
    return decode(bytes, openDecoder('utf-8', { fatal: true }));
  } catch {
    return decode(bytes, openDecoder('windows-1252', { fatal: false }));
  }
}

/** Always decodes as a stream: Node 20 otherwise reads Windows-1252 as Latin-1. */
const decode = (bytes: Uint8Array, decoder: ReturnType<OpenDecoder>): string =>
  decoder.decode(bytes, { stream: true }) + decoder.decode();
