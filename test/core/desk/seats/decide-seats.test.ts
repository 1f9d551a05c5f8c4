import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { boardOf } from '../../../../core/desk/seats/seat-boards.ts';
import { expiryOf, type Service } from '../../../../core/services/service.ts';
import { decideBench } from '../../../support/sample-state.ts';

const own = 'fe-studio' as ServiceId;
const neri = 'fe-neri' as ServiceId;
const sole = 'fe-sole' as ServiceId;
const nowhere = 'fe-nowhere' as ServiceId;
const ids = (...mailboxes: string[]) => mailboxes.map((mailbox) => `p-${mailbox}` as PersonId);

const boardFor = (desk: ReturnType<typeof decideBench>, serviceId: ServiceId) => {
  const service = desk.state.replica.services.get(serviceId);
  if (service === undefined) throw new Error('The sample has it');
  return boardOf(desk.state, service);
};

describe('who needs a seat', () => {
  test('marked and unmarked; whoever holds one, or is marked already, is left as is', () => {
    const desk = decideBench();
    const marked = desk.submit({
      type: 'seat/need',
      serviceId: own,
      personIds: ids('f-riva', 'a-ferri', 'g-sanna', 'f-riva'),
      needed: true,
    });
    expect(marked.ok && marked.changes.map(({ id }) => id)).toEqual(['fe-studio/p-f-riva']);
    expect(
      desk.submit({ type: 'seat/need', serviceId: own, personIds: ids('f-riva', 'a-ferri'), needed: false }),
    ).toMatchObject({
      ok: true,
      changes: [{ table: 'needs', id: 'fe-studio/p-f-riva', value: null }],
    });
  });

  test.each([
    [
      { serviceId: nowhere, personIds: ids('f-riva') },
      { reason: 'unknown', what: 'service' },
    ],
    [
      { serviceId: own, personIds: ids('nobody') },
      { reason: 'unknown', what: 'person' },
    ],
    [
      { serviceId: neri, personIds: ids('p-greco') },
      { reason: 'person-has-left', name: 'Paolo Greco' },
    ],
  ] as const)('%j is refused', (what, refusal) => {
    expect(decideBench().refusal({ type: 'seat/need', ...what, needed: true })).toEqual(refusal);
  });

  test('all or none: one who has left stops the others too', () => {
    const desk = decideBench();
    expect(
      desk.refusal({ type: 'seat/need', serviceId: neri, personIds: ids('f-riva', 'p-greco'), needed: true }),
    ).toMatchObject({
      reason: 'person-has-left',
    });
  });
});

describe('seats', () => {
  test('a free seat gets a username, the need is over, the username is on record', () => {
    const desk = decideBench();
    desk.submit({ type: 'seat/need', serviceId: sole, personIds: ids('f-riva'), needed: true });
    const given = desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    expect(given.ok && given.changes).toMatchObject([
      {
        table: 'seats',
        id: 'fe-sole/p-f-riva',
        value: { username: 'friva001', permissions: ['read'], since: '2026-11-24' },
      },
      { table: 'needs', id: 'fe-sole/p-f-riva', value: null },
      { table: 'usernames', id: 'fe-sole/friva001', value: { personId: 'p-f-riva' } },
    ]);
    expect(boardFor(desk, sole)).toMatchObject({ bought: 1, held: 1, free: 0, waiting: [] });
  });

  test('who has one already gets no second one, and counts for nothing', () => {
    const desk = decideBench();
    expect(
      desk.submit({ type: 'seat/assign', serviceId: own, personIds: ids('a-ferri', 'a-ferri') }),
    ).toEqual({ ok: true, changes: [] });
  });

  test.each([
    [
      { serviceId: nowhere, personIds: ids('f-riva') },
      { reason: 'unknown', what: 'service' },
    ],
    [
      { serviceId: own, personIds: ids('f-riva') },
      { reason: 'no-free-seat', free: 0, wanted: 1 },
    ],
    [
      { serviceId: sole, personIds: ids('f-riva', 'l-rizzi') },
      { reason: 'no-free-seat', free: 1, wanted: 2 },
    ],
    [
      { serviceId: sole, personIds: ids('nobody') },
      { reason: 'unknown', what: 'person' },
    ],
    [
      { serviceId: sole, personIds: ids('p-greco') },
      { reason: 'person-has-left', name: 'Paolo Greco' },
    ],
  ] as const)('%j is refused', (what, refusal) => {
    expect(decideBench().refusal({ type: 'seat/assign', ...what })).toEqual(refusal);
  });

  test('on a service that Aruba has deleted there are none to give, in grace there are (F)', () => {
    const desk = decideBench();
    const assign = () => desk.refusal({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    const expiry = expiryOf(desk.state.replica.services.get(sole) as Service) as Day;
    desk.state.today = addDays(expiry, 90);
    expect([boardFor(desk, sole).free, assign()]).toEqual([1, undefined]);
    desk.state.today = addDays(expiry, 91);
    expect([boardFor(desk, sole).bought, boardFor(desk, sole).free]).toEqual([0, 0]);
    expect(assign()).toEqual({ reason: 'service-deleted' });
  });

  test('freed, the seat is free and the username stays with its person (H3)', () => {
    const desk = decideBench();
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    expect(desk.submit({ type: 'seat/free', serviceId: sole, personIds: ids('f-riva') })).toMatchObject({
      ok: true,
      changes: [{ table: 'seats', value: null }],
    });
    expect(boardFor(desk, sole).free).toBe(1);
    // Another Riva with the same initial gets another username.
    const other = {
      givenName: 'Franca',
      familyName: 'Riva',
      email: 'fr.riva@studiobianchi.example',
      department: '',
      start: null,
      end: null,
    };
    const added = desk.submit({ type: 'person/add', details: other });
    const otherId = (added.ok ? added.changes[0]?.id : '') as PersonId;
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: [otherId] });
    expect(desk.state.workspace.seats.get(`fe-sole/${otherId}`)?.username).toBe('friva002');
    desk.submit({ type: 'seat/free', serviceId: sole, personIds: [otherId] });
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    expect(desk.state.workspace.seats.get('fe-sole/p-f-riva')?.username).toBe('friva001');
  });

  test('a seat that is not there cannot be freed, and then none is', () => {
    const desk = decideBench();
    expect(desk.refusal({ type: 'seat/free', serviceId: own, personIds: ids('a-ferri', 'f-riva') })).toEqual({
      reason: 'unknown',
      what: 'person',
    });
    expect(desk.refusal({ type: 'seat/free', serviceId: nowhere, personIds: ids('a-ferri') })).toEqual({
      reason: 'unknown',
      what: 'person',
    });
  });
});
