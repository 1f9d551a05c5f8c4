import { boardOf, seatIndex, type SeatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { openOrders, type OrderView } from '../../../core/desk/pending/order-views.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { SeatBoard } from '../../../core/seats/plan-seats.ts';
import { phaseOf, type LifePhase } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';
import { remembered } from '../../store/remembered.ts';

/** A service as the lists show it. */
export interface ServiceRow {
  readonly service: Service;
  readonly phase: LifePhase;
  readonly board: SeatBoard;
  readonly openOrder: OrderView | undefined;
}

/** Everything about seats by service, read once for all lists of this state. */
export const seatsIn = remembered(seatIndex);

interface Rows {
  readonly today: Day;
  readonly index: SeatIndex;
  readonly known: Map<Service, ServiceRow>;
}

/** The rows of the state before. */
let before: Rows | null = null;

/**
 * Makes the row of a service once, for every list of this state. The other tables are read only once. Most of
 * ten thousand services have no people and no orders: their row stays the same as long as they do.
 */
const rowIn = remembered((state: AppState): ((service: Service) => ServiceRow) => {
  const { today } = state;
  const index = seatsIn(state);
  const orders = openOrders(state);
  const known = new Map<Service, ServiceRow>();
  const earlier = before?.today === today ? before : null;
  before = { today, index, known };

  function staying(service: Service): ServiceRow | undefined {
    const row = earlier?.known.get(service);
    // The index has one and the same group for all services without people.
    const same = earlier?.index(service.id) === index(service.id) && orders.get(service.id) === undefined;
    return same && row?.openOrder === undefined ? row : undefined;
  }
  return (service) => {
    const row = known.get(service) ??
      staying(service) ?? {
        service,
        phase: phaseOf(service, today),
        board: boardOf(state, service, index),
        openOrder: orders.get(service.id),
      };
    known.set(service, row);
    return row;
  };
});

/** Services with their seats and open orders. */
export const serviceRows = (state: AppState, services: readonly Service[]): readonly ServiceRow[] =>
  services.map(rowIn(state));
