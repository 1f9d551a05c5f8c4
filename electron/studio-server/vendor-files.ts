// The files of a simulated vendor: those of a sample's folder have the same names as those on the server.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../adapters/envelope.ts';

const document = 'simulator.json';
const lines = 'simulator.changes';

/** The text of both. No lines: nothing has changed since the document was written. */
export interface VendorFiles {
  readonly document: string;
  readonly lines: string | null;
}

function textOf(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const mostTries = 10;

/**
 * The vendor of a sample's folder, as of one moment. Null if there is none, or if it is written again and
 * again: lines that were folded between two readings would be missing. Throws if it cannot be read.
 */
export function readVendor(folder: string): VendorFiles | null {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = textOf(folder, document);
    const read = textOf(folder, lines);
    if (before === null) return null;
    if (before === textOf(folder, document)) return { document: before, lines: read };
  }
  return null;
}

/** Where the vendors inside lie, in the folder of a server. */
export const vendorsFolder = (data: string): string => join(data, 'fornitori');

/** Puts a vendor there for a studio, before anybody opens it. Throws if it cannot be written. */
export function writeVendor(data: string, studio: string, files: VendorFiles): void {
  const folder = join(vendorsFolder(data), studio);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string): void =>
    writeFileSync(join(folder, name), text, { mode: 0o600, flush: true });
  write(document, files.document);
  if (files.lines !== null) write(lines, files.lines);
}
