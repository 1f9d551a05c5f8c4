import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Table } from '../../../electron/simulator/state/table.ts';
import { law } from '../../support/law.ts';

interface Row {
  readonly id: string;
  readonly value: number;
}

const idOf = ({ id }: Row): string => id;
const step = fc.record({
  id: fc.nat({ max: 40 }).map((number) => `row-${number}`),
  value: fc.nat({ max: 5 }),
  gone: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const taken = (table: Table<Row>, { id, value, gone }: Step): Table<Row> =>
  gone ? table.without(id) : table.with({ id, value });
const asMap = (steps: readonly Step[]): Row[] => {
  const map = new Map<string, Row>();
  for (const { id, value, gone } of steps) {
    if (gone) map.delete(id);
    else map.set(id, { id, value });
  }
  return [...map.values()];
};

law('a table holds what a map holds, in its order, and old ones stay as they were', {
  subject: taken,
  wrong: (table, wish) => (wish.gone ? table : taken(table, wish)),
  given: fc.array(step, { maxLength: 120 }),
  holds(take, steps) {
    const states = [Table.of<Row>(idOf, [])];
    for (const wish of steps) states.push(take(states.at(-1) ?? Table.of<Row>(idOf, []), wish));
    for (const [done, table] of states.entries()) {
      const rows = asMap(steps.slice(0, done));
      expect([...table]).toEqual(rows);
      expect(table.size).toBe(rows.length);
      expect(JSON.stringify(table)).toBe(JSON.stringify(rows));
      for (const row of rows) expect(table.get(row.id)).toEqual(row);
    }
  },
  runs: 60,
});

const replayed = (before: Table<Row>, after: Table<Row>): Table<Row> => {
  const { put, gone } = after.since(before);
  return put.reduce(
    (table, row) => table.with(row),
    gone.reduce((table, id) => table.without(id), before),
  );
};

law('what differs between two tables, put over the older one, gives the newer one, also put over that', {
  subject: replayed,
  wrong: (before, after) => after.since(before).put.reduce((table, row) => table.with(row), before),
  given: fc.tuple(fc.array(step, { maxLength: 60 }), fc.array(step, { maxLength: 60 })),
  holds(replay, [earlier, later]) {
    const before = earlier.reduce(taken, Table.of<Row>(idOf, []));
    const after = later.reduce(taken, before);
    const once = replay(before, after);
    const sorted = (table: Table<Row>) => [...table].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(once)).toEqual(sorted(after));
    expect(sorted(replay(once, after))).toEqual(sorted(after));
    expect(after.since(after)).toEqual({ put: [], gone: [] });
  },
  runs: 200,
});

test('ten thousand rows: a change shares nearly everything, and only it is told', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: `fe-${index}`, value: index }));
  const before = Table.of(idOf, rows);
  const after = before.with({ id: 'fe-77', value: -1 }).with({ id: 'fe-new', value: 1 }).without('fe-9');
  expect(after.since(before)).toEqual({
    put: [
      { id: 'fe-77', value: -1 },
      { id: 'fe-new', value: 1 },
    ],
    gone: ['fe-9'],
  });
  expect([before.size, after.size]).toEqual([10_000, 10_000]);
  expect(after.rows()[76]).toEqual({ id: 'fe-77', value: -1 });
  expect(after.rows().at(-1)?.id).toBe('fe-new');
});
