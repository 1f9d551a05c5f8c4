// What the documents of the project name: commands of package.json, files and pictures that exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const folders = ['', '.github', ...['core', 'electron', 'renderer', 'test'].flatMap(below)];
const documents = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

function below(folder: string): readonly string[] {
  const inside = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return [folder, ...inside.flatMap(({ name }) => below(join(folder, name)))];
}

/** What a pattern finds in all documents, as "document: found". */
const named = (pattern: RegExp): readonly (readonly [document: string, found: string])[] =>
  documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(pattern)].map(
      ([, found = '']) => [document, found] as const,
    ),
  );

test('every command that a document names is in package.json', () => {
  const commands = named(/npm (?:run )?(?!ci\b|install\b|run\b|asks\b|warns\b|for\b)([a-z]+)\b/g);
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter(([, command]) => scripts[command] === undefined)).toEqual([]);
});

test('every file and picture that a document links to exists', () => {
  const links = named(/\]\((?!https?:|#)([^)#\s]+)/g);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([document, link]) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});
