// The form of a document's file: one JSON object with the sum of the document, and who wrote it.
import { createHash } from 'node:crypto';
import { codeOf as codeOfDisk, withCode } from './disk.ts';

/** What a document's file says. */
export interface Envelope {
  readonly document: unknown;
  /** True if the program given wrote these very bytes: its fields then need no check. */
  readonly isOwn: boolean;
  /** The version of Allinea that wrote it, as people know it. Undefined if the file does not say it. */
  readonly author: string | undefined;
}

/** The programs that write and read documents, in two ways: by their sources, and as people know them. */
export interface Writer {
  /** A hash of the sources. Undefined if the sources run without a build. */
  readonly program: string | undefined;
  readonly version: string;
}

const sumOf = (document: string | Uint8Array): string => createHash('sha256').update(document).digest('hex');

/** The text of a document's file. */
export const enveloped = (document: string, { program, version }: Writer): string =>
  `{"sum":"${sumOf(document)}","program":"${program ?? ''}","version":"${version}","document":${document}}`;

/** The sum comes first. Until format 3 the program came first, and without a build there was no sum. */
const heads = [
  /^\{"sum":"(?<sum>[0-9a-f]{64})","program":"(?<program>[^"\\]*)","version":"(?<version>[^"\\]*)","document":/,
  /^\{"program":"(?<program>[^"\\]*)","sum":"(?<sum>[0-9a-f]{64})","document":/,
];
/** More bytes than the longest head has. */
export const headBytes = 400;

/** The version of Allinea that a document's file names at its start. Undefined if it names none. */
export const authorIn = (start: string): string | undefined =>
  heads.map((form) => form.exec(start)?.groups?.['version']).find((version) => version !== undefined);

/** The last format whose documents may lack a sum. */
const lastWithoutSum = 3;

/**
 * Reads a document's file. Throws an error with a code if it is damaged: `empty`, `not-json`,
 * `not-a-document`, `wrong-sum`, `no-sum`. The message never quotes the file, which is full of names.
 */
export function envelopeOf(bytes: Uint8Array, program?: string): Envelope {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = whole.subarray(0, headBytes).toString('latin1');
  const head = heads.map((form) => form.exec(start)).find((found) => found !== null);
  if (head?.groups === undefined) return withoutSum(whole);
  const document = whole.subarray(head[0].length, -1);
  if (sumOf(document) !== head.groups['sum'] || whole.at(-1) !== closing) throw withCode('wrong-sum');
  return {
    document: JSON.parse(document.toString('utf8')),
    isOwn: program !== undefined && head.groups['program'] === program,
    author: head.groups['version'],
  };
}

const closing = '}'.charCodeAt(0);

/** A file without a sum is an old one. A newer one has lost its sum, so it is damaged. */
function withoutSum(bytes: Buffer): Envelope {
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw withCode('empty');
  const whole: unknown = JSON.parse(text);
  if (typeof whole !== 'object' || whole === null || !('document' in whole)) throw withCode('not-a-document');
  const { document } = whole;
  const isOld =
    typeof document === 'object' &&
    document !== null &&
    'schemaVersion' in document &&
    typeof document.schemaVersion === 'number' &&
    document.schemaVersion <= lastWithoutSum;
  if (!isOld) throw withCode('no-sum');
  return { document, isOwn: false, author: undefined };
}

/** A short code. The message of a syntax error quotes the file, which is full of names. */
export const codeOf = (error: unknown): string =>
  error instanceof SyntaxError ? 'not-json' : codeOfDisk(error);
