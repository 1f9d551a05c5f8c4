import { boardOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { openOrders, type OrderView } from '../../../core/desk/pending/order-views.ts';
import type { SeatBoard } from '../../../core/seats/plan-seats.ts';
import { phaseOf, type LifePhase } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';

/** A service as the lists show it. */
export interface ServiceRow {
  readonly service: Service;
  readonly phase: LifePhase;
  readonly board: SeatBoard;
  readonly openOrder: OrderView | undefined;
}

/** Services with their seats and open orders. The other tables are read only once. */
export function serviceRows(state: AppState, services: readonly Service[]): readonly ServiceRow[] {
  const index = seatIndex(state);
  const orders = openOrders(state);
  return services.map((service) => ({
    service,
    phase: phaseOf(service, state.today),
    board: boardOf(state, service, index),
    openOrder: orders.get(service.id),
  }));
}
