import { panelPlanOf, seatIndex, type SeatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PanelStep } from '../../../core/seats/panel-plan.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import type { HappeningKind, PurchaseEvent } from '../../../core/purchases/purchase.ts';

/** The steps of a purchase in Aruba's pages, in order (rule K). */
export const purchaseSteps = [
  'prepare',
  'open',
  'compose',
  'compare',
  'order',
  'pay',
  'active',
  'users',
] as const;
export type PurchaseStep = (typeof purchaseSteps)[number];

/** What ticks a step. The users of the panel are ticked when none is left to create. */
const tickOf: { readonly [S in PurchaseStep]: HappeningKind | null } = {
  prepare: 'checked',
  open: 'opened',
  compose: 'composed',
  compare: 'compared',
  order: 'ordered',
  pay: 'paid',
  active: 'activated',
  users: null,
};

/** The event that ticked a step; undefined if it is not ticked. */
export function tickedBy({ events }: Purchase, step: PurchaseStep): PurchaseEvent | undefined {
  const kind = tickOf[step];
  return kind === null ? undefined : events.findLast(({ what }) => what.kind === kind);
}

/** True if the purchase buys users, so that somebody creates them in the panel afterwards. */
export const buysUsers = ({ record }: Purchase): boolean =>
  record.revision.quote.lines.some(({ kind, reason }) => kind === 'user' && reason === 'bought');

/** What is left to do of purchases on one desk. Pass it on: it reads the seats of all services once. */
export interface PurchaseWork {
  /** The users of the panel that are still to be created for the people of an active purchase. */
  readonly usersLeft: (purchase: Purchase) => readonly PanelStep[];
  /** The step that a person works on now; null if nothing is left to do. */
  readonly currentStep: (purchase: Purchase) => PurchaseStep | null;
}

export function purchaseWork(state: AppState): PurchaseWork {
  let index: SeatIndex | undefined;

  function usersLeft({ record, activated }: Purchase): readonly PanelStep[] {
    const service = activated === null ? undefined : state.replica.services.get(activated.serviceId);
    if (service === undefined || record.personIds.length === 0) return [];
    index ??= seatIndex(state);
    const people = new Set(record.personIds);
    return panelPlanOf(state, service, index).steps.filter(
      ({ kind, personId }) => kind === 'create' && people.has(personId),
    );
  }

  function currentStep(purchase: Purchase): PurchaseStep | null {
    switch (purchase.state) {
      case 'prepared':
        if (tickedBy(purchase, 'prepare') === undefined) return 'prepare';
        return tickedBy(purchase, 'open') === undefined ? 'open' : 'compose';
      case 'at-cart':
        return 'compare';
      case 'compared':
      case 'to-verify':
        return 'order';
      case 'ordered':
        return 'pay';
      case 'paid':
      case 'registered':
      case 'activation-failed':
        return 'active';
      case 'active':
        return usersLeft(purchase).length > 0 ? 'users' : null;
      case 'abandoned':
      case 'cancelled':
        return null;
    }
  }

  return { usersLeft, currentStep };
}
