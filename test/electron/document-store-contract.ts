// The promises of every DocumentStore. Both the real store and the fake run these tests.
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../core/ports.ts';

export interface Bench {
  /** Opens the same document again, as after a restart. */
  open(): DocumentStore<unknown>;
  /** Puts this content in the document's place. Undefined empties it. */
  plant(content: string | undefined): void;
  /** The present content. Undefined if there is none. */
  content(): string | undefined;
  /** The content that was moved aside under this name. */
  aside(name: string): string | undefined;
  /** Makes writing impossible until the returned function is called. */
  block(): () => void;
}

const samples: readonly unknown[] = [
  { version: 1, people: [{ name: 'Zoë Ångström', note: '€ "quoted" \u2028 \\' }] },
  {},
  [],
  [1, null, 'x'],
  'text',
  0,
  false,
  null,
  { __internal__: 1, 'a.b': { c: 2 }, toJSON: 'no function' },
];

/** Registers the tests. `bench` is called once for each test. */
export function documentStoreContract(name: string, bench: () => Bench): void {
  describe(`${name} keeps the promises of DocumentStore`, () => {
    it('has nothing at first, and reading leaves nothing behind', () => {
      const b = bench();
      expect(b.open().read()).toEqual({ ok: true, value: undefined });
      expect(b.content()).toBeUndefined();
    });

    it.each(samples.map((sample) => [JSON.stringify(sample), sample] as const))(
      'gives back what was written, also after a restart: %s',
      (_text, sample) => {
        const b = bench();
        const store = b.open();
        store.read();
        store.write({ first: true });
        store.write(sample);
        expect(store.read()).toEqual({ ok: true, value: sample });
        expect(b.open().read()).toEqual({ ok: true, value: sample });
      },
    );

    it('writes without having been read', () => {
      const b = bench();
      b.open().write({ a: 1 });
      expect(b.open().read()).toEqual({ ok: true, value: { a: 1 } });
    });

    it.each([
      ['an empty file', ''],
      ['half a document', '{"document":{"people":["Rossi Mar'],
      ['something else', 'not json at all'],
      ['JSON of another kind', '{"people":[]}'],
      ['a list', '[]'],
      ['null', 'null'],
      ['zero bytes where text was', '\0\0\0\0'],
    ])('calls %s unreadable, quotes nothing of it, and does not touch it', (_what, planted) => {
      const b = bench();
      b.plant(planted);
      const store = b.open();
      const reading = store.read();
      expect(reading).toMatchObject({ ok: false, error: { reason: 'unreadable' } });
      expect(JSON.stringify(reading)).not.toMatch(/Rossi|people|json at/);
      expect(() => store.write({ a: 1 })).toThrow();
      expect(store.read().ok).toBe(false);
      expect(b.content()).toBe(planted);
    });

    it('moves an unreadable document aside whole, and then begins anew', () => {
      const b = bench();
      b.plant('{"document":');
      const store = b.open();
      expect(store.read().ok).toBe(false);
      const name = store.moveAside();
      expect(b.aside(name ?? '')).toBe('{"document":');
      expect(store.read()).toEqual({ ok: true, value: undefined });
      store.write({ a: 1 });
      expect(b.open().read()).toEqual({ ok: true, value: { a: 1 } });
      b.plant('again');
      const again = b.open();
      expect(again.moveAside()).not.toBe(name);
    });

    it('throws where it cannot write, and the old document is whole', () => {
      const b = bench();
      const store = b.open();
      store.write({ a: 1 });
      const unblock = b.block();
      expect(() => store.write({ a: 2 })).toThrow();
      unblock();
      expect(b.open().read()).toEqual({ ok: true, value: { a: 1 } });
      store.write({ a: 3 });
      expect(b.open().read()).toEqual({ ok: true, value: { a: 3 } });
    });
  });
}
