import { groupBy } from '../../kernel/group-by.ts';
import type { CommandKey, PersonId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { finish, within, type Steps } from '../../kernel/steps.ts';
import { fullName, hasLeft } from '../../people/person.ts';
import type { SeatWish } from '../../seats/seat-rule.ts';
import { lastInQueue, seatId } from '../../seats/seat.ts';
import { isRunning } from '../../services/lifecycle.ts';
import { permissionProblem } from '../../services/permission.ts';
import { activeModules, type Service } from '../../services/service.ts';
import type { Decision, IdOf } from '../define-command.ts';
import type { SeatsRefusal } from '../seats/refusals.ts';
import type { CartRefusal } from './refusals.ts';
import { cartWithPeople } from './decide-cart.ts';
import { seatChanges } from '../seats/decide-seats.ts';
import { outgoing } from '../pending/outgoing.ts';
import { seatIndex } from '../seats/seat-boards.ts';
import { seatDifferenceInSteps, type SeatDifference, type SeatWishes } from '../seats/seat-difference.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type PlanRefusal = CartRefusal | SeatsRefusal;

function refusalOf(state: AppState, service: Service, wishes: SeatWishes): PlanRefusal | undefined {
  const modules = activeModules(service, state.today);
  for (const { personId, seat, permissions } of wishes.values()) {
    const person = state.workspace.people.get(personId);
    if (person === undefined) return { reason: 'unknown', what: 'person' };
    if (!seat) continue;
    if (hasLeft(person, state.today)) return { reason: 'person-has-left', name: fullName(person) };
    const problem = permissions === null ? undefined : permissionProblem(permissions, modules);
    if (problem !== undefined) return { reason: 'permission-not-possible', problem };
  }
  return undefined;
}

/** Wishes that are decided in one step. */
const atOnce = 1000;

/** The rows for one service: what the difference shows, and the needs of the people who wait. */
function* changesFor(
  state: AppState,
  difference: SeatDifference,
  wishes: SeatWishes,
): Steps<WorkspaceChange[]> {
  const { service, assign, free, deleteByHand, permissions } = difference;
  const { needs, seats, people } = state.workspace;
  const served = new Set(assign);
  const behind = lastInQueue(needs.values());
  const changes: WorkspaceChange[] = [];
  for (const personId of [...free, ...deleteByHand])
    changes.push({ table: 'seats', id: seatId(service.id, personId), value: null });
  let decided = 0;
  for (const wish of wishes.values()) {
    decided += 1;
    if (decided % atOnce === 0) yield decided / wishes.size;
    const id = seatId(service.id, wish.personId);
    const seat = seats.get(id);
    const need = needs.get(id);
    if (seat !== undefined) {
      if (wish.seat && wish.permissions !== null && permissions.has(wish.personId))
        changes.push({ table: 'seats', id, value: { ...seat, permissions: wish.permissions } });
    } else if (!wish.seat) {
      if (need !== undefined) changes.push({ table: 'needs', id, value: null });
    } else if (!served.has(wish.personId)) {
      if (need === undefined || permissions.has(wish.personId))
        changes.push({
          table: 'needs',
          id,
          value: {
            id,
            serviceId: service.id,
            personId: wish.personId,
            permissions: wish.permissions,
            order: need?.order ?? behind + changes.length,
          },
        });
    }
  }
  const start = (personId: PersonId) =>
    wishes.get(personId)?.permissions ?? needs.get(seatId(service.id, personId))?.permissions ?? null;
  return [
    ...changes,
    ...seatChanges(
      state,
      service,
      assign.flatMap((personId) => people.get(personId) ?? []),
      start,
    ),
  ];
}

/** What a plan does on each service, in the order of the wishes, and what carrying it out decides. */
export interface SeatPlan {
  readonly differences: readonly SeatDifference[];
  readonly decision: Decision<PlanRefusal>;
}

interface Asked {
  readonly wishes: readonly SeatWish[];
  readonly toCart: boolean;
}

/** The plan in steps: what a person sees before it is carried out. */
export function* seatPlanInSteps(state: AppState, { wishes, toCart }: Asked, idOf: IdOf): Steps<SeatPlan> {
  const index = seatIndex(state);
  const differences: SeatDifference[] = [];
  const changes: WorkspaceChange[] = [];
  let refusal: PlanRefusal | undefined;
  let sent = 0;
  let done = 0;
  const byService = groupBy(wishes, (wish) => wish.serviceId);
  for (const [serviceId, asked] of byService) {
    const [from, to] = [done / byService.size, (done + 1) / byService.size];
    const middle = (from + to) / 2;
    yield from;
    done += 1;
    const service = state.replica.services.get(serviceId);
    if (service === undefined) {
      refusal ??= { reason: 'unknown', what: 'service' };
      continue;
    }
    const byPerson: SeatWishes = new Map(asked.map((wish) => [wish.personId, wish]));
    const difference = yield* within(seatDifferenceInSteps(state, service, byPerson, index), from, middle);
    differences.push(difference);
    yield middle;
    refusal ??= refusalOf(state, service, byPerson);
    if (refusal !== undefined) continue;
    yield middle;
    for (const change of yield* within(changesFor(state, difference, byPerson), middle, to))
      changes.push(change);
    for (const { username } of difference.deleteFirst) {
      const key = idOf(`delete ${serviceId} ${username}`) as CommandKey;
      changes.push(outgoing(state, key, { kind: 'user/delete', serviceId, username }, sent));
      sent += 1;
    }
    if (toCart && difference.buy.length > 0 && isRunning(service, state.today)) {
      const cart = cartWithPeople(state, serviceId, difference.buy);
      changes.push({ table: 'carts', id: cart.id, value: cart });
    }
  }
  return { differences, decision: refusal === undefined ? ok(changes) : err(refusal) };
}

/**
 * Carries out a plan of seats as one step, exactly as `seatDifference` shows it. Free seats are given. Other
 * people wait, or go into the cart with their names. Seats are freed; a user in the panel is deleted there
 * first, in a studio of one's own by hand and afterwards (rules H2, H4, H5, D5, J2). All services or none.
 */
export const applySeatPlan = (state: AppState, asked: Asked, idOf: IdOf): Decision<PlanRefusal> =>
  finish(seatPlanInSteps(state, asked, idOf)).decision;
