// 4: what crosses IPC is a structured clone, in both directions: one table for the stand-in and the fake.
import { runInThisContext } from 'node:vm';
import { expect } from 'vitest';

/** The three ways of a value. Each returns how the other side describes it. `source`: an expression. */
export interface CloneShell {
  /** The page gives it to a call. */
  toMain(source: string): Promise<string>;
  /** The main process answers a call with it. */
  reply(value: unknown): Promise<string>;
  /** The main process sends it as an event. Throws if it cannot. */
  event(value: unknown): Promise<string>;
}

/** Sent to the page as text too, so it uses nothing from outside itself. */
export function describe(value: unknown, seen: unknown[] = []): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.includes(value)) return `#${seen.indexOf(value)}`;
  seen.push(value);
  const each = (items: Iterable<unknown>): string => [...items].map((item) => describe(item, seen)).join(' ');
  if (Array.isArray(value))
    return `[${Array.from(value, (item: unknown, at) => (at in value ? describe(item, seen) : 'hole')).join(' ')}]`;
  switch (kind) {
    case 'Date':
      return `Date ${(value as Date).getTime()}`;
    case 'RegExp':
      return `RegExp ${(value as RegExp).source} ${(value as RegExp).flags}`;
    case 'Map':
      return `Map ${each([...(value as Map<unknown, unknown>)].flat())}`;
    case 'Set':
      return `Set ${each(value as Set<unknown>)}`;
    case 'Error':
      return `${(value as Error).name} ${(value as Error).message}`;
    case 'ArrayBuffer':
      return `ArrayBuffer ${[...new Uint8Array(value as ArrayBuffer)].join(' ')}`;
    case 'Uint8Array':
    case 'Float64Array':
      return `${kind} ${[...(value as Uint8Array)].join(' ')}`;
    case 'Number':
    case 'String':
      return `${kind} of ${describe(value.valueOf())}`;
    default: {
      const proto = Object.getPrototypeOf(value) as object | null;
      // Of another page, so compared by what it has.
      const plain = proto !== null && Object.hasOwn(proto, 'hasOwnProperty');
      const fields = Object.keys(value).map(
        (key) => `${key}:${describe((value as Record<string, unknown>)[key], seen)}`,
      );
      return `${plain ? '' : 'odd '}{${fields.join(' ')}}`;
    }
  }
}

const copied: Readonly<Record<string, readonly [source: string, description: string]>> = {
  nothing: ['undefined', 'undefined'],
  null: ['null', 'null'],
  'numbers that JSON does not know': ['[NaN, Infinity, -Infinity, -0, 0]', '[NaN Infinity -Infinity -0 0]'],
  'a large integer': ['2n ** 70n', '1180591620717411303424n'],
  'a day': ['new Date(86400000)', 'Date 86400000'],
  'no day': ['new Date(NaN)', 'Date NaN'],
  'a pattern': ['/a+/giu', 'RegExp a+ giu'],
  'a map, with an object as key': [
    'new Map([[{ a: 1 }, undefined], ["b", [2]]])',
    'Map {a:1} undefined "b" [2]',
  ],
  'a set': ['new Set([1, "1", 1])', 'Set 1 "1"'],
  'a field without a value': ['({ a: undefined, b: null })', '{a:undefined b:null}'],
  'a hole': ['[1, , 3]', '[1 hole 3]'],
  bytes: ['new Uint8Array([0, 128, 255])', 'Uint8Array 0 128 255'],
  'a part of bytes': ['new Uint8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)', 'Uint8Array 2 3'],
  'other numbers': ['new Float64Array([0.5, -1])', 'Float64Array 0.5 -1'],
  'a buffer': ['new Uint8Array([7, 8]).buffer', 'ArrayBuffer 7 8'],
  'an error': ['Object.assign(new RangeError("far"), { secret: 1 })', 'RangeError far'],
  'an error of one’s own': ['Object.assign(new Error("own"), { name: "Own" })', 'Error own'],
  'a ring': ['(() => { const ring = { list: [] }; ring.list.push(ring); return ring; })()', '{list:[#0]}'],
  'one thing twice': ['(() => { const one = { a: 1 }; return [one, one]; })()', '[{a:1} #1]'],
  'an object of a class': [
    'new (class Money { constructor() { this.cents = 1; } get twice() { return 2; } })()',
    '{cents:1}',
  ],
  'an object without a prototype': ['Object.assign(Object.create(null), { a: 1 })', '{a:1}'],
  'a getter': ['({ get a() { return 5; } })', '{a:5}'],
  'a key called __proto__': ['JSON.parse(\'{"__proto__":{"a":1}}\')', '{__proto__:{a:1}}'],
  'a number in an object': ['Object(3)', 'Number of 3'],
  'half a character': ['"\\ud800 è \\u2028"', JSON.stringify('\ud800 è \u2028')],
};

const refused: Readonly<Record<string, string>> = {
  'a function': '() => 1',
  'a function inside': '({ a: [() => 1] })',
  'a symbol': 'Symbol("x")',
  'a promise inside': '{ a: Promise.resolve(1) }',
  'a weak map': 'new WeakMap()',
};

/** An expression of the table. */
export const evaluate = (source: string): unknown => runInThisContext(`(${source})`);

export const cloneTable: Readonly<Record<string, (shell: CloneShell) => Promise<void>>> = {
  ...Object.fromEntries(
    Object.entries(copied).map(([name, [source, expected]]) => [
      `${name}: copied each way`,
      async (shell: CloneShell) => {
        const ways = [shell.toMain(source), shell.reply(evaluate(source)), shell.event(evaluate(source))];
        expect(await Promise.all(ways)).toEqual([expected, expected, expected]);
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(refused).map(([name, source]) => [
      `${name}: refused each way`,
      async (shell: CloneShell) => {
        await expect(shell.toMain(source)).rejects.toThrow(/could not be cloned/);
        await expect(shell.reply(evaluate(source))).rejects.toThrow(/could not be cloned/);
        await expect(shell.event(evaluate(source))).rejects.toThrow(/could not be cloned/);
      },
    ]),
  ),
};
