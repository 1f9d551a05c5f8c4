// What the pages of a pull mean for a desk of a shared studio.
import { expect, test } from 'vitest';
import { takePages } from '../../../../core/host/shared/take-pages.ts';
import { emptyWorkspace } from '../../../../core/desk/rows/tables.ts';
import {
  waitingCommandSchema,
  type SharedStudio,
  type WaitingCommand,
} from '../../../../core/desk/rows/shared-rows.ts';
import type { Page } from '../../../../core/shared/protocol.ts';
import { person } from '../../../support/samples.ts';

const studio: SharedStudio = {
  id: 'studio',
  address: 'https://server:8741',
  fingerprint: null,
  studio: 'studio-1',
  client: '01930000-0000-7000-8000-000000000001',
  account: 'maria',
  name: 'Maria Bassi',
  role: 'order',
  epoch: 'first',
  version: 7,
  heard: 3,
  lastSeq: 3,
};
const page: Page = {
  role: 'order',
  epoch: 'first',
  version: 7,
  lastSeq: 3,
  results: [],
  rows: [],
  next: null,
  safeVersion: 0,
};
const waiting = (seq: number, over: Partial<WaitingCommand> = {}): WaitingCommand => ({
  id: `01930000-0000-7000-8000-00000000000${seq}`,
  seq,
  at: 1,
  day: '2026-11-28' as WaitingCommand['day'],
  command: { type: 'person/add' },
  rows: null,
  state: 'waiting',
  version: null,
  refusal: null,
  ...over,
});
function take(pages: readonly [Page, ...Page[]], rows: readonly WaitingCommand[] = [], whole = false) {
  const confirmed = emptyWorkspace();
  confirmed.people.set('p1', person('p1'));
  for (const row of rows) confirmed.waiting.set(row.id, row);
  return takePages({ pages, pushed: [], whole, confirmed, studio });
}

test('a pull that brings nothing writes nothing', () => {
  expect(take([page])).toMatchObject({ ok: true, value: { rows: [], own: [] } });
  expect(take([{ ...page, version: 8 }])).toMatchObject({
    ok: true,
    value: { own: [{ table: 'sharedStudio', value: { version: 8 } }] },
  });
});

test('a row that no table here could hold refuses the whole pull', () => {
  for (const row of [
    ['people', 'p2', { id: 'p2' }],
    ['nothing', 'x', {}],
    ['waiting', 'x', null],
    ['sharedStudio', 'studio', studio],
  ] as const)
    expect(take([{ ...page, version: 8, rows: [['people', 'p3', person('p3')], [...row]] }])).toEqual({
      ok: false,
      error: { row: `${row[0]} ${row[1]}` },
    });
});

test('results: what was taken is kept until a backup has it, what was refused goes into the tray', () => {
  const rows = [waiting(1), waiting(2), waiting(3), waiting(4, { state: 'kept', version: 5 })];
  const result = (seq: number, outcome: 'applied' | 'refused', version: number) => ({
    seq,
    cid: rows[seq - 1]?.id ?? '',
    version,
    outcome,
    refusal: outcome === 'refused' ? ({ reason: 'changed-since' } as const) : null,
  });
  const taken = take(
    [
      {
        ...page,
        version: 9,
        safeVersion: 6,
        results: [result(1, 'applied', 6), result(2, 'applied', 9), result(3, 'refused', 9)],
      },
    ],
    rows,
  );
  expect(
    taken.ok &&
      taken.value.own.map(({ id, value }) => [id.slice(-1), value && 'state' in value && value.state]),
  ).toEqual([
    ['o', false],
    ['1', null],
    ['2', 'kept'],
    ['3', 'refused'],
    ['4', null],
  ]);
});

test('a member who has the name of somebody who was erased leaves no broken row in the tray', () => {
  const refusal = { reason: 'changed-since', changedBy: { name: 'Anna Ferri', at: 1 } };
  const row = waiting(1, { state: 'refused', version: 6, refusal });
  const erased = { ...page, version: 8, rows: [['erased', 'p1', { id: 'p1' }] as [string, string, unknown]] };
  const taken = take([erased], [row]);
  const [, told] = taken.ok ? taken.value.own : [];
  expect(told?.value).toMatchObject({ state: 'refused', refusal: { reason: 'changed-since' } });
  expect(JSON.stringify(told)).not.toContain('Ferri');
  expect(waitingCommandSchema.safeParse(told?.value).success).toBe(true);
});

test('another past: rows that it lacks go, and what was kept waits again before the rest', () => {
  const rows = [
    waiting(9),
    waiting(2, { state: 'kept', version: 6 }),
    waiting(1, { state: 'kept', version: 4 }),
  ];
  const taken = take([{ ...page, epoch: 'second', version: 2, lastSeq: 1 }], rows, true);
  expect(taken).toMatchObject({
    ok: true,
    value: {
      rows: [{ table: 'people', id: 'p1', value: null }],
      studio: { epoch: 'second', version: 2, heard: 1, lastSeq: 4 },
    },
  });
  expect(taken.ok && taken.value.waiting.map(({ id, seq }) => [id.slice(-1), seq])).toEqual([
    ['1', 2],
    ['2', 3],
    ['9', 4],
  ]);
});
