import { describe, expect, test } from 'vitest';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { planPanel, type PanelCommand } from '../../../core/seats/panel-plan.ts';
import { planSeats } from '../../../core/seats/plan-seats.ts';
import { seatId, type Seat } from '../../../core/seats/seat.ts';
import type { PanelPermission } from '../../../core/services/permission.ts';
import type { PanelUser } from '../../../core/services/service.ts';
import { day, item, person, service } from '../../support/samples.ts';

const today = day('24/11/2026');
const serviceId = 'fe-studio' as ServiceId;

interface Given {
  readonly users?: number;
  readonly expiry?: string;
  /** Name, username, and the permissions that the desk gives. */
  readonly seats?: readonly (readonly [string, string, readonly PanelPermission[]])[];
  readonly left?: readonly string[];
  readonly panel?: readonly PanelUser[];
  readonly given?: readonly (readonly [string, string])[];
  readonly commands?: readonly PanelCommand[];
}

const user = (
  username: string,
  email = `${username}@x.it`,
  permissions: readonly PanelPermission[] = ['read'],
): PanelUser => ({
  username,
  email,
  permissions,
});

function plan({
  users = 9,
  expiry = '15/03/2027',
  seats = [],
  left = [],
  panel = [],
  given = [],
  commands = [],
}: Given) {
  const names = new Set([...seats.map(([name]) => name), ...given.map(([, name]) => name)]);
  const people = new Map(
    [...names].map((name) => {
      const username = seats.find(([other]) => other === name)?.[1] ?? name;
      return [
        name,
        person(name, { email: `${username}@x.it`, end: left.includes(name) ? day('31/10/2026') : null }),
      ];
    }),
  );
  const held = seats.map(([name, username, permissions]): Seat => {
    const personId = name as PersonId;
    return {
      id: seatId(serviceId, personId),
      serviceId,
      personId,
      username,
      permissions,
      since: day('01/01/2026'),
    };
  });
  const one = service([item('E', 'e-invoicing', 1, expiry), item('U', 'user', users, expiry)], {
    id: serviceId,
    users: panel,
  });
  const givenTo = new Map(
    [...seats.map(([name, username]) => [username.toLowerCase(), name] as const), ...given].map(
      ([username, name]) => [username, name as PersonId],
    ),
  );
  const nobody = new Set<PersonId>();
  const board = planSeats({
    service: one,
    today,
    people,
    needs: [],
    seats: held,
    givenUsernames: givenTo,
    inCart: nobody,
    ordered: nobody,
  });
  return planPanel({ service: one, today, people, board, givenTo, commands });
}

const words = (given: Given): readonly string[] =>
  plan(given).steps.map(({ kind, username }) => `${kind} ${username}`);
const standings = (given: Given) => Object.fromEntries(plan(given).standing);

describe('the plan of the panel', () => {
  test('what agrees needs nothing, whatever the case of names and addresses and the order of permissions', () => {
    const given: Given = {
      seats: [['a', 'aferri01', ['read', 'create']]],
      panel: [user('AFerri01', 'AFERRI01@X.it', ['create', 'read'])],
    };
    expect([words(given), standings(given)]).toEqual([[], { a: 'active' }]);
  });

  test('deletions come first, then changes, then creations: the panel has no more users than seats', () => {
    const given: Given = {
      seats: [
        ['a', 'anew0001', ['read']],
        ['b', 'bchange1', ['read', 'create']],
        ['c', 'cleaver1', ['read']],
      ],
      left: ['c'],
      panel: [user('bchange1'), user('cleaver1'), user('dformer1')],
      given: [['dformer1', 'd']],
    };
    expect(words(given)).toEqual([
      'delete cleaver1',
      'delete dformer1',
      'change bchange1',
      'create anew0001',
    ]);
    expect(standings(given)).toEqual({ a: 'to-create', b: 'to-change', c: 'to-delete', d: 'to-delete' });
  });

  test('a new address is a change; the user keeps the name that the panel knows', () => {
    const [step] = plan({
      seats: [['a', 'aferri01', ['read']]],
      panel: [user('AFERRI01', 'old@x.it')],
    }).steps;
    expect(step).toEqual({
      kind: 'change',
      username: 'AFERRI01',
      personId: 'a',
      user: user('aferri01'),
      before: user('AFERRI01', 'old@x.it'),
    });
  });

  test('users that were never ours are left alone', () => {
    expect(words({ panel: [user('client01')] })).toEqual([]);
  });

  test('who has left and is not in the panel needs nothing there', () => {
    const given: Given = { seats: [['a', 'aferri01', ['read']]], left: ['a'] };
    expect([words(given), standings(given)]).toEqual([[], {}]);
  });

  test('beyond the bought number nobody is created (H6)', () => {
    const seats = [
      ['a', 'aferri01', ['read']],
      ['b', 'bneri001', ['read']],
    ] as const;
    expect(words({ users: 1, seats })).toEqual(['create aferri01']);
  });

  test.each([
    ['user/create', 'creating'],
    ['user/change', 'changing'],
    ['user/delete', 'deleting'],
  ] as const)('what %s is on its way for is no step, and says so', (kind, standing) => {
    const given: Given = {
      seats: [['a', 'aferri01', ['read', 'create']]],
      panel: [user('aferri01')],
      commands: [{ kind, username: 'AFerri01' }],
    };
    expect([words(given), standings(given)]).toEqual([[], { a: standing }]);
    const former: Given = {
      panel: [user('aferri01')],
      given: [['aferri01', 'a']],
      commands: [{ kind, username: 'aferri01' }],
    };
    expect([words(former), standings(former)]).toEqual([[], { a: standing }]);
  });

  test('after the expiry users are only deleted', () => {
    const given: Given = {
      expiry: '01/11/2026',
      seats: [
        ['a', 'anew0001', ['read']],
        ['b', 'bchange1', ['read', 'create']],
        ['c', 'cleaver1', ['read']],
      ],
      left: ['c'],
      panel: [user('bchange1'), user('cleaver1')],
    };
    expect(words(given)).toEqual(['delete cleaver1']);
  });
});
