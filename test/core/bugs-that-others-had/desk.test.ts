// Named regression tests for bugs that other projects had and that would hurt here (end of design.md): the
// firm's data and its files.
import { describe, expect, test } from 'vitest';
import type { AppState, Outgoing, Placement } from '../../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../../core/desk/rows/tables.ts';
import { boardOf } from '../../../core/desk/seats/seat-boards.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CommandKey, ServiceId } from '../../../core/kernel/id.ts';
import type { WorkspaceDocument } from '../../../core/persistence/documents.ts';
import { addUsersFigures } from '../../../core/quotes/figures.ts';
import { seatId } from '../../../core/seats/seat.ts';
import { memoryEnd } from '../../support/memory-end.ts';
import { openStore } from '../../support/workspace-files.ts';
import { memoryLines } from '../../support/memory-lines.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { day, item, person, priceList, service } from '../../support/samples.ts';
import { listOf } from '../../support/staff-lists.ts';

const serviceId = 'srv-1' as ServiceId;
const key = '01930000-0000-7000-8000-000000000001' as CommandKey;

function desk(
  changes: Partial<AppState['workspace']> = {},
  services = [service([item('E', 'e-invoicing', 1, '2027-03-15'), item('U', 'user', 2, '2027-03-15')])],
): AppState {
  const replica = emptyReplica();
  for (const one of services) replica.services.set(one.id, one);
  return { workspace: { ...emptyWorkspace(), ...changes }, replica, today: day('2026-11-24') };
}

const quoted = addUsersFigures({
  day: day('2026-11-24'),
  rule: 'started-month',
  offPolicy: 'own-year',
  priceList,
  service: service([item('E', 'e-invoicing', 1, '2027-03-15')]),
  quantity: 1,
  modules: [],
  conventionCode: null,
  extension: true,
});
if (!quoted.ok) throw new Error(quoted.error.reason);

const payer = {
  name: 'Studio Bianchi',
  vatCode: '02342520158',
  address: 'Via Roma 1',
  postcode: '52100',
  municipality: 'Arezzo',
  province: 'AR',
  email: 'info@studiobianchi.example',
  eInvoiceAddress: 'ABC1234',
};
const placement: Placement = {
  id: key,
  cart: {
    id: 'service-srv-1' as Placement['cart']['id'],
    subject: { kind: 'add-users', serviceId, extension: true },
    quantity: 1,
    personIds: [],
    modules: [],
    conventionCode: null,
  },
  holder: 'Studio Bianchi',
  quote: quoted.value,
  payer,
  method: 'card',
  placedOn: day('2026-11-24'),
  personIds: [],
  settled: false,
};
const { net, vat, gross } = quoted.value;
const waiting: Outgoing = {
  id: key,
  order: 1,
  state: 'outcome-unknown',
  tries: 1,
  lastAnswer: 'no-answer',
  refusal: null,
  command: {
    kind: 'order/place',
    request: {
      purchase: {
        kind: 'add-users',
        serviceId,
        quantity: 1,
        modules: [],
        conventionCode: null,
        extension: true,
        offPolicy: 'own-year',
      },
      day: quoted.value.day,
      rule: quoted.value.rule,
      priceListVersion: 'C6',
      expected: { net, vat, gross },
      payer,
      method: 'card',
      clausesAccepted: true,
    },
  },
};

const stores = () => ({
  workspace: memoryStore<WorkspaceDocument>(),
  backup: memoryStore<WorkspaceDocument>(),
  journal: [memoryLines(), memoryLines()] as const,
  end: memoryEnd(),
});

describe('what the firm has', () => {
  test('a pending change not shown after a restart (TanStack db 1169)', () => {
    const disk = stores();
    const before = openStore(disk);
    before.commit([
      { table: 'placements', id: key, value: placement },
      { table: 'outbox', id: key, value: waiting },
    ]);
    const after = openStore(disk);
    const [view] = orderViews(desk(after.tables));
    expect([view?.id, view?.standing, view?.quote]).toEqual([key, 'outcome-unknown', quoted.value]);
  });

  test('a free-seat count that drifts from the assignments (snipe-it 9012)', () => {
    const people = new Map(['a', 'b', 'c'].map((id) => [id, person(id)]));
    const pair = (id: string) => ({
      id: seatId(serviceId, person(id).id),
      serviceId,
      personId: person(id).id,
    });
    const seats = new Map(
      [...people.keys()].map((id) => [
        pair(id).id,
        { ...pair(id), username: `${id}ferri001`, permissions: ['read'] as const, since: day('2026-01-01') },
      ]),
    );
    for (const taken of [0, 1, 2, 3]) {
      const held = new Map([...seats].slice(0, taken));
      const state = desk({ people, seats: held });
      const [board] = [...state.replica.services.values()].map((one) => boardOf(state, one));
      expect([board?.bought, board?.held, board?.free]).toEqual([2, taken, Math.max(0, 2 - taken)]);
    }
  });

  test('an import that loses rows without saying so (snipe-it 7487, 5201)', () => {
    const list = listOf(
      [
        'Cognome;Nome;E-mail',
        'Riva;Anna;a@x.it',
        '',
        '"Sanna;Ugo;u@x.it',
        'Greco;Lia;l@x.it',
        'Riva;Anna;a@x.it',
        'Bruno;;b@x.it',
      ].join('\n'),
    );
    expect(list.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(list.rejected.map(({ row, reason }) => `${row} ${reason.kind}`)).toEqual([
      '3 empty-row',
      '4 malformed',
      '6 duplicate-email',
      '7 missing-name',
    ]);
  });

  test('a damaged store wiped by its own library: it is moved aside whole, and the one before it is opened', () => {
    const disk = stores();
    const store = openStore(disk);
    const ids = ['a', 'b', 'c'];
    for (const id of ids) {
      store.commit([{ table: 'people', id, value: person(id) }]);
      store.checkpoint();
    }
    const damaged = disk.workspace.text?.slice(0, -20) ?? '';
    disk.workspace.text = damaged;
    const reopened = openStore(disk);
    expect([...disk.workspace.movedAside.values()]).toEqual([damaged]);
    expect([...reopened.tables.people.keys()]).toEqual(ids);
    expect(reopened.recoveries.map(({ document, recovery }) => [document, recovery])).toEqual([
      ['workspace', 'backup'],
    ]);
  });

  test('a damaged backup does not stop the next checkpoint, and is not overwritten either', () => {
    const disk = stores();
    openStore(disk).commit([{ table: 'people', id: 'a', value: person('a') }]);
    disk.backup.text = '{"document":';
    const store = openStore(disk);
    for (const id of ['b', 'c']) {
      store.commit([{ table: 'people', id, value: person(id) }]);
      store.checkpoint();
    }
    expect([...disk.backup.movedAside.values()]).toEqual(['{"document":']);
    expect([...openStore(disk).tables.people.keys()]).toEqual(['a', 'b', 'c']);
  });

  test('a full disk: nothing is shown that is not stored', () => {
    const disk = stores();
    const store = openStore(disk);
    store.commit([{ table: 'people', id: 'a', value: person('a') }]);
    for (const file of disk.journal) file.full = true;
    expect(() => store.commit([{ table: 'people', id: 'b', value: person('b') }])).toThrow('No space');
    for (const file of disk.journal) file.full = false;
    expect([[...store.tables.people.keys()], [...openStore(disk).tables.people.keys()]]).toEqual([
      ['a'],
      ['a'],
    ]);
  });
});
