// A restore on a real folder: it is one command, it leaves alone what must never go back, and nobody who was
// erased comes back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { rowSum } from '../../../core/desk/rows/row-sum.ts';
import type { WorkspaceChange } from '../../../core/desk/rows/state.ts';
import { restoreRules } from '../../../core/desk/restore/restore-rule.ts';
import { workspaceTables } from '../../../core/desk/rows/tables.ts';
import { fullName } from '../../../core/people/person.ts';
import { nodeDisk } from '../../../electron/adapters/node-disk.ts';
import { carryOut, type RunTask } from '../../../electron/backups/backup-tasks.ts';
import { openOwnFolder, type OwnFolder } from '../../support/own-folder.ts';
import { e1, service } from '../../support/own-host.ts';
import { backedUp, restore } from '../../support/restoring.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-restore-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const add = (own: OwnFolder, familyName: string): void =>
  own.do({
    type: 'person/add',
    details: {
      givenName: 'Nina',
      familyName,
      email: `${familyName.toLowerCase()}@x.it`,
      department: '',
      start: null,
      end: null,
    },
  });

const idOf = (own: OwnFolder, familyName: string) => {
  const found = [...own.state().workspace.people.values()].find((one) => one.familyName === familyName);
  if (found === undefined) throw new Error(`${familyName} is not there`);
  return found.id;
};

const names = (own: OwnFolder): readonly string[] =>
  [...own.state().workspace.people.values()].map(fullName).toSorted();

const tablesOf = (own: OwnFolder) =>
  Object.fromEntries(
    workspaceTables
      .filter((table) => restoreRules[table] === 'back')
      .map((table) => [table, [...own.state().workspace[table]].toSorted(([a], [b]) => (a < b ? -1 : 1))]),
  );

test('all that may go back goes back as one command; Ctrl+Z takes it back', async () => {
  const own = openOwnFolder(data);
  own.do(service(e1));
  add(own, 'Sala');
  const then = tablesOf(own);
  const name = await backedUp(own);
  add(own, 'Testa');
  own.do({ type: 'person/note', personId: idOf(own, 'Sala'), text: 'Il venerdì non c’è' });
  own.do(service({ ...e1, holder: 'Vivai Toscani', vatCode: '04455660425' }));
  own.do({ type: 'client/add', name: 'Otticanova srl', vatCode: '05566770516' });
  const now = tablesOf(own);

  const preview = await own.backups.preview(name);
  if (!preview.ok) throw new Error(preview.error.reason);
  expect(preview.value.old).toMatchObject({ people: 1, services: 1, clients: 0 });
  expect(preview.value.now).toMatchObject({ people: 2, services: 2, clients: 1 });
  const lost = Object.fromEntries(preview.value.effects.map((effect) => [effect.group, effect.lost]));
  expect(lost['people']?.names).toContain('Nina Testa');
  expect(lost['services']).toEqual({ count: 1, names: ['Vivai Toscani'] });
  expect(lost['clients']).toEqual({ count: 1, names: ['Otticanova srl'] });
  expect(tablesOf(own)).toEqual(now);

  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(tablesOf(own)).toEqual(then);
  expect((await own.backups.list()).entries[0]?.why).toBe('restore');
  expect(own.host.snapshot().undoable?.type).toBe('studio/restore');
  expect(own.host.undo()).toMatchObject({ ok: true, value: { type: 'studio/restore' } });
  expect(tablesOf(own)).toEqual(now);
  // After a start the files say the same, and the commands go on counting.
  expect(tablesOf(openOwnFolder(data, { first: 2 }))).toEqual(now);
});

test('the same state again changes nothing and is no step', async () => {
  const own = openOwnFolder(data);
  add(own, 'Sala');
  const name = await backedUp(own);
  expect(await restore(own, name)).toEqual({ ok: true, value: { changes: 0 } });
  expect(own.host.snapshot().undoable?.type).toBe('person/add');
});

test('whoever was erased since does not come back, and stands in no preview', async () => {
  const own = openOwnFolder(data);
  add(own, 'Sala');
  add(own, 'Quarantotti');
  const name = await backedUp(own);
  own.do({ type: 'person/erase', personId: idOf(own, 'Quarantotti') });
  add(own, 'Testa');
  const preview = await own.backups.preview(name);
  expect(JSON.stringify(preview)).not.toContain('Quarantotti');
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(names(own)).toEqual(['Nina Sala']);
});

test('a number that a client has got stays given', async () => {
  const own = openOwnFolder(data);
  own.do(service(e1));
  const serviceId = [...own.state().replica.services.keys()][0];
  if (serviceId === undefined) throw new Error('A service is there');
  own.do({ type: 'quote/new', source: { kind: 'service', serviceId, what: 'renewal' } } as Command);
  const [quoteId] = own.state().workspace.quotes.keys();
  const name = await backedUp(own);
  own.do({ type: 'quote/issue', quoteId, serial: null } as Command);
  own.do({ type: 'quote/new', source: { kind: 'service', serviceId, what: 'renewal' } } as Command);
  const issued = own.state().workspace.quotes.get(quoteId ?? '');
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect([...own.state().workspace.quotes.values()]).toEqual([issued]);
});

test('somebody who works meanwhile is not overwritten: the restore starts again', async () => {
  const wanted = { own: null as OwnFolder | null, times: 1 };
  const run: RunTask = async (name, input) => {
    const answer = await carryOut({ name, input }, nodeDisk);
    if (name === 'changes' && wanted.own !== null && wanted.times > 0) {
      wanted.times -= 1;
      add(wanted.own, `Nuova${wanted.times}`);
    }
    return answer;
  };
  const own = openOwnFolder(data, { run });
  add(own, 'Sala');
  const name = await backedUp(own);
  add(own, 'Testa');
  wanted.own = own;
  expect(await restore(own, name)).toMatchObject({ ok: true });
  expect(names(own)).toEqual(['Nina Sala']);
  add(own, 'Testa');
  wanted.times = 9;
  expect(await restore(own, name)).toEqual({ ok: false, error: { reason: 'studio-busy' } });
});

test('refused while another computer writes, and for a name that is no backup', async () => {
  const own = openOwnFolder(data);
  add(own, 'Sala');
  const name = await backedUp(own);
  expect(await restore(own, 'x_2026-11-28T11-44-17Z_n1_c0_lavoro.allinea')).toEqual({
    ok: false,
    error: { reason: 'unknown-backup' },
  });
  own.writes = false;
  expect(await restore(own, name)).toEqual({ ok: false, error: { reason: 'read-only' } });
});

test('the command itself refuses rows that never go back', () => {
  const own = openOwnFolder(data);
  add(own, 'Sala');
  const personId = idOf(own, 'Sala');
  const person = own.state().workspace.people.get(personId);
  own.do({ type: 'person/erase', personId });
  for (const change of [
    { table: 'people', id: personId, value: person },
    { table: 'erased', id: personId, value: null },
    { table: 'told', id: 'x', value: { id: 'x', kind: 'unpaid', on: '2026-11-24', days: 1 } },
  ])
    expect(own.host.submit({ type: 'studio/restore', changes: [change] } as Command)).toEqual({
      ok: false,
      error: { reason: 'not-restorable' },
    });
});

test('10,000 people come back in one command', async () => {
  const own = openOwnFolder(data);
  const name0 = await backedUp(own);
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    givenName: 'Nina',
    familyName: `Numero${index}`,
    email: `n${index}@x.it`,
    department: '',
    start: null,
    end: null,
  }));
  own.do({ type: 'people/import', rows, present: [] });
  const name = await backedUp(own);
  expect(await restore(own, name0)).toMatchObject({ ok: true });
  expect(own.state().workspace.people.size).toBe(0);
  expect(await restore(own, name)).toMatchObject({ ok: true, value: { changes: 10_000 } });
  expect(own.state().workspace.people.size).toBe(10_000);
});

test('what a colleague changed after the restore was prepared is not overwritten', () => {
  const own = openOwnFolder(data);
  add(own, 'Sala');
  const personId = idOf(own, 'Sala');
  const { workspace } = own.state();
  const person = workspace.people.get(personId);
  const change = {
    table: 'people',
    id: personId,
    value: { ...person, department: 'Paghe' },
  } as WorkspaceChange;
  const sum = rowSum(workspace, change);
  const restored = {
    type: 'studio/restore',
    changes: [change],
    seen: [sum],
  } as Command;
  own.do({ type: 'person/change', personId, details: { department: 'Fisco' } });
  expect(own.host.submit(restored)).toEqual({ ok: false, error: { reason: 'restore-overtaken' } });
  own.host.undo();
  expect(own.host.submit(restored)).toMatchObject({ ok: true });
  // A row that was not there then, and one that is the same with its fields in another order.
  const added = { table: 'people', id: 'new', value: person } as WorkspaceChange;
  expect(rowSum(workspace, added)).toBe('');
  const turned = Object.fromEntries(Object.entries(person ?? {}).toReversed()) as never;
  expect(rowSum({ ...workspace, people: new Map([[personId, turned]]) }, change)).toBe(sum);
});
