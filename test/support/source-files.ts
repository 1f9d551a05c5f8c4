import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Import {
  /** As written in the file: `../kernel/day.ts`, `zod`. */
  readonly specifier: string;
  /** The path of one of our files from the repository's root. Undefined for a package. */
  readonly target: string | undefined;
  readonly form: 'import' | 'export' | 'dynamic';
}

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments and without the content of quotes. */
  readonly code: string;
  readonly imports: readonly Import[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Replaces comments with spaces, and the content of quotes if asked. Line ends stay. This is enough for our
 * code: no quote in a regular expression spans lines.
 */
function blank(text: string, quotesToo: boolean): string {
  let result = '';
  let at = 0;
  const skipTo = (end: number, keep: boolean): void => {
    const part = text.slice(at, end);
    result += keep ? part : part.replaceAll(/[^\n]/g, ' ');
    at = end;
  };
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text.charAt(at);
    if (two === '//') skipTo(endOf(text, '\n', at), false);
    else if (two === '/*') skipTo(endOf(text, '*/', at + 2) + 2, false);
    else if (one === "'" || one === '"' || one === '`') skipTo(quoteEnd(text, at), !quotesToo);
    else skipTo(at + 1, true);
  }
  return result;
}

function endOf(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found === -1 ? text.length : found;
}

function quoteEnd(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at + 1;
    else if (text.charAt(at) === '\n' && quote !== '`') return at;
  }
  return text.length;
}

const statement =
  /^[ \t]*(import|export)\b[^;'"=()]*?\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const call = /\b(?:import|require)\s*\(\s*['"`]?([^'"`)]*)/g;

function importsOf(path: string, text: string): Import[] {
  const source = blank(text, false);
  const resolve = (specifier: string): string | undefined =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
  const found: Import[] = [];
  for (const [, keyword, from, bare] of source.matchAll(statement)) {
    const specifier = from ?? bare ?? '';
    found.push({ specifier, target: resolve(specifier), form: keyword === 'export' ? 'export' : 'import' });
  }
  for (const match of source.matchAll(call))
    found.push({ specifier: match[1] ?? '', target: resolve(match[1] ?? ''), form: 'dynamic' });
  return found;
}

/** A file as the rules of the architecture see it. Also used for planted examples. */
export const sourceFile = (path: string, text: string): SourceFile => ({
  path,
  text,
  code: blank(text, true),
  imports: path.endsWith('.css') ? [] : importsOf(path, text),
});

/** All source and style files under some folders of the repository. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) => ({
        entry,
        folder,
      })),
    )
    .filter(({ entry }) => entry.isFile() && /\.(?:ts|tsx|mjs|css)$/.test(entry.name))
    .map(({ entry }) => join(entry.parentPath, entry.name))
    .map((file) => sourceFile(file.slice(root.length).replaceAll('\\', '/'), readFileSync(file, 'utf8')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
