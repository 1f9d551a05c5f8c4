import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeLines, sameLines, wholeThing, type Lines } from '../../../core/sync/merge.ts';
import { prop } from '../../support/prop.ts';

describe('three-way merge by line', () => {
  test('each side changed another line: both changes hold', () => {
    const base = { quantity: 2, extension: true };
    expect(mergeLines(base, { quantity: 5, extension: true }, { quantity: 2, extension: false })).toEqual({
      merged: { quantity: 5, extension: false },
      conflicts: [],
    });
  });

  test('both changed one line to the same: that is agreement', () => {
    expect(mergeLines({ quantity: 2 }, { quantity: 3 }, { quantity: 3 })).toEqual({
      merged: { quantity: 3 },
      conflicts: [],
    });
  });

  test('both changed one line differently: a conflict, and the rest is merged all the same', () => {
    const base = { quantity: 2, extension: true, code: null };
    const result = mergeLines(
      base,
      { quantity: 3, extension: true, code: null },
      { quantity: 4, extension: false, code: null },
    );
    expect(result).toEqual({
      merged: { quantity: 3, extension: false, code: null },
      conflicts: ['quantity'],
    });
  });

  test('a choice settles its line, for either side', () => {
    const [base, mine, theirs] = [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
      { a: 3, b: 3 },
    ];
    expect(mergeLines(base, mine, theirs, { a: 'mine', b: 'theirs' })).toEqual({
      merged: { a: 2, b: 3 },
      conflicts: [],
    });
    expect(mergeLines(base, mine, theirs, { a: 'theirs' })).toEqual({
      merged: { a: 3, b: 2 },
      conflicts: ['b'],
    });
  });

  test('a line added on one side, and one taken away on the other', () => {
    expect(mergeLines({ gone: true }, { gone: true, added: true }, {})).toEqual({
      merged: { gone: null, added: true },
      conflicts: [],
    });
  });

  test('taken away here and changed there is for the person; unchanged here it simply goes', () => {
    expect(mergeLines({ a: 1 }, { a: 1 }, null)).toEqual({ merged: null, conflicts: [] });
    expect(mergeLines({ a: 1 }, { a: 2 }, null)).toEqual({ merged: { a: 2 }, conflicts: [wholeThing] });
    expect(mergeLines({ a: 1 }, null, { a: 2 })).toEqual({ merged: null, conflicts: [wholeThing] });
    expect(mergeLines({ a: 1 }, { a: 2 }, null, { [wholeThing]: 'theirs' })).toEqual({
      merged: null,
      conflicts: [],
    });
    expect(mergeLines({ a: 1 }, null, { a: 2 }, { [wholeThing]: 'theirs' })).toEqual({
      merged: { a: 2 },
      conflicts: [],
    });
    expect(mergeLines({ a: 1 }, null, { a: 2 }, { [wholeThing]: 'mine' })).toEqual({
      merged: null,
      conflicts: [],
    });
  });

  test('made on both sides at once: lines that differ are for the person', () => {
    expect(mergeLines(null, { a: 1, b: 1 }, { a: 2, b: 1 })).toEqual({
      merged: { a: 1, b: 1 },
      conflicts: ['a'],
    });
  });
});

const lines: fc.Arbitrary<Lines> = fc.option(
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.constant(null)),
  ),
);

describe('laws of the merge', () => {
  prop([lines, lines, lines])(
    'the sides may change places: same conflicts, and the same merge where there is none',
    (base, mine, theirs) => {
      const [one, other] = [mergeLines(base, mine, theirs), mergeLines(base, theirs, mine)];
      expect([...one.conflicts].sort()).toEqual([...other.conflicts].sort());
      if (one.conflicts.length === 0) expect(sameLines(one.merged, other.merged)).toBe(true);
    },
  );

  prop([lines, lines])('what only one side changed is taken whole', (base, changed) => {
    expect(sameLines(mergeLines(base, changed, base).merged, changed)).toBe(true);
    expect(sameLines(mergeLines(base, base, changed).merged, changed)).toBe(true);
    expect(mergeLines(base, changed, changed).conflicts).toEqual([]);
  });

  prop([lines, lines, lines])(
    'no value is invented, and no change of one side alone is lost',
    (base, mine, theirs) => {
      const { merged, conflicts } = mergeLines(base, mine, theirs);
      if (merged === null || mine === null || theirs === null) return;
      for (const name of Object.keys({ ...mine, ...theirs })) {
        const [was, here, there, now] = [
          base?.[name] ?? null,
          mine[name] ?? null,
          theirs[name] ?? null,
          merged[name] ?? null,
        ];
        expect([here, there]).toContain(now);
        if (conflicts.includes(name)) expect([was, here]).not.toContain(there);
        else if (here !== was) expect(now).toBe(here);
        else expect(now).toBe(there);
      }
    },
  );

  prop([lines, lines, lines, fc.constantFrom('mine', 'theirs')])(
    'choices for all conflicts leave none',
    (base, mine, theirs, side) => {
      const open = mergeLines(base, mine, theirs).conflicts;
      expect(
        mergeLines(base, mine, theirs, Object.fromEntries(open.map((name) => [name, side]))).conflicts,
      ).toEqual([]);
    },
  );
});
