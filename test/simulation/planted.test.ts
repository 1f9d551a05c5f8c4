// That each planted fault is found takes minutes and a build each: `npm run simulate -- --planted`. Here:
// that each can still be planted, and differs.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allPlanted } from './planted/all-planted.ts';
import { edited } from './planted/planted.ts';

test.each(allPlanted)('$name: what it changes stands in the source exactly once', ({ edits }) => {
  for (const edit of edits) {
    const source = readFileSync(edit.file, 'utf8');
    expect(edited(source, [edit])).not.toBe(source);
  }
});

test('a text that is not there, or twice, is said', () => {
  const file = 'core/host/host.ts';
  expect(() => edited('one two', [{ file, find: 'three', replace: '' }])).toThrow('holds 0 times');
  expect(() => edited('one one', [{ file, find: 'one', replace: '' }])).toThrow('holds 2 times');
});

test('there are at least fourteen, each with a name of its own', () => {
  expect(allPlanted.length).toBeGreaterThanOrEqual(14);
  expect(new Set(allPlanted.map(({ name }) => name)).size).toBe(allPlanted.length);
});
