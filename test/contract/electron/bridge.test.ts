// 4: what crosses the bridge is copied and frozen, in the page's shim of the stand-in and in the fake alike.
import { runInNewContext, runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { initScript } from '../../../electron/stand-in/page-shim.ts';
import { across, contextBridge, exposed } from '../../support/fake-electron.ts';

/** What a preload script exposes as `api`, as the page gets it. */
type Expose = (preload: string) => Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const origin = 'https://allinea.invalid';

const inStandIn: Expose = (preload) => {
  const page: Record<string, unknown> = {
    location: { origin },
    addEventListener: () => undefined,
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    structuredClone,
    binding: () => undefined,
  };
  page['window'] = page;
  page['top'] = page;
  runInNewContext(initScript({ binding: 'binding', handover: 'handover' }, origin, preload), page);
  return page['api'] as ReturnType<Expose>;
};

const inFake: Expose = (preload) => {
  exposed.delete('api');
  const run = runInThisContext(`(require) => {${preload}}`) as (require: () => object) => void;
  run(() => ({ contextBridge }));
  return exposed.get('api') as ReturnType<Expose>;
};

const preload = `const { contextBridge } = require('electron');
class Money { constructor() { this.cents = 1; } get double() { return 2; } }
const kept = { list: [1, { deep: true }] };
contextBridge.exposeInMainWorld('api', {
  kept: () => kept,
  same: () => kept.list[1].deep,
  money: () => new Money(),
  fails: () => { const error = new TypeError('no'); error.secret = 'x'; throw error; },
  later: () => Promise.resolve({ when: 'later' }),
  refuses: () => Promise.reject(new Error('refused')),
  symbol: () => ({ [Symbol('hidden')]: 1, shown: Symbol('lost') }),
  calls: (listener) => listener({ row: { id: 1 } }),
  nested: { value: 1 },
});`;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each([
  ['stand-in', inStandIn],
  ['fake', inFake],
])('the bridge of the %s', (_, expose) => {
  const api = expose(preload);

  test('is frozen to its depth', () => {
    expect(Object.isFrozen(api)).toBe(true);
    expect(Object.isFrozen(api['nested'])).toBe(true);
    expect(Object.isFrozen(api['kept'])).toBe(true);
  });

  test('copies: what the page changes, the preload does not see', () => {
    const copy = api['kept']?.() as { list: [number, { deep: boolean }] };
    copy.list[1].deep = false;
    expect([api['same']?.(), plain(api['kept']?.())]).toEqual([true, { list: [1, { deep: true }] }]);
  });

  test('drops prototypes, getters and symbols', () => {
    const money = api['money']?.() as object;
    expect([plain(money), 'double' in money]).toEqual([{ cents: 1 }, false]);
    const odd = api['symbol']?.() as object;
    expect([Object.getOwnPropertySymbols(odd), (odd as { shown: unknown }).shown]).toEqual([[], undefined]);
  });

  test('an error keeps its message only', () => {
    let caught: { message?: string; secret?: string; name?: string } = {};
    try {
      api['fails']?.();
    } catch (error) {
      caught = error as typeof caught;
    }
    expect([caught.message, caught.secret, caught.name]).toEqual(['no', undefined, 'Error']);
  });

  test('promises and functions work across', async () => {
    expect(plain(await api['later']?.())).toEqual({ when: 'later' });
    await expect(api['refuses']?.()).rejects.toMatchObject({ message: 'refused' });
    let got: unknown;
    api['calls']?.((row: unknown) => {
      got = row;
    });
    expect(plain(got)).toEqual({ row: { id: 1 } });
  });

  test('a name is exposed once', () => {
    expect(() =>
      expose(
        `${preload}\n${preload.replaceAll('const ', 'var ').replaceAll('class Money', 'var Other = class')}`,
      ),
    ).toThrow(/on top of an existing|already been declared/);
  });
});

test('what has no end is refused', () => {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  expect(() => across(ring)).toThrow('recursion depth');
});
