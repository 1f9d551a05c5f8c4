// After a plan is applied, exactly the wanted people have a seat or wait for one. Applying it again changes
// nothing.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import { decide } from '../../core/desk/decide.ts';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import { applyChanges, type AppState, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { hasLeft } from '../../core/people/person.ts';
import { seatId } from '../../core/seats/seat.ts';
import { commandOf, wishes } from '../support/desk-commands.ts';
import { law } from '../support/law.ts';
import { decideBench } from '../support/sample-state.ts';

const given = fc.record({
  work: wishes(20),
  service: fc.nat(20),
  wanted: fc.uniqueArray(fc.nat(60), { maxLength: 12 }),
});

const stamp = { at: 0, by: 'Maria Bassi', user: 'mbassi' };

/** Seats with a command to the panel on its way. They stay until the answer, so a plan leaves them out. */
const isOnItsWay = ({ workspace }: AppState, serviceId: ServiceId): boolean =>
  [...workspace.outbox.values()].some(
    ({ command }) =>
      'serviceId' in command && command.serviceId === serviceId && command.kind !== 'user/delete',
  );

/**
 * What a person does, in the order of the screen: mark who needs a seat and who no longer does, free seats,
 * give free seats.
 */
function applyPlan(
  act: typeof decide,
  state: AppState,
  serviceId: ServiceId,
  wanted: ReadonlySet<PersonId>,
): number {
  const { people, seats } = state.workspace;
  let written = 0;
  let ids = 0;
  const run = (command: Command): void => {
    const decided = act(state, command, () => `plan-${written}-${(ids += 1)}`, stamp);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.reason}`);
    applyChanges<WorkspaceRows>(state.workspace as never, decided.value);
    written += decided.value.length;
  };
  const others = [...people.keys()].filter((id) => !wanted.has(id as PersonId)) as PersonId[];
  run({ type: 'seat/need', serviceId, personIds: [...wanted], needed: true });
  run({ type: 'seat/need', serviceId, personIds: others, needed: false });
  run({ type: 'seat/free', serviceId, personIds: others.filter((id) => seats.has(seatId(serviceId, id))) });
  const service = state.replica.services.get(serviceId);
  if (service === undefined) throw new Error('It is one of the sample');
  run({ type: 'seat/assign', serviceId, personIds: [...boardOf(state, service).assignable] });
  return written;
}

law('plan and apply: the wanted state, as far as seats are bought, and the second time nothing', {
  subject: decide,
  wrong: (state, command, idOf) =>
    command.type === 'seat/need' && !command.needed
      ? { ok: true, value: [] }
      : decide(state, command, idOf, stamp),
  given,
  runs: 120,
  holds(act, { work, service: which, wanted: indexes }) {
    const desk = decideBench();
    const { state } = desk;
    for (const wish of work) desk.submit(commandOf(wish, state));
    const services = [...state.replica.services.values()];
    const service = services[which % 3 === 0 ? 0 : which % services.length];
    if (service === undefined || isOnItsWay(state, service.id)) return;
    const people = [...state.workspace.people.values()];
    const wanted = new Set(
      indexes
        .map((index) => people[index % people.length])
        .flatMap((one) => (one === undefined || hasLeft(one, state.today) ? [] : [one.id])),
    );
    applyPlan(act, state, service.id, wanted);
    const board = boardOf(state, service);
    const { seats, needs, outbox } = state.workspace;
    const leaving = new Set(
      [...outbox.values()].flatMap(({ command }) =>
        command.kind === 'user/delete' ? [command.username.toLowerCase()] : [],
      ),
    );
    let unserved = 0;
    for (const { id } of people) {
      const seat = seats.get(seatId(service.id, id));
      if (wanted.has(id)) {
        // A person has a seat or waits for one, never both (rule H2).
        expect([seat !== undefined, needs.has(seatId(service.id, id))].filter(Boolean)).toHaveLength(1);
        if (seat === undefined) unserved += 1;
      } else {
        expect(needs.has(seatId(service.id, id))).toBe(false);
        // The seat is free when the panel has deleted the user. That command is on its way (rule D5).
        if (seat !== undefined) expect(leaving.has(seat.username.toLowerCase()), seat.username).toBe(true);
      }
    }
    // Nobody waits while a seat is free, except those whose seat is in the cart or ordered.
    const waiting = [...wanted].filter((id) => board.status.get(id) === 'waiting' && !board.seatOf.has(id));
    if (waiting.length > 0) expect(board.free).toBe(0);
    expect(unserved).toBeGreaterThanOrEqual(waiting.length);
    expect(applyPlan(act, state, service.id, wanted)).toBe(0);
  },
});
