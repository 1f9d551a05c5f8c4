import { renewalAction } from '../../../../core/desk/pending/automatic-renewal.ts';
import { leftByFailedDebit, type OrderView } from '../../../../core/desk/pending/order-views.ts';
import { isOwnStudio } from '../../../../core/desk/pending/outgoing.ts';
import type { PaidFor } from '../../../../core/desk/pending/paid-for.ts';
import { itemEnds } from '../../../../core/desk/plan/item-ends.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import { latestSafeDay } from '../../../../core/orders/payment.ts';
import { automaticDebitOf } from '../../../../core/services/lifecycle.ts';
import { baseItem } from '../../../../core/services/service.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { itemsText } from '../../../text/item-words.ts';
import { text } from '../../../text/text.ts';
import { openRenewal } from '../../cart/open-cart.ts';
import type { ServiceRow } from '../../services/service-rows.ts';
import { lastOfGrace, presses, renewableUntil } from './renewal-due.ts';
import type { Task } from './task.ts';

/** Items that end before their service within these days are a task. */
const endingDays = 30;

/**
 * What the expiry of a service asks for: an order left by a failed debit, a renewal, a look at an automatic
 * one, a reactivation, or a new purchase. `underWay`: the order that does it already, which has its own task.
 */
export function* renewalTask(
  state: AppState,
  { service, phase }: ServiceRow,
  underWay: OrderView | undefined,
): Generator<Task> {
  const { today } = state;
  const expiry = baseItem(service)?.expiry;
  if (expiry === undefined || phase === 'waiting') return;
  const { id: serviceId, holder } = service;
  const task = { id: `renewal ${serviceId}`, serviceId };
  const look = (): void => go({ screen: 'service', serviceId });
  if (phase === 'deleted') {
    // What a vendor still lists cannot be put away by hand.
    if (isOwnStudio(state))
      yield {
        ...task,
        tone: 'soon',
        due: null,
        words: () => ({
          sentence: text('status.fix-deleted', { holder, day: dayText(lastOfGrace(expiry)) }),
          label: text('status.details'),
        }),
        run: look,
      };
    return;
  }
  if (underWay !== undefined) {
    if (!leftByFailedDebit(underWay, service)) return;
    yield {
      ...task,
      tone: 'late',
      due: latestSafeDay('card', expiry),
      words: () => ({
        sentence: text('status.fix-debit', { holder, number: underWay.orderNumber ?? '' }),
        label: text('automatic-renewal.pay'),
      }),
      run: () => go({ screen: 'orders', orderId: underWay.id }),
    };
    return;
  }
  if (phase === 'active') return;
  const action = renewalAction(state, service);
  const grace = phase === 'grace';
  if (action === null) {
    if (today < automaticDebitOf(expiry)) return;
    yield {
      ...task,
      tone: grace ? 'late' : 'soon',
      due: grace ? lastOfGrace(expiry) : expiry,
      words: () => ({
        sentence: text(grace ? 'status.fix-automatic-late' : 'status.fix-automatic', {
          holder,
          day: dayText(expiry),
        }),
        label: text('status.verify'),
      }),
      run: look,
    };
    return;
  }
  const byTransfer = latestSafeDay('bank-transfer', expiry);
  const due = renewableUntil(expiry, today);
  yield {
    ...task,
    tone: grace || presses(byTransfer, today) ? 'late' : 'soon',
    due,
    words: () => ({
      sentence: grace
        ? text('status.fix-grace', { holder, day: dayText(due) })
        : text('status.fix-renew', { holder, day: dayText(expiry) }),
      label: text(action === 'reactivate' ? 'renewal-cart.reactivate' : 'renewal-cart.renew'),
    }),
    run: () => void openRenewal(serviceId),
  };
}

/** Users, modules and space that end soon and before their service (rule H6). Whoever has one would wait. */
export function* endingTasks({ today }: AppState, { service }: ServiceRow, paid: PaidFor): Generator<Task> {
  const { id: serviceId, holder } = service;
  for (const { on, items } of itemEnds(service, today, paid)) {
    if (on > addDays(today, endingDays)) return;
    yield {
      id: `items ${serviceId} ${on}`,
      tone: presses(on, today) ? 'late' : 'soon',
      due: on,
      serviceId,
      words: () => ({
        sentence: text('status.fix-items', { holder, items: itemsText(items), day: dayText(on) }),
        label: text('status.details'),
      }),
      run: () => go({ screen: 'service', serviceId }),
    };
  }
}
