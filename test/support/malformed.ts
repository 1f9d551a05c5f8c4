// Makes valid data invalid, by seed: wrong types, missing fields, huge and impossible numbers, deep nesting,
// cut text, keys of the prototype.
import type { Rng } from '../../core/ports.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Marks a value in the text that JSON cannot express. */
const raw = (text: string): string => `@@${text}@@`;

const deep = (depth: number): Json => {
  let nested: Json = [];
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { a: nested };
  return nested;
};

const values: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => -1,
  () => 0,
  () => 1.5,
  () => raw('9007199254740993'),
  () => 1e308,
  () => raw('1e999'),
  () => raw('NaN'),
  () => raw('-0'),
  () => '',
  () => 'x'.repeat(500),
  () => '\u0000\uD800<script>',
  () => '2027-02-30',
  () => '9999-12-31',
  () => '__proto__',
  () => [],
  () => [null],
  () => ({}),
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => deep(60),
  () => deep(5000),
];

/** The value as JSON. A value that is nested too deeply becomes only brackets. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '['.repeat(5000) + ']'.repeat(5000);
  }
}

export interface Mutator {
  /** Returns a copy with one to three changes. */
  value(good: unknown): unknown;
  /** Returns the same as text. Sometimes the text is cut or is not JSON. */
  text(good: unknown): string;
  whole(below: number): number;
}

export function mutator(chance: Rng): Mutator {
  const whole = (below: number): number => Math.floor(chance.next() * below);
  const pick = <T>(all: readonly T[]): T | undefined => all[whole(all.length)];

  /** Changes a random place. It goes deeper until chance stops it. */
  function spoil(node: Json): Json {
    if (typeof node !== 'object' || node === null || whole(4) === 0)
      return pick(values.slice(0, whole(50) === 0 ? values.length : -1))?.() ?? null;
    if (Array.isArray(node)) {
      if (node.length === 0) return pick(values)?.() ?? null;
      const at = whole(node.length);
      if (whole(8) === 0) return [...node, ...node];
      return node.map((part, index) => (index === at ? spoil(part) : part));
    }
    const names = Object.keys(node);
    const name = pick(names) ?? 'a';
    const turn = whole(10);
    if (turn === 0) return Object.fromEntries(Object.entries(node).filter(([other]) => other !== name));
    if (turn === 1) return { ...node, [`${name}x`]: node[name] ?? null };
    if (turn === 2)
      return Object.defineProperty({ ...node }, '__proto__', { value: { polluted: true }, enumerable: true });
    return { ...node, [name]: spoil(node[name] ?? null) };
  }

  function value(good: unknown): unknown {
    let bad = good as Json;
    for (let count = 1 + whole(3); count > 0; count -= 1) bad = spoil(bad);
    return bad;
  }

  return {
    whole,
    value,
    text(good) {
      const turn = whole(20);
      if (turn === 0)
        return (
          pick([
            '',
            'null',
            '<!DOCTYPE html><html></html>',
            '{"__proto__":{"polluted":true}}',
            '[',
            '\uFEFF{}',
            'NaN',
            '"',
          ]) ?? ''
        );
      const text = written(value(good)).replaceAll(/"@@(.*?)@@"/g, '$1');
      return turn < 4 ? text.slice(0, whole(text.length + 1)) : text;
    },
  };
}
