// The payments of a plan by month, by year and by client. Rule I4.
import { expect, test } from 'vitest';
import { monthsByClient } from '../../../../core/desk/plan/months-by-client.ts';
import {
  moneyByClient,
  moneyByMonth,
  moneyByYear,
  moneyInAll,
} from '../../../../core/desk/plan/renewal-money.ts';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import { emptyReplica } from '../../../../core/desk/rows/tables.ts';
import { cents } from '../../../../core/kernel/cents.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { day, service } from '../../../support/samples.ts';

const renewal = (id: string, holder: string, gross: number, from = '2026-11-24'): PlannedRenewal => ({
  id: `${id}@2027-03-15`,
  serviceId: id as ServiceId,
  holder,
  expiry: day('2027-03-15'),
  target: day('2028-03-15'),
  net: cents(gross),
  vat: cents(0),
  gross: cents(gross),
  from: day(from),
  to: day('2027-02-26'),
});

const replica = emptyReplica();
for (const [id, vatCode] of [
  ['a1', '1'],
  ['a2', '1'],
  ['b', '2'],
  ['c', '3'],
] as const)
  replica.services.set(id, service([], { id: id as ServiceId, vatCode }));

const plan = {
  now: [renewal('b', 'Bar', 100)],
  sessions: [
    { day: day('2027-02-26'), windows: [renewal('a1', 'Alba', 300), renewal('c', 'Aceto', 700)] },
    { day: day('2027-02-01'), windows: [renewal('a2', 'Alba', 50)] },
    { day: day('2026-12-04'), windows: [renewal('b', 'Bar', 600)] },
  ],
  automatic: [renewal('a1', 'Alba', 40, '2028-03-08')],
};

test('by month and by year of payment, in their order, each sum once', () => {
  expect([...moneyByMonth(plan)]).toEqual([
    ['2026-11', 100],
    ['2026-12', 600],
    ['2027-02', 1050],
    ['2028-03', 40],
  ]);
  expect([...moneyByYear(plan)]).toEqual([
    ['2026', 700],
    ['2027', 1050],
    ['2028', 40],
  ]);
  expect(moneyInAll(plan)).toBe(1790);
});

test('by client, who is a VAT number: the most first, then by name, with the services counted once', () => {
  const clients = moneyByClient({ replica }, plan);
  expect(clients.map(({ vatCode, holder, services, gross }) => [vatCode, holder, services, gross])).toEqual([
    ['3', 'Aceto', 1, 700],
    ['2', 'Bar', 1, 700],
    ['1', 'Alba', 2, 390],
  ]);
  expect([...(clients[2]?.byYear ?? [])]).toEqual([
    ['2027', 350],
    ['2028', 40],
  ]);
  expect([...(clients[2]?.byMonth ?? [])]).toEqual([
    ['2027-02', 350],
    ['2028-03', 40],
  ]);
  expect(clients.map(({ key }) => key)).toEqual(['3', '2', '1']);
});

test('clients without a VAT number are told apart by their names', () => {
  expect(
    moneyByClient({ replica: emptyReplica() }, plan).map(({ key, vatCode, gross }) => [key, vatCode, gross]),
  ).toEqual([
    ['Aceto', '', 700],
    ['Bar', '', 700],
    ['Alba', '', 390],
  ]);
});

test('by month and client: the highest clients, the others in one sum, and each month adds up', () => {
  // Bar and Aceto come to the same: the name decides, as in the list of clients.
  const found = monthsByClient(replica, plan, 2);
  expect(found.clients).toEqual([
    { key: '3', holder: 'Aceto', gross: 700 },
    { key: '2', holder: 'Bar', gross: 700 },
  ]);
  expect(found.others).toBe(1);
  expect(found.months).toEqual([
    { month: '2026-11', parts: [0, 100, 0], gross: 100 },
    { month: '2026-12', parts: [0, 600, 0], gross: 600 },
    { month: '2027-02', parts: [700, 0, 350], gross: 1050 },
    { month: '2028-03', parts: [0, 0, 40], gross: 40 },
  ]);
  expect(found.months.map(({ month, gross }) => [month, gross])).toEqual([...moneyByMonth(plan)]);
  const all = monthsByClient(replica, plan, 5);
  expect(all.others).toBe(0);
  expect(all.clients.map(({ key, gross }) => [key, gross])).toEqual(
    moneyByClient({ replica }, plan).map(({ key, gross }) => [key, gross]),
  );
});
