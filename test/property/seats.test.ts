// Rules H1, H2, H3, H5 and H6 on any service and staff.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { hasLeft, type Person } from '../../core/people/person.ts';
import { planSeats } from '../../core/seats/plan-seats.ts';
import { seatId, type Seat } from '../../core/seats/seat.ts';
import { isUsername, proposeUsername } from '../../core/seats/username.ts';
import { law } from '../support/law.ts';
import { day, item, person, service } from '../support/samples.ts';

const serviceId = 'srv-1' as ServiceId;
const today = day('2026-11-24');

const staff = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 40 }).map((number) => `p${number}` as PersonId),
    end: fc.constantFrom(null, null, null, day('2026-11-23'), today, day('2027-01-31')),
    need: fc.boolean(),
    seat: fc.option(
      fc.integer({ min: 1, max: 28 }).map((date) => day(`2026-03-${String(date).padStart(2, '0')}`)),
    ),
    inCart: fc.boolean(),
    ordered: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);
const groups = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 12 }), ended: fc.boolean() }), {
  maxLength: 3,
});

law('the board adds up: seats bought, held and free, everybody in one place, nothing counted twice', {
  subject: planSeats,
  wrong: (given) => {
    const board = planSeats(given);
    return {
      ...board,
      free: board.bought - [...board.status.values()].filter((status) => status === 'assigned').length,
    };
  },
  given: fc.record({ staff, groups, strangers: fc.integer({ min: 0, max: 4 }) }),
  holds(plan, { staff: list, groups: sold, strangers }) {
    const users = sold.map(({ quantity, ended }, index) =>
      item(`u${index}`, 'user', quantity, ended ? '2026-11-23' : '2027-03-15'),
    );
    const people = new Map<string, Person>(list.map(({ id, end }) => [id, person(id, { end })]));
    const pair = (personId: PersonId) => ({
      id: seatId(serviceId, personId),
      serviceId,
      personId,
      permissions: null,
      order: 0,
    });
    const seats = list.flatMap(({ id, seat }): Seat[] =>
      seat === null
        ? []
        : [{ ...pair(id), username: `${id}00000000`.slice(0, 8), permissions: ['read'], since: seat }],
    );
    // Panel users: strangers, and one who once was of the staff.
    const panel = [...Array.from({ length: strangers }, (_, index) => `stranger${index}`), 'former01'].map(
      (username) => ({
        username,
        email: '',
        permissions: [],
      }),
    );
    const board = plan({
      service: service([item('E', 'e-invoicing', 1, '2027-03-15'), ...users], { users: panel }),
      today,
      people,
      needs: list.filter(({ need }) => need).map(({ id }) => pair(id)),
      seats,
      givenUsernames: new Set(['former01']),
      inCart: new Set(list.filter(({ inCart }) => inCart).map(({ id }) => id)),
      ordered: new Set(list.filter(({ ordered }) => ordered).map(({ id }) => id)),
    });
    const bought = sold.reduce((sum, { quantity, ended }) => sum + (ended ? 0 : quantity), 0);
    const count = (status: string): number =>
      [...board.status.values()].filter((one) => one === status).length;

    // H1: the owner is not counted. H6: no seat is deleted, whatever ends.
    expect([board.bought, board.held, board.seatOf.size, board.others.length, board.former.length]).toEqual([
      bought,
      seats.length + strangers + 1,
      seats.length,
      strangers,
      1,
    ]);
    expect(board.free).toBe(Math.max(0, bought - seats.length - strangers - 1));
    expect(count('assigned')).toBeLessThanOrEqual(Math.max(0, bought - strangers - 1));
    expect(
      count('assigned') +
        count('left-holding') +
        [...board.seatOf.keys()].filter((id) =>
          ['waiting', 'in-cart', 'ordered'].includes(board.status.get(id) ?? ''),
        ).length,
    ).toBe(seats.length);
    // H5: who left and holds a seat is a task. Nobody who left waits.
    expect(new Set(board.leavers)).toEqual(
      new Set(
        seats
          .filter((seat) => hasLeft(people.get(seat.personId) ?? person(''), today))
          .map((seat) => seat.personId),
      ),
    );
    expect(board.waiting.some((id) => hasLeft(people.get(id) ?? person(''), today))).toBe(false);
    // Each person who waits is served, missing or on the way, once.
    const open = board.waiting.filter((id) => board.status.get(id) === 'waiting');
    expect([...board.assignable, ...board.missing].toSorted()).toEqual(open.toSorted());
    expect(new Set(board.waiting).size).toBe(board.waiting.length);
    expect(board.assignable.length).toBeLessThanOrEqual(board.free);
    expect(board.assignable.some((id) => board.seatOf.has(id))).toBe(false);
    if (board.missing.some((id) => !board.seatOf.has(id))) expect(board.assignable.length).toBe(board.free);
  },
});

const name = fc.oneof(
  fc.constantFrom(
    'Anna',
    'Niccolò',
    "Dall'Oglio",
    'De Luca',
    'Müller',
    'Wu',
    'Иванова',
    '李',
    'X Æ A-12',
    'Ferri',
  ),
  fc.string({ minLength: 1, maxLength: 100, unit: 'binary' }),
);

law('H3: a proposed username is one that the panel takes, and new on the service', {
  subject: proposeUsername,
  wrong: (who, taken) => (taken.size > 3 ? ([...taken][0] ?? '') : proposeUsername(who, taken)),
  given: fc.array(
    fc.record({ givenName: name, familyName: name, email: name.map((mailbox) => `${mailbox}@studio.it`) }),
    { minLength: 1, maxLength: 30 },
  ),
  holds(propose, people) {
    const taken = new Set<string>();
    for (const who of people) {
      const username = propose(who, taken);
      expect([isUsername(username), username === username.toLowerCase(), taken.has(username)]).toEqual([
        true,
        true,
        false,
      ]);
      taken.add(username);
    }
  },
});
