// The only file that knows asn1js. The signature itself is not checked: an invoice is read for what it
// says, and a person confirms it.
import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';
import { err, ok, type Result } from '../../kernel/result.ts';
import { fromBase64 } from './base64.ts';

/**
 * Why a signed file cannot be opened. `signature-alone`: it holds a signature, and what was signed is another
 * file.
 */
export interface SignedRefusal {
  readonly reason: 'not-signed' | 'damaged-signature' | 'signature-alone' | 'encrypted-envelope';
}

const signedData = '1.2.840.113549.1.7.2';
const envelopedData = '1.2.840.113549.1.7.3';

/** A file of 5 MB in chunks of a few hundred bytes, with its certificates. */
const limits = { maxDepth: 40, maxNodes: 50_000, maxContentLength: 8_000_000, parseEmbedded: false };

const sequenceTag = 0x30;

/** The text of a base64 file without its PEM lines and mail headers, as bytes. */
function base64Part(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return base64Part(bytes.subarray(3));
  // 200 bytes hold the lines before; the text itself is not turned into characters.
  const start = String.fromCharCode(...bytes.subarray(0, 1000));
  const begin = /-----BEGIN [A-Z0-9 ]{1,30}-----/.exec(start);
  const headers = begin ?? /^(?:[\w-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n/.exec(start);
  const from = headers === null ? 0 : headers.index + headers[0].length;
  if (begin === null) return bytes.subarray(from);
  const tail = Math.max(from, bytes.length - 200);
  const end = String.fromCharCode(...bytes.subarray(tail)).indexOf('-----END');
  return bytes.subarray(from, end === -1 ? bytes.length : tail + end);
}

/** The signed file as it is, or decoded from base64. Undefined if it is neither. */
function binaryOf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === sequenceTag) return bytes;
  const decoded = fromBase64(base64Part(bytes));
  return decoded?.[0] === sequenceTag ? decoded : undefined;
}

/** The elements inside a constructed one. */
const parts = (block: BaseBlock | undefined): readonly BaseBlock[] =>
  block instanceof Constructed ? (block.valueBlock.value as readonly BaseBlock[]) : [];

const oidOf = (block: BaseBlock | undefined): string =>
  block instanceof ObjectIdentifier ? block.valueBlock.toString() : '';

/**
 * Takes what was signed out of a `.p7m` file (CMS signed data): DER, BER with open lengths and chunks, or
 * base64 with or without PEM lines. Refuses a file that is damaged, encrypted, or holds only the signature.
 */
export function openSigned(bytes: Uint8Array): Result<Uint8Array, SignedRefusal> {
  const binary = binaryOf(bytes);
  if (binary === undefined) return err({ reason: 'not-signed' });
  try {
    const { offset, result } = fromBER(binary, limits);
    if (offset === -1 || !(result instanceof Sequence)) return err({ reason: 'damaged-signature' });
    return contentOf(result);
  } catch {
    // The library throws on lengths that make no sense.
    return err({ reason: 'damaged-signature' });
  }
}

function contentOf(contentInfo: Sequence): Result<Uint8Array, SignedRefusal> {
  const [type, wrapped] = parts(contentInfo);
  const oid = oidOf(type);
  if (oid === envelopedData) return err({ reason: 'encrypted-envelope' });
  if (oid !== signedData) return err({ reason: oid === '' ? 'not-signed' : 'damaged-signature' });
  const content = parts(parts(wrapped)[0])[2];
  if (!(content instanceof Sequence)) return err({ reason: 'damaged-signature' });
  const [innerType, inner] = parts(content);
  if (oidOf(innerType) === '') return err({ reason: 'damaged-signature' });
  if (inner === undefined) return err({ reason: 'signature-alone' });
  const octets = parts(inner)[0];
  return octets instanceof OctetString
    ? ok(new Uint8Array(octets.getValue()))
    : err({ reason: 'damaged-signature' });
}
