import { describe, expect, test } from 'vitest';
import { daysToExpiry, milestones, phaseOf } from '../../../core/services/lifecycle.ts';
import { activeItems, activeModules, firstSeatEnd, seatCount } from '../../../core/services/service.ts';
import { day, item, service } from '../../support/samples.ts';

const example = service([item('E', 'e-invoicing', 1, '15/03/2027')]);

describe('life of a service (F)', () => {
  test('the days around an expiry', () => {
    expect(milestones(day('15/03/2027'))).toEqual({
      notice: '2026-12-15',
      yellow: '2027-01-14',
      registrationLimit: '2027-02-28',
      automaticDebit: '2027-03-08',
      graceEnd: '2027-06-13',
      deletion: '2027-06-14',
    });
  });

  test('the notice keeps the anchor: 28 February that stands for a 31st is told on 30 November', () => {
    expect(milestones(day('28/02/2027'), 31).notice).toBe('2026-11-30');
    expect(milestones(day('31/05/2027')).notice).toBe('2027-02-28');
  });

  test.each([
    ['13/01/2027', 'active'],
    ['14/01/2027', 'renew-soon'],
    ['28/02/2027', 'renew-soon'],
    ['01/03/2027', 'late'],
    ['15/03/2027', 'late'],
    ['16/03/2027', 'grace'],
    ['13/06/2027', 'grace'],
    ['14/06/2027', 'deleted'],
  ] as const)('on %s it is %s', (today, phase) => {
    expect(phaseOf(example, day(today))).toBe(phase);
  });

  test('a service without a period yet waits', () => {
    expect(phaseOf(service([]), day('13/01/2027'))).toBe('waiting');
    for (const state of ['awaiting-payment', 'awaiting-activation', 'activation-failed'] as const)
      expect(phaseOf({ ...example, state }, day('13/01/2027'))).toBe('waiting');
    expect(daysToExpiry(service([]), day('13/01/2027'))).toBeUndefined();
    expect(daysToExpiry(example, day('14/03/2027'))).toBe(1);
  });
});

describe('what works on a day (A4, H1)', () => {
  const items = [
    item('E', 'e-invoicing', 1, '15/03/2027'),
    item('U1', 'user', 3, '24/11/2026'),
    item('U2', 'user', 2, '15/03/2027'),
    item('M', 'documents', 1, '15/03/2027'),
  ];

  test('the first day on which seats end is that of those that still count, in grace the service’s last', () => {
    const first = (on: string) => firstSeatEnd(service(items), day(on));
    expect([first('24/11/2026'), first('25/11/2026'), first('20/03/2027')]).toEqual([
      '2026-11-24',
      '2027-03-15',
      '2027-03-15',
    ]);
    expect(
      firstSeatEnd(service([item('E', 'e-invoicing', 1, '15/03/2027')]), day('24/11/2026')),
    ).toBeUndefined();
  });

  test('an expiry is the last day of work', () => {
    expect([
      seatCount(service(items), day('24/11/2026')),
      seatCount(service(items), day('25/11/2026')),
    ]).toEqual([5, 2]);
    expect(activeItems(service(items), day('25/11/2026')).map(({ id }) => id)).toEqual(['E', 'U2', 'M']);
    expect(activeModules(service(items), day('16/03/2027'))).toEqual([]);
  });

  test('in the 90 days of grace the users of the last day count; a deleted service has none (F)', () => {
    const on = (today: string) => [
      seatCount(service(items), day(today)),
      firstSeatEnd(service(items), day(today)),
    ];
    expect([on('13/06/2027'), on('14/06/2027')]).toEqual([
      [2, '2027-03-15'],
      [0, undefined],
    ]);
  });

  test('the owner is no additional user: a service alone has no seats', () => {
    expect(seatCount(example, day('24/11/2026'))).toBe(0);
  });
});
