// The form of a document's file: one JSON object, signed by the program that wrote it.
import { createHash } from 'node:crypto';

/** The JSON object of a document's file. Throws if it is damaged. */
export function envelopeOf(bytes: Buffer): Record<string, unknown> {
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw damaged('empty');
  const whole: unknown = JSON.parse(text);
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, 'document'))
    throw damaged('not-a-document');
  return { ...whole };
}

/**
 * The envelope as text, with the program that wrote it and a sum of the document. A document with both was
 * checked when it was written and is unchanged. Another version has other checks, so it checks every field.
 */
export const signed = (document: string, program: string | undefined): string =>
  program === undefined
    ? `{"document":${document}}`
    : `{"program":"${program}","sum":"${sumOf(document)}","document":${document}}`;

const sumOf = (document: string | Buffer): string => createHash('sha256').update(document).digest('hex');

/** True if this program wrote these very bytes. */
export function isSignedBy(program: string, bytes: Buffer): boolean {
  const head = `{"program":"${program}","sum":"`;
  const from = head.length + sumLength + '","document":'.length;
  return (
    bytes.subarray(0, head.length).toString('latin1') === head &&
    bytes.subarray(head.length, head.length + sumLength).toString('latin1') ===
      sumOf(bytes.subarray(from, bytes.length - 1))
  );
}

/** In hexadecimal digits. */
const sumLength = 64;

/** An error with a code, as the errors of the file system have. */
const damaged = (code: string): Error => Object.assign(new Error(code), { code });

/** A short code. The message of a syntax error quotes the file, which is full of names. */
export function codeOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not-json';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
