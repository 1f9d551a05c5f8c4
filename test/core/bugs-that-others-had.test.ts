// One named regression test for each bug that other projects had and that would hurt here (end of the design).
import { describe, expect, test } from 'vitest';
import { emptyReplica, emptyWorkspace, type AppState, type Outgoing, type Placement } from '../../core/app/state.ts';
import { boardOf, orderViews } from '../../core/app/view.ts';
import { allocate, cents } from '../../core/kernel/cents.ts';
import { addMonths, romeDay } from '../../core/kernel/day.ts';
import type { CommandKey, ServiceId } from '../../core/kernel/id.ts';
import { quoteCart } from '../../core/orders/cart.ts';
import { readStaffList } from '../../core/people/import-people.ts';
import type { JournalDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';
import { openWorkspaceStore } from '../../core/persistence/workspace-store.ts';
import { price } from '../../core/quotes/price.ts';
import { quoteAddUsers } from '../../core/quotes/quote.ts';
import { monthsCharged } from '../../core/renewals/months.ts';
import { seatId } from '../../core/seats/seat.ts';
import { createSync, type SyncPorts } from '../../core/sync/engine.ts';
import { afterRestart, type OutboxEntry } from '../../core/sync/outbox.ts';
import { memoryStore } from '../support/memory-store.ts';
import { day, item, person, priceList, service } from '../support/samples.ts';

const serviceId = 'srv-1' as ServiceId;
const key = '01930000-0000-7000-8000-000000000001' as CommandKey;

describe('days and months', () => {
  test('month-end anchor lost: 31 January, 29 February, 29 March (polar 10664, killbill 127)', () => {
    let expiry = day('2027-01-31');
    const seen = Array.from({ length: 4 }, () => (expiry = addMonths(expiry, 1, 31)));
    expect(seen).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
    expect(addMonths(addMonths(day('2028-02-29'), 12, 29), 36, 29)).toBe('2032-02-29');
    expect(addMonths(addMonths(day('2027-01-29'), 1, 29), 1, 29)).toBe('2027-03-29');
  });

  test('an exact year charged as 11 months (erpnext 57768)', () => {
    for (const rule of ['started-month', 'completed-month', 'actual-days', 'thirty-360'] as const)
      expect(monthsCharged(rule, day('2026-08-03'), day('2027-08-03'))).toEqual({ num: 12, den: 1 });
  });

  test('an expiry a day off by time zone or daylight saving (nextcloud 38350, lago 1438)', () => {
    expect([romeDay(Date.UTC(2027, 2, 27, 23, 30)), romeDay(Date.UTC(2027, 9, 30, 22, 30))]).toEqual(['2027-03-28', '2027-10-31']);
    expect(addMonths(romeDay(Date.UTC(2026, 9, 24, 22, 30)), 12)).toBe('2027-10-25');
  });
});

describe('money', () => {
  const items = [item('E', 'e-invoicing', 1, '2027-03-15'), item('U', 'user', 7, '2027-03-15')];
  const pricing = { day: day('2026-11-24'), rule: 'started-month', offPolicy: 'own-year', priceList } as const;

  test('the preview differs from the invoice (killbill 2249, 1506, 1503)', () => {
    const cart = quoteCart({ subject: { kind: 'add-users', serviceId, extension: true }, quantity: 3, modules: [] }, service(items), pricing);
    const quote = quoteAddUsers({ ...pricing, service: service(items), quantity: 3, modules: [], extension: true });
    expect(cart).toEqual(quote);
    if (!cart.ok) throw new Error(cart.error.reason);
    const again = price({ lines: cart.value.lines, vatBasisPoints: cart.value.vatBasisPoints });
    expect([again.net, again.vat, again.gross]).toEqual([cart.value.net, cart.value.vat, cart.value.gross]);
  });

  test('rounded lines that do not sum (autumn 3407)', () => {
    const quote = quoteAddUsers({ ...pricing, service: service(items), quantity: 3, modules: [], extension: true });
    if (!quote.ok) throw new Error(quote.error.reason);
    expect(quote.value.lines.reduce((sum, line) => sum + line.net, 0)).toBe(quote.value.net);
    const parts = allocate(quote.value.gross, [1, 1, 1, 1, 1, 1, 1]);
    expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(quote.value.gross);
    expect(allocate(cents(1), [1, 1, 1])).toEqual([1, 0, 0]);
  });
});

type Entry = OutboxEntry<string, never>;

/** A vendor that keeps what it got by key, and an outbox that outlives the program. */
function exchange(answers: readonly ('received' | 'no-answer' | 'unreachable')[]) {
  const outbox = new Map<string, Entry>([[key, { id: key, order: 1, command: 'order', state: 'queued', tries: 0, lastAnswer: 'none', refusal: null }]]);
  const vendor = new Map<string, string>();
  const sent: string[] = [];
  const states: string[] = [];
  const left = [...answers];
  const ports: SyncPorts<string, never> = {
    clock: { now: () => 0 },
    scheduler: { after: () => () => undefined },
    rng: { next: () => 0 },
    pending: () => [...outbox.values()],
    save: (entry) => {
      if (outbox.has(entry.id)) outbox.set(entry.id, entry);
    },
    push: async (entry) => {
      const answer = left.shift() ?? 'received';
      sent.push(entry.id);
      states.push(outbox.get(entry.id)?.state ?? 'gone');
      if (answer === 'unreachable') return { kind: 'unsent', why: 'unreachable' };
      // Processed once, whether or not the reply gets back; a known key is answered again and does nothing.
      if (!vendor.has(entry.id)) vendor.set(entry.id, entry.command);
      return answer === 'received' ? { kind: 'received' } : { kind: 'unknown', why: 'no-answer' };
    },
    pull: async () => {
      if (left.length > 0) return { kind: 'failed', why: 'unreachable' };
      for (const processed of vendor.keys()) outbox.delete(processed);
      return { kind: 'complete' };
    },
    changed: () => undefined,
    failed: (problem) => {
      throw problem;
    },
  };
  const restart = (): void => {
    for (const entry of outbox.values()) outbox.set(entry.id, afterRestart(entry));
  };
  return { sync: () => createSync(ports), outbox, vendor, sent, states, restart };
}

describe('orders on their way', () => {
  test('queued commands executed twice after a restart (TanStack db 921)', async () => {
    const desk = exchange(['no-answer', 'received']);
    await desk.sync().wake();
    desk.restart();
    expect(desk.outbox.get(key)?.state).toBe('outcome-unknown');
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.size, desk.sent.length]).toEqual([1, 0, 2]);
    await desk.sync().wake();
    expect(desk.sent).toHaveLength(2);
  });

  test('a new idempotency key at each retry: the key is the one made with the order, stored before the first send', async () => {
    const desk = exchange(['unreachable', 'no-answer', 'unreachable', 'received']);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await desk.sync().wake();
      desk.restart();
    }
    expect(new Set(desk.sent)).toEqual(new Set([key]));
    expect(desk.states).not.toContain('queued');
    expect(desk.vendor.size).toBe(1);
  });

  test('a lost reply replayed as a duplicate: the order stays "outcome unknown" until a pull shows it', async () => {
    const desk = exchange(['no-answer', 'received']);
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.get(key)?.state]).toEqual([1, 'outcome-unknown']);
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.size]).toEqual([1, 0]);
  });
});

function desk(
  changes: Partial<AppState['workspace']> = {},
  services = [service([item('E', 'e-invoicing', 1, '2027-03-15'), item('U', 'user', 2, '2027-03-15')])],
): AppState {
  const replica = emptyReplica();
  for (const one of services) replica.services.set(one.id, one);
  return { workspace: { ...emptyWorkspace(), ...changes }, replica, today: day('2026-11-24') };
}

const quoted = quoteAddUsers({
  day: day('2026-11-24'),
  rule: 'started-month',
  offPolicy: 'own-year',
  priceList,
  service: service([item('E', 'e-invoicing', 1, '2027-03-15')]),
  quantity: 1,
  modules: [],
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
  cart: { id: 'service-srv-1' as Placement['cart']['id'], subject: { kind: 'add-users', serviceId, extension: true }, quantity: 1, personIds: [], modules: [] },
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
      purchase: { kind: 'add-users', serviceId, quantity: 1, modules: [], extension: true, offPolicy: 'own-year' },
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

const stores = () => ({ workspace: memoryStore<WorkspaceDocument>(), backup: memoryStore<WorkspaceDocument>(), journal: memoryStore<JournalDocument>() });

describe('what the firm has', () => {
  test('a pending change not shown after a restart (TanStack db 1169)', () => {
    const disk = stores();
    const before = openWorkspaceStore(disk);
    before.commit([
      { table: 'placements', id: key, value: placement },
      { table: 'outbox', id: key, value: waiting },
    ]);
    const after = openWorkspaceStore(disk);
    const [view] = orderViews(desk(after.tables));
    expect([view?.id, view?.standing, view?.quote]).toEqual([key, 'outcome-unknown', quoted.value]);
  });

  test('a free-seat count that drifts from the assignments (snipe-it 9012)', () => {
    const people = new Map(['a', 'b', 'c'].map((id) => [id, person(id)]));
    const pair = (id: string) => ({ id: seatId(serviceId, person(id).id), serviceId, personId: person(id).id });
    const seats = new Map(
      [...people.keys()].map((id) => [pair(id).id, { ...pair(id), username: `${id}ferri001`, permissions: ['read'] as const, since: day('2026-01-01') }]),
    );
    for (const taken of [0, 1, 2, 3]) {
      const held = new Map([...seats].slice(0, taken));
      const state = desk({ people, seats: held });
      const [board] = [...state.replica.services.values()].map((one) => boardOf(state, one));
      expect([board?.bought, board?.held, board?.free]).toEqual([2, taken, Math.max(0, 2 - taken)]);
    }
  });

  test('an import that loses rows without saying so (snipe-it 7487, 5201)', () => {
    const list = readStaffList(
      ['Cognome;Nome;E-mail', 'Riva;Anna;a@x.it', '', '"Sanna;Ugo;u@x.it', 'Greco;Lia;l@x.it', 'Riva;Anna;a@x.it', 'Bruno;;b@x.it'].join('\n'),
    );
    if (!list.ok) throw new Error(list.error.reason);
    expect(list.value.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(list.value.rejected.map(({ row, reason }) => `${row} ${reason.kind}`)).toEqual([
      '3 empty-row',
      '4 malformed',
      '6 duplicate-email',
      '7 missing-name',
    ]);
  });

  test('a damaged store wiped by its own library: it is moved aside whole, and the one before it is opened', () => {
    const disk = stores();
    const store = openWorkspaceStore(disk);
    const ids = ['a', 'b', 'c'];
    for (const id of ids) {
      store.commit([{ table: 'people', id, value: person(id) }]);
      store.checkpoint();
    }
    const damaged = disk.workspace.text?.slice(0, -20) ?? '';
    disk.workspace.text = damaged;
    const reopened = openWorkspaceStore(disk);
    expect([...disk.workspace.movedAside.values()]).toEqual([damaged]);
    expect([...reopened.tables.people.keys()]).toEqual(ids);
    expect(reopened.recoveries.map(({ document, recovery }) => [document, recovery])).toEqual([['workspace', 'backup']]);
  });

  test('a damaged backup does not stop the next checkpoint, and is not overwritten either', () => {
    const disk = stores();
    openWorkspaceStore(disk).commit([{ table: 'people', id: 'a', value: person('a') }]);
    disk.backup.text = '{"document":';
    const store = openWorkspaceStore(disk);
    for (const id of ['b', 'c']) {
      store.commit([{ table: 'people', id, value: person(id) }]);
      store.checkpoint();
    }
    expect([...disk.backup.movedAside.values()]).toEqual(['{"document":']);
    expect([...openWorkspaceStore(disk).tables.people.keys()]).toEqual(['a', 'b', 'c']);
  });

  test('a full disk: nothing is shown that is not stored', () => {
    const disk = stores();
    const store = openWorkspaceStore(disk);
    store.commit([{ table: 'people', id: 'a', value: person('a') }]);
    disk.journal.full = true;
    expect(() => store.commit([{ table: 'people', id: 'b', value: person('b') }])).toThrow('No space');
    disk.journal.full = false;
    expect([[...store.tables.people.keys()], [...openWorkspaceStore(disk).tables.people.keys()]]).toEqual([['a'], ['a']]);
  });
});
