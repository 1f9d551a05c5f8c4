import { expect, test } from 'vitest';
import type { Day } from '../../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import type { HistoryEntry, SeatEvent } from '../../../core/seats/history.ts';
import { planSeats } from '../../../core/seats/plan-seats.ts';
import { countSeats } from '../../../core/seats/seat-counts.ts';
import { seatId, type Seat } from '../../../core/seats/seat.ts';
import { day, item, person, service } from '../../support/samples.ts';

const serviceId = 'srv-1' as ServiceId;
const today = day('24/11/2026');
const people = new Map(['a', 'b', 'c'].map((name) => [name, person(name)]));
const seat = (name: string, since: string): Seat => ({
  id: seatId(serviceId, name as PersonId),
  serviceId,
  personId: name as PersonId,
  username: `${name}0000000`,
  permissions: ['read'],
  since: day(since),
});
const entry = (event: SeatEvent, name: string, at: number): HistoryEntry => ({
  ...seat(name, '2026-01-01'),
  id: `${at}`,
  at,
  by: null,
  event,
  personName: name,
  holder: '',
});

function counts(
  seats: readonly Seat[],
  users: readonly (readonly [number, string])[],
  history: readonly HistoryEntry[] = [],
) {
  const target = service([
    item('E', 'e-invoicing', 1, '15/03/2027'),
    ...users.map(([quantity, expiry], index) => item(`U${index}`, 'user', quantity, expiry)),
  ]);
  const boardOn = (on: Day) =>
    planSeats({
      service: target,
      today: on,
      people,
      needs: [],
      seats,
      givenUsernames: new Set<string>(),
      inCart: new Set(),
      ordered: new Set(),
    });
  return countSeats({ service: target, today, board: boardOn(today), pending: 2, history, boardOn });
}

test('seats by the day on which their term ends, with the people who wait from the next day on (H6)', () => {
  const result = counts(
    [seat('a', '2025-01-01'), seat('b', '2026-01-01'), seat('c', '2026-02-01')],
    [
      [2, '10/01/2027'],
      [2, '15/02/2027'],
      [1, '01/11/2026'],
    ],
  );
  expect(result).toMatchObject({ bought: 4, pending: 2, held: 3, free: 1 });
  expect(result.ending).toEqual([
    { expiry: day('10/01/2027'), quantity: 2, people: ['c'] },
    { expiry: day('15/02/2027'), quantity: 2, people: ['a', 'b'] },
  ]);
});

test('after the service itself its last users go on in grace: nobody waits yet', () => {
  expect(counts([seat('a', '2025-01-01')], [[2, '15/03/2027']]).ending).toEqual([
    { expiry: day('15/03/2027'), quantity: 2, people: [] },
  ]);
});

test('a seat that somebody held before is not “never used”, though it is free', () => {
  const held = [seat('a', '2025-01-01')];
  expect(counts(held, [[4, '15/03/2027']]).neverUsed).toBe(3);
  const history = [
    entry('assigned', 'b', 1),
    entry('assigned', 'c', 2),
    entry('permissions', 'c', 3),
    entry('freed', 'b', 4),
    entry('freed', 'c', 5),
  ];
  expect(counts(held, [[4, '15/03/2027']], history)).toMatchObject({ free: 3, neverUsed: 1 });
  expect(counts(held, [[2, '15/03/2027']], history)).toMatchObject({ free: 1, neverUsed: 0 });
});
