import { describe, expect, test } from 'vitest';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import type { Person } from '../../../core/people/person.ts';
import { planSeats } from '../../../core/seats/plan-seats.ts';
import { seatId, type Seat, type SeatNeed } from '../../../core/seats/seat.ts';
import { day, item, person, service } from '../../support/samples.ts';

const serviceId = 'srv-1' as ServiceId;
const today = day('24/11/2026');
const ids = (...names: string[]) => names as PersonId[];

const need = (name: string): SeatNeed => ({
  id: seatId(serviceId, name as PersonId),
  serviceId,
  personId: name as PersonId,
  permissions: null,
  order: 0,
});
const seat = (name: string, since = '2026-01-01'): Seat => ({
  ...need(name),
  username: `${name}000000`.slice(0, 8),
  permissions: ['read'],
  since: day(since),
});

interface Desk {
  readonly users: number;
  readonly people: readonly Person[];
  readonly needs?: readonly string[];
  readonly seats?: readonly Seat[];
  readonly inCart?: readonly string[];
  readonly ordered?: readonly string[];
  /** The usernames that exist in the panel, and those that somebody of the staff list has or had. */
  readonly panel?: readonly string[];
  readonly given?: readonly string[];
}

function board({
  users,
  people,
  needs = [],
  seats = [],
  inCart = [],
  ordered = [],
  panel = [],
  given = [],
}: Desk) {
  return planSeats({
    service: service(
      [
        item('E', 'e-invoicing', 1, '15/03/2027'),
        ...(users > 0 ? [item('U', 'user', users, '15/03/2027')] : []),
      ],
      {
        users: panel.map((username) => ({ username, email: '', permissions: [] })),
      },
    ),
    today,
    people: new Map(people.map((one) => [one.id, one])),
    needs: needs.map(need),
    seats,
    givenUsernames: new Set(given),
    inCart: new Set(ids(...inCart)),
    ordered: new Set(ids(...ordered)),
  });
}

const abc = ['a', 'b', 'c'].map((name) => person(name));

describe('the seat board', () => {
  test('free seats serve those who wait, in order; for the rest seats must be bought', () => {
    const plan = board({ users: 2, people: abc, needs: ['b', 'c'], seats: [seat('a')] });
    expect([plan.bought, plan.held, plan.free]).toEqual([2, 1, 1]);
    expect([plan.waiting, plan.assignable, plan.missing]).toEqual([['b', 'c'], ['b'], ['c']]);
    expect(plan.status.get('a' as PersonId)).toBe('assigned');
  });

  test('the owner has no seat (H1): a service alone has none to give', () => {
    expect(board({ users: 0, people: abc, needs: ['a'] })).toMatchObject({
      bought: 0,
      free: 0,
      missing: ['a'],
    });
  });

  test('people in the cart or in an order on its way are not bought for twice', () => {
    const plan = board({ users: 0, people: abc, needs: ['a', 'b', 'c'], inCart: ['a'], ordered: ['b'] });
    expect(plan.missing).toEqual(['c']);
    expect([...plan.status.values()]).toEqual(['in-cart', 'ordered', 'waiting']);
  });

  test('who has left and still holds a seat is an open task, and the seat is not free (H5)', () => {
    const gone = person('a', { end: day('31/10/2026') });
    const plan = board({ users: 1, people: [gone, ...abc.slice(1)], needs: ['b'], seats: [seat('a')] });
    expect([plan.leavers, plan.free, plan.missing]).toEqual([['a'], 0, ['b']]);
  });

  test('the last day of work is still a day of work; who has left needs nothing', () => {
    const lastDay = person('a', { end: today });
    expect(board({ users: 1, people: [lastDay], seats: [seat('a')] }).leavers).toEqual([]);
    expect(
      board({ users: 1, people: [person('a', { end: day('23/11/2026') })], needs: ['a'] }).waiting,
    ).toEqual([]);
  });

  test('when seats end their people wait, the newest first to lose theirs, and nothing is deleted (H6)', () => {
    const plan = board({
      users: 1,
      people: abc,
      seats: [seat('c', '2026-02-01'), seat('a', '2025-01-01'), seat('b', '2026-01-01')],
    });
    expect([...plan.status].map(([id, status]) => `${id} ${status}`)).toEqual([
      'a assigned',
      'b waiting',
      'c waiting',
    ]);
    expect([plan.held, plan.free, plan.missing, plan.seatOf.size]).toEqual([3, 0, ['b', 'c'], 3]);
  });

  test('panel users that are nobody of the staff list hold seats too, and so do those of people who have none any more', () => {
    const plan = board({
      users: 4,
      people: abc,
      needs: ['b', 'c'],
      seats: [seat('a')],
      panel: ['A000000', 'client01', 'former01'],
      given: ['former01'],
    });
    expect([plan.others.map(({ username }) => username), plan.held, plan.free]).toEqual([['client01'], 3, 1]);
    expect(plan.former.map(({ username }) => username)).toEqual(['former01']);
    expect([plan.assignable, plan.missing]).toEqual([['b'], ['c']]);
  });
});
