import { boardOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { openOrders, type OrderView } from '../../../core/desk/pending/order-views.ts';
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

/** Makes the row of a service once, for every list of this state. The other tables are read only once. */
const rowIn = remembered((state: AppState): ((service: Service) => ServiceRow) => {
  const index = seatIndex(state);
  const orders = openOrders(state);
  const known = new Map<Service, ServiceRow>();
  return (service) => {
    const row = known.get(service) ?? {
      service,
      phase: phaseOf(service, state.today),
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
