import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { namedInCart } from '../../orders/cart.ts';
import { planPanel, type PanelCommand, type PanelPlan } from '../../seats/panel-plan.ts';
import { planSeats, type SeatBoard } from '../../seats/plan-seats.ts';
import { countSeats, type SeatCounts } from '../../seats/seat-counts.ts';
import { byAge, byQueue, type Seat, type SeatNeed } from '../../seats/seat.ts';
import type { Service } from '../../services/service.ts';
import { isUserCommand, usernameOf, type AppState } from '../rows/state.ts';
import { unanswered } from '../pending/outgoing.ts';
import { isOpen, openOrders, orderViews } from '../pending/order-views.ts';

interface Group {
  readonly needs: readonly SeatNeed[];
  readonly seats: readonly Seat[];
  /** Who got each username, by the username in lower case. */
  readonly givenUsernames: ReadonlyMap<string, PersonId>;
  readonly commands: readonly PanelCommand[];
  readonly inCart: ReadonlySet<PersonId>;
  readonly ordered: ReadonlySet<PersonId>;
}

/** Everything about seats by service, collected in one pass for many boards of one state. */
export type SeatIndex = (serviceId: ServiceId) => Group;

const newGroup = () => ({
  needs: new Array<SeatNeed>(),
  seats: new Array<Seat>(),
  givenUsernames: new Map<string, PersonId>(),
  commands: new Array<PanelCommand>(),
  inCart: new Set<PersonId>(),
  ordered: new Set<PersonId>(),
});

/** Most of ten thousand services have nothing of this. */
const nothing: Group = newGroup();

export function seatIndex(state: AppState): SeatIndex {
  const groups = new Map<ServiceId, ReturnType<typeof newGroup>>();
  const group = (serviceId: ServiceId): ReturnType<typeof newGroup> => {
    const known = groups.get(serviceId);
    if (known !== undefined) return known;
    const made = newGroup();
    groups.set(serviceId, made);
    return made;
  };
  for (const need of state.workspace.needs.values()) group(need.serviceId).needs.push(need);
  for (const seat of state.workspace.seats.values()) group(seat.serviceId).seats.push(seat);
  for (const { serviceId, username, personId } of state.workspace.usernames.values())
    group(serviceId).givenUsernames.set(username.toLowerCase(), personId);
  for (const { command } of unanswered(state)) {
    if (isUserCommand(command))
      group(command.serviceId).commands.push({ kind: command.kind, username: usernameOf(command) });
  }
  for (const cart of state.workspace.carts.values()) {
    if (cart.subject.kind === 'add-users')
      for (const personId of namedInCart(cart)) group(cart.subject.serviceId).inCart.add(personId);
  }
  for (const view of orderViews(state)) {
    if (view.serviceId !== null && isOpen(view))
      for (const personId of view.personIds) group(view.serviceId).ordered.add(personId);
  }
  // The order of the rows must not matter: each group has an order of its own.
  for (const { needs, seats } of groups.values()) {
    needs.sort(byQueue);
    seats.sort(byAge);
  }
  return (serviceId) => groups.get(serviceId) ?? nothing;
}

/**
 * The seat board of one service, with the people in its cart and in orders on their way. Pass the index if
 * you need many boards.
 */
export const boardOf = (state: AppState, service: Service, index: SeatIndex = seatIndex(state)): SeatBoard =>
  planSeats({ service, today: state.today, people: state.workspace.people, ...index(service.id) });

/**
 * Counts the seats of a service: bought, on order, free, never used, and which end when (rule H6). Pass the
 * index if you have it.
 */
export function seatCountsOf(
  state: AppState,
  service: Service,
  index: SeatIndex = seatIndex(state),
  board: SeatBoard = boardOf(state, service, index),
): SeatCounts {
  const { people, history } = state.workspace;
  const group = index(service.id);
  let pending = 0;
  for (const { serviceId, quote, standing } of openOrders(state).values())
    if (serviceId === service.id && standing !== 'active')
      pending += quote.lines.reduce(
        (sum, { kind, reason, quantity }) => (kind === 'user' && reason === 'bought' ? sum + quantity : sum),
        0,
      );
  return countSeats({
    service,
    today: state.today,
    board,
    pending,
    history: [...history.values()].filter(({ serviceId }) => serviceId === service.id),
    boardOn: (day) => planSeats({ service, today: day, people, ...group }),
  });
}

/**
 * The steps that bring the panel of a service in step with its seats. Pass index and board if you have them.
 */
export function panelPlanOf(
  state: AppState,
  service: Service,
  index: SeatIndex = seatIndex(state),
  board: SeatBoard = boardOf(state, service, index),
): PanelPlan {
  const { givenUsernames, commands } = index(service.id);
  const { people } = state.workspace;
  return planPanel({ service, today: state.today, people, board, givenTo: givenUsernames, commands });
}
