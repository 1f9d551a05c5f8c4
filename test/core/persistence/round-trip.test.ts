// Every row that the program can write is read back from disk unchanged.
import { expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import {
  replicaSchemas,
  replicaTables,
  workspaceSchemas,
  workspaceTables,
} from '../../../core/desk/rows/tables.ts';
import { cents } from '../../../core/kernel/cents.ts';
import { parse } from '../../../core/kernel/parse.ts';
import { finishJob, ownService, placeOrder } from '../../support/main-job.ts';
import { day, priceList } from '../../support/samples.ts';
import { recordedDesktop } from '../../support/recorded-desktop.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const schemas = { ...workspaceSchemas, ...replicaSchemas };
const seen = new Set<string>();

function check(desk: TestHost): void {
  const { workspace, replica } = desk.state();
  for (const [table, rows] of Object.entries({ ...workspace, ...replica })) {
    for (const [id, row] of rows) {
      seen.add(table);
      expect(
        parse(schemas[table as keyof typeof schemas], JSON.parse(JSON.stringify(row))),
        `${table}/${id}`,
      ).toEqual({ ok: true, value: row });
    }
  }
}

test('rows of every table, at every change of jobs of all kinds', async () => {
  const desk = await startHost({ desktop: recordedDesktop().desktop });
  check(desk);
  // A refused order with the vendor's own figures.
  await desk.signIn();
  desk.do({
    type: 'firm/settings',
    rule: 'actual-365',
    offPolicy: 'until-service-expiry',
    language: 'en',
    theme: 'dark',
  });
  placeOrder(desk, 'blank-slip');
  await desk.rest();
  check(desk);
  desk.do({ type: 'order/withdraw', key: [...desk.state().workspace.outbox.values()][0]?.id as never });
  desk.do({
    type: 'firm/settings',
    rule: 'started-month',
    offPolicy: 'own-year',
    language: 'it',
    theme: 'system',
  });
  desk.do({ type: 'client/add', name: '  Società Agricola “Èco” & Figli  '.trim(), vatCode: '02342520158' });
  for (const client of desk.state().workspace.clients.values())
    desk.do({ type: 'cart/open-first', clientId: client.id, serviceKind: 'receive-only' });
  check(desk);
  desk.do({ type: 'account/settings', on: true });
  desk.do({ type: 'operator/name', name: 'Zoë D’Àngelo' });
  desk.do({
    type: 'register/record',
    asOf: day('2026-11-24'),
    entries: [
      {
        about: ownService,
        details: {
          caretaker: 'Maria Bassi',
          space: [{ quantity: 2, expiry: null }],
          payer: 'client',
          panelUsers: [{ username: 'zdangelo01', email: 'z@x.it', permissions: ['read'] }],
        },
        source: { kind: 'sheet', file: 'servizi.xlsx', row: 4 },
        evidence: { caretaker: ' Maria Bassi ' },
      },
    ],
    columns: [{ key: 'codgest', use: 'unused' }],
  });
  desk.do({ type: 'price-list/put', list: { ...priceList, version: '2027', validFrom: day('2027-01-01') } });
  desk.do({
    type: 'receipt/record',
    serviceId: ownService,
    quantity: 2,
    receipt: { extension: true, net: cents(5819), gross: null, usersUntil: day('2027-11-24') },
  });
  desk.do({
    type: 'columns/remember',
    choices: [
      { key: 'matricola', use: 'email' },
      { key: 'note', use: 'unused' },
    ],
  });
  desk.do({ type: 'firm/logo', base64: 'iVBORw0KGgoAAAAN' });
  desk.do({ type: 'firm/letterhead', layout: 'logo-left' });
  desk.do({ type: 'quote/new', source: { kind: 'service', serviceId: ownService, what: 'renewal' } });
  for (const { id: quoteId } of desk.state().workspace.quotes.values()) {
    desk.do({
      type: 'quote/fee',
      quoteId,
      feeId: null,
      fee: {
        description: 'Assistenza',
        unit: 'ore',
        hundredths: 150,
        unitPrice: cents(-2500),
        vatBasisPoints: 400,
      },
    });
    desk.do({
      type: 'quote/add-service',
      quoteId,
      source: { kind: 'service', serviceId: ownService, what: 'add-users' },
    });
    desk.do({ type: 'quote/words', quoteId, opening: 'Gentile cliente,\nè un’offerta', closing: 'A presto' });
  }
  check(desk);
  for (const quote of desk.state().workspace.quotes.values())
    desk.do({ type: 'quote/issue', quoteId: quote.id, serial: 18 });
  desk.do({ type: 'person/note', personId: 'p-f-riva' as never, text: 'Part time\nil venerdì' });
  desk.do({ type: 'person/apart', personIds: ['p-f-riva' as never, 'p-a-ferri' as never] });
  desk.do({
    type: 'seat-rule/put',
    department: 'Contabilità',
    serviceId: ownService,
    permissions: ['read', 'create'],
  });
  check(desk);
  desk.do({
    type: 'scenario/save',
    name: 'Ora',
    choices: { ...defaultRenewalChoices, forbidden: [day('2026-12-03')], extendTo: day('2027-03-31') },
  });
  desk.do({
    type: 'view/save',
    name: 'Da fare',
    shown: { list: 'services', query: 'è', filters: { payer: '', account: 'a@b' }, grouping: 'access' },
  });
  desk.do({ type: 'plan/choose', choice: { method: 'card', horizonMonths: 36 } });
  desk.do({ type: 'plan/day', day: day('2026-12-03'), wish: 'forbidden' });
  desk.do({ type: 'plan/day', day: day('2026-12-04'), wish: 'forced' });
  check(desk);
  desk.do({
    type: 'reminders/settings',
    on: true,
    daysBefore: [30, 7, 0],
    daysUnpaid: [7],
    quiet: null,
    weekends: true,
  });
  const [group] = desk.host.snapshot().reminders.toTell;
  expect(
    await desk.host.reminders.tell({ key: group?.key ?? '', title: 'x', body: '', read: 'read' }),
  ).toEqual({
    ok: true,
    value: 'shown',
  });
  await desk.host.calendar.choose({ name: 'x.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' });
  check(desk);
  // The states on its way, unknown, known, paid and active.
  await desk.fault({ kind: 'lost-reply', times: 2, path: '/api/v2/' });
  placeOrder(desk, 'bank-transfer');
  check(desk);
  await desk.rest();
  check(desk);
  await finishJob(desk);
  check(desk);
  const cancelled = [...desk.state().replica.orders.values()].find(
    ({ state }) => state === 'awaiting-payment',
  );
  if (cancelled !== undefined) {
    const { orderNumber } = cancelled;
    desk.do({ type: 'order/say-paid', orderNumber, on: desk.state().today });
    check(desk);
    desk.do({ type: 'order/request-cancellation', orderNumber });
  }
  check(desk);
  await desk.rest();
  // The vendor forgets all of it.
  await desk.act({ action: 'restore' });
  await desk.host.syncNow();
  await desk.rest();
  const [keep, drop, gone] = ['n.uno@x.it', 'n.due@x.it', 'n.tre@x.it'].map((email) => {
    desk.do({
      type: 'person/add',
      details: { givenName: 'Nina', familyName: 'Uno', email, department: '', start: null, end: null },
    });
    return [...desk.state().workspace.people.values()].find((person) => person.email === email)?.id as never;
  });
  const details = {
    givenName: 'Nina',
    familyName: 'Uno',
    email: 'n.uno@x.it',
    department: '',
    start: null,
    end: null,
  };
  desk.do({ type: 'person/merge', keep: keep as never, drop: drop as never, details });
  desk.do({ type: 'person/erase', personId: gone as never });
  check(desk);
  // Purchases, approvals and invoices belong to a studio of one's own: see test/core/host. What waits for a
  // server belongs to a shared one: see test/simulation/shared.
  const own = new Set<string>([
    'purchases',
    'approvals',
    'invoices',
    'invoiceChoices',
    'waiting',
    'sharedStudio',
    'vendorRows',
    'vendorMarks',
  ]);
  const expected = [...workspaceTables, ...replicaTables].filter((table) => !own.has(table));
  expect([...seen].toSorted()).toEqual(expected.toSorted());
  // The whole state after a restart, read from disk.
  const again = await startHost({ machine: desk.kill() });
  expect(again.state()).toEqual(desk.state());
  expect(again.state().workspace.seats.has(`${ownService}/p-g-sanna`)).toBe(true);
});
