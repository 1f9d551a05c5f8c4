import { describe, expect, test } from 'vitest';
import type { PaidFor } from '../../../../core/desk/pending/paid-for.ts';
import { deadlines } from '../../../../core/desk/plan/deadlines.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { Service } from '../../../../core/services/service.ts';
import { day, item, service } from '../../../support/samples.ts';

const today = day('24/11/2026');
const until = day('31/12/2026');
const named = (name: string, expiry: string, changes: Partial<Service> = {}): Service =>
  service([item(name, 'e-invoicing', 1, expiry)], { id: name as ServiceId, holder: name, ...changes });

const told = (services: readonly Service[], to = until): readonly string[] =>
  deadlines(services, today, to).map(({ serviceId, kind, on }) => `${on} ${serviceId} ${kind}`);

test('the last safe days of example G4, then the expiry, the nearest first; what is past is left out', () => {
  expect(told([named('sole', '22/12/2026')])).toEqual([
    '2026-12-04 sole transfer',
    '2026-12-07 sole card',
    '2026-12-22 sole expiry',
  ]);
});

test('renewed by itself, a service has a day of debit instead of last safe days', () => {
  expect(told([named('sole', '22/12/2026', { automaticRenewal: true })])).toEqual([
    '2026-12-15 sole debit',
    '2026-12-22 sole expiry',
  ]);
});

test('the notice comes three months before, from the day of the month that the service keeps', () => {
  expect(
    told([
      named('sole', '28/02/2027', {}),
      service([item('orto', 'e-invoicing', 1, '28/02/2027', 31)], {
        id: 'orto' as ServiceId,
        holder: 'orto',
      }),
    ]),
  ).toEqual(['2026-11-28 sole notice', '2026-11-30 orto notice']);
});

test('in grace only the deletion counts; what is deleted or still waits has no day at all', () => {
  expect(
    told([
      named('sole', '01/10/2026'),
      named('orto', '01/07/2026'),
      named('vela', '22/12/2026', { state: 'awaiting-activation' }),
    ]),
  ).toEqual(['2026-12-30 sole deletion']);
});

test('services of one expiry do not share more than it: each has the days that it has alone', () => {
  const all = [
    named('a', '22/12/2026'),
    named('b', '22/12/2026', { automaticRenewal: true }),
    named('c', '22/12/2026', { state: 'awaiting-payment' }),
    named('d', '28/02/2027'),
    service([item('e', 'e-invoicing', 1, '28/02/2027', 31)], { id: 'e' as ServiceId, holder: 'e' }),
  ];
  expect([...told(all, day('31/03/2027'))].sort()).toEqual(
    all.flatMap((one) => told([one], day('31/03/2027'))).sort(),
  );
});

describe('items that end before their service (rules A4, H6)', () => {
  const early = (changes: Partial<Service> = {}): Service =>
    service(
      [
        item('base', 'e-invoicing', 1, '15/10/2027'),
        item('a', 'user', 3, '01/12/2026'),
        item('b', 'user', 1, '15/10/2027'),
        item('c', 'documents', 1, '01/12/2026'),
        item('d', 'extra-gb', 2, '05/12/2026'),
        item('e', 'user', 4, '20/11/2026'),
      ],
      { id: 'sole' as ServiceId, holder: 'sole', ...changes },
    );
  const ends = (changes: Partial<Service>, paid?: PaidFor): readonly string[] =>
    deadlines([early(changes)], today, until, paid).map(
      ({ kind, on, items }) => `${on} ${kind} ${items.map(({ id }) => id).join('+')}`,
    );

  test('one day for those that end together, however late the service ends', () => {
    expect(ends({})).toEqual(['2026-12-01 items a+c', '2026-12-05 items d']);
  });

  test('a service that waits or has expired has none', () => {
    expect(ends({ state: 'awaiting-activation' })).toEqual([]);
    const expired = early();
    const items = expired.items.map((one) =>
      one.id === 'base' ? { ...one, expiry: day('20/11/2026') } : one,
    );
    expect(deadlines([{ ...expired, items }], today, until).map(({ kind }) => kind)).toEqual([]);
  });

  test('what a paid order moves does not end', () => {
    const paid: PaidFor = new Map([['sole' as ServiceId, new Map([['user', day('24/11/2027')] as const])]]);
    expect(ends({}, paid)).toEqual(['2026-12-01 items c', '2026-12-05 items d']);
  });
});

test('what is paid for has no last day to pay, and is deleted no later for it', () => {
  const paid = new Map(
    ['sole', 'orto'].map((id) => [id as ServiceId, new Map([['e-invoicing', day('22/12/2027')] as const])]),
  );
  const kinds = deadlines([named('sole', '22/12/2026'), named('orto', '01/10/2026')], today, until, paid);
  expect(kinds.map(({ serviceId, kind }) => `${serviceId} ${kind}`)).toEqual([
    'sole expiry',
    'orto deletion',
  ]);
});
