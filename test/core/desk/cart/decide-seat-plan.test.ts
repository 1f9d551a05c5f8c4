import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../../core/desk/seats/seat-boards.ts';
import { seatDifferences } from '../../../../core/desk/seats/seat-difference.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { wishesBeyondRules, wishesOfRules, type SeatWish } from '../../../../core/seats/seat-rule.ts';
import { law } from '../../../support/law.ts';
import { decideBench } from '../../../support/sample-state.ts';

const own = 'fe-studio' as ServiceId;
const sole = 'fe-sole' as ServiceId;
type Desk = ReturnType<typeof decideBench>;

const wish = (
  serviceId: ServiceId,
  name: string,
  seat = true,
  permissions: SeatWish['permissions'] = null,
): SeatWish => ({
  serviceId,
  personId: `p-${name}` as PersonId,
  seat,
  permissions,
});
const apply = (desk: Desk, wishes: readonly SeatWish[], toCart = false) =>
  desk.submit({ type: 'seat/plan', wishes: [...wishes], toCart } as never);
const names = (ids: readonly PersonId[]) => ids.map((id) => id.slice(2));
const boardFor = ({ state }: Desk, id: ServiceId) => {
  const service = state.replica.services.get(id);
  if (service === undefined) throw new Error(`No ${id}`);
  return boardOf(state, service);
};

describe('a plan of seats', () => {
  test('shows who stays, who gets one, and for whom one must be bought, before anything happens', () => {
    const desk = decideBench();
    const before = boardFor(desk, sole);
    const people = [...desk.state.workspace.people.keys()]
      .filter((id) => !before.status.has(id as PersonId) && id !== 'p-p-greco')
      .slice(0, before.free + 2);
    const [difference] = seatDifferences(
      desk.state,
      people.map((id) => wish(sole, id.slice(2))),
    );
    expect(difference?.assign).toHaveLength(before.free);
    expect(difference?.buy).toHaveLength(before.waiting.length - before.assignable.length + 2);
    expect(difference?.stay).toHaveLength(
      [...before.status.values()].filter((status) => status === 'assigned').length,
    );
  });

  test('is applied as one step exactly as it was shown, and a second time changes nothing', () => {
    const desk = decideBench();
    const wishes = [
      wish(sole, 'f-riva', true, ['read', 'create']),
      wish(own, 'f-riva'),
      wish(own, 'a-ferri', true, ['read']),
    ];
    const shown = seatDifferences(desk.state, wishes);
    expect(apply(desk, wishes).ok).toBe(true);
    for (const { service, assign, buy } of shown) {
      const board = boardFor(desk, service.id);
      for (const id of assign) expect(board.status.get(id)).toBe('assigned');
      expect(board.missing).toEqual(buy);
    }
    expect(desk.state.workspace.seats.get('fe-sole/p-f-riva')?.permissions).toEqual(['read', 'create']);
    expect(desk.state.workspace.seats.get('fe-studio/p-a-ferri')?.permissions).toEqual(['read']);
    expect(apply(desk, wishes)).toEqual({ ok: true, changes: [] });
  });

  test('who waits keeps the wished permissions until there is a seat', () => {
    const desk = decideBench();
    apply(desk, [wish(own, 'f-riva', true, ['read', 'create', 'send'])]);
    const start = () => desk.state.workspace.needs.get('fe-studio/p-f-riva')?.permissions;
    expect(start()).toEqual(['read', 'create', 'send']);
    const [same, other] = [wish(own, 'f-riva'), wish(own, 'f-riva', true, ['read'])];
    expect(
      [same, other].map((one) => [...(seatDifferences(desk.state, [one])[0]?.permissions ?? [])].length),
    ).toEqual([0, 1]);
    apply(desk, [other]);
    expect(start()).toEqual(['read']);
    const none = wish(own, 'f-riva', false);
    expect(seatDifferences(desk.state, [none])[0]?.withdraw).toEqual(['p-f-riva']);
    apply(desk, [none]);
    expect(start()).toBeUndefined();
  });

  test('missing seats go into the cart with their names in the same step', () => {
    const desk = decideBench();
    const wishes = [wish(own, 'f-riva')];
    const buy = seatDifferences(desk.state, wishes).flatMap((difference) => difference.buy);
    expect(buy.length).toBeGreaterThan(0);
    apply(desk, wishes, true);
    const cart = [...desk.state.workspace.carts.values()].find(
      ({ subject }) => subject.kind === 'add-users' && subject.serviceId === own,
    );
    expect(cart?.personIds).toEqual(buy);
    expect(cart?.quantity).toBe(buy.length);
  });

  test('a seat whose user is in the panel is deleted there first; one that never was is free at once and serves the next', () => {
    const desk = decideBench();
    const wishes = [wish(own, 'a-ferri', false)];
    const [difference] = seatDifferences(desk.state, wishes);
    expect(difference?.deleteFirst).toEqual([{ personId: 'p-a-ferri', username: 'aferri01' }]);
    apply(desk, wishes);
    expect([...desk.state.workspace.outbox.values()].map(({ command }) => command)).toEqual([
      { kind: 'user/delete', serviceId: own, username: 'aferri01' },
    ]);
    expect(apply(desk, wishes)).toEqual({ ok: true, changes: [] });

    apply(desk, [wish(sole, 'f-riva')]);
    const free = seatDifferences(desk.state, [wish(sole, 'f-riva', false), wish(sole, 'a-ferri')])[0];
    expect([names(free?.free ?? []), names(free?.assign ?? [])]).toEqual([['f-riva'], ['a-ferri']]);
  });

  test('somebody whose user is being changed in the panel stays for now', () => {
    const desk = decideBench();
    apply(desk, [wish(sole, 'f-riva')]);
    desk.submit({ type: 'panel/align', serviceId: sole, usernames: ['friva001'] });
    const [difference] = seatDifferences(desk.state, [wish(sole, 'f-riva', false)]);
    expect([names(difference?.blocked ?? []), difference?.free, difference?.deleteFirst]).toEqual([
      ['f-riva'],
      [],
      [],
    ]);
    expect(apply(desk, [wish(sole, 'f-riva', false)])).toEqual({ ok: true, changes: [] });
  });

  test('refused as a whole: somebody who has left, a module that is not active, an unknown service or person', () => {
    const desk = decideBench();
    const refusal = (...wishes: SeatWish[]) =>
      desk.refusal({ type: 'seat/plan', wishes, toCart: false } as never);
    expect(refusal(wish(sole, 'f-riva'), wish(sole, 'p-greco'))).toMatchObject({ reason: 'person-has-left' });
    expect(refusal(wish(sole, 'f-riva', true, ['read', 'woocommerce-read']))).toMatchObject({
      reason: 'permission-not-possible',
    });
    expect(refusal(wish('fe-none' as ServiceId, 'f-riva'))).toEqual({ reason: 'unknown', what: 'service' });
    expect(refusal(wish(sole, 'nobody'))).toEqual({ reason: 'unknown', what: 'person' });
  });
});

describe('rules by department', () => {
  const withRules = () => {
    const desk = decideBench();
    desk.submit({
      type: 'seat-rule/put',
      department: 'contabilità',
      serviceId: sole,
      permissions: ['read', 'create'],
    });
    return desk;
  };

  test('give a seat to everybody of the department who has not left, whatever the letters', () => {
    const { state } = withRules();
    const wishes = wishesOfRules(state.workspace.seatRules.values(), state.workspace.people, state.today);
    const department = [...state.workspace.people.values()].filter(
      (person) => person.department === 'Contabilità',
    );
    expect(department.length).toBeGreaterThan(wishes.length);
    expect(wishes.map(({ personId }) => personId)).toEqual(
      department.filter(({ end }) => end === null || end >= state.today).map(({ id }) => id),
    );
    expect(
      wishes.every(
        ({ serviceId, permissions }) => serviceId === sole && permissions?.join() === 'read,create',
      ),
    ).toBe(true);
  });

  test('one rule a department and service: a second replaces it, the same again is nothing, and it can be taken away', () => {
    const desk = withRules();
    expect(
      desk.submit({
        type: 'seat-rule/put',
        department: 'Contabilità ',
        serviceId: sole,
        permissions: ['create', 'read'],
      }),
    ).toEqual({
      ok: true,
      changes: [],
    });
    desk.submit({ type: 'seat-rule/put', department: 'Contabilità', serviceId: sole, permissions: ['read'] });
    const [rule, ...more] = [...desk.state.workspace.seatRules.values()];
    expect([rule?.permissions, more]).toEqual([['read'], []]);
    desk.submit({ type: 'seat-rule/remove', id: rule?.id ?? '' });
    expect(desk.state.workspace.seatRules.size).toBe(0);
    expect(desk.submit({ type: 'seat-rule/remove', id: 'none' })).toEqual({ ok: true, changes: [] });
  });

  test('refused: an unknown service, and permissions for a module that the service has not', () => {
    const desk = decideBench();
    const put = (serviceId: ServiceId, permissions: readonly string[]) =>
      desk.refusal({ type: 'seat-rule/put', department: 'Paghe', serviceId, permissions } as never);
    expect(put('fe-none' as ServiceId, ['read'])).toEqual({ reason: 'unknown', what: 'service' });
    expect(put(sole, ['read', 'woocommerce-read'])).toMatchObject({ reason: 'permission-not-possible' });
    expect(put(sole, [])).toMatchObject({ reason: 'permission-not-possible' });
  });

  test('who holds a seat that no rule gives can be freed, on services that have rules only', () => {
    const desk = withRules();
    const { seatRules, seats, people } = desk.state.workspace;
    const other = [...people.values()].find(
      ({ department, end }) => department !== 'Contabilità' && end === null,
    );
    if (other === undefined) throw new Error('Everybody is in one department');
    apply(desk, [wish(sole, other.id.slice(2)), wish(own, other.id.slice(2))]);
    const beyond = wishesBeyondRules(seatRules.values(), seats.values(), people);
    expect(beyond.every(({ serviceId, seat }) => serviceId === sole && !seat)).toBe(true);
    expect(beyond.map(({ personId }) => personId)).toContain(other.id);
  });
});

law('plan + apply = the difference that was shown, and applying twice is applying once', {
  subject: apply,
  wrong: (desk, wishes) => apply(desk, wishes.slice(1)),
  given: fc.array(
    fc.array(fc.record({ who: fc.nat(60), on: fc.nat(20), seat: fc.boolean(), more: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  runs: 60,
  holds(carryOut, rounds) {
    const desk = decideBench();
    const people = [...desk.state.workspace.people.values()].filter(
      ({ end }) => end === null || end >= desk.state.today,
    );
    const services = [...desk.state.replica.services.keys()];
    for (const round of rounds) {
      const asked = new Map<string, SeatWish>();
      for (const { who, on, seat, more } of round) {
        const [person, serviceId] = [
          people[who % people.length],
          services[on % services.length] as ServiceId,
        ];
        if (person !== undefined)
          asked.set(`${serviceId}/${person.id}`, {
            serviceId,
            personId: person.id,
            seat,
            permissions: more ? ['read', 'create'] : null,
          });
      }
      const wishes = [...asked.values()];
      const shown = seatDifferences(desk.state, wishes);
      expect(carryOut(desk, wishes).ok).toBe(true);
      for (const { service, stay, assign, buy, free, deleteFirst } of shown) {
        const board = boardFor(desk, service.id);
        for (const id of [...stay, ...assign])
          expect(['assigned', 'left-holding']).toContain(board.status.get(id));
        for (const id of free) expect(board.seatOf.has(id)).toBe(false);
        for (const { personId } of deleteFirst) expect(board.seatOf.has(personId)).toBe(true);
        expect(board.missing).toEqual(buy);
        expect(board.assignable).toEqual([]);
      }
      for (const { serviceId, personId, seat, permissions } of wishes) {
        const id = `${serviceId}/${personId}`;
        const { seats, needs } = desk.state.workspace;
        if (seat)
          expect((seats.get(id) ?? needs.get(id))?.permissions ?? ['read']).toEqual(
            permissions ?? seats.get(id)?.permissions ?? needs.get(id)?.permissions ?? ['read'],
          );
        else expect(needs.has(id)).toBe(false);
      }
      expect(carryOut(desk, wishes)).toEqual({ ok: true, changes: [] });
    }
  },
});
