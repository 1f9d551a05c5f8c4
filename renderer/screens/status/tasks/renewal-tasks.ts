import { renewalAction } from '../../../../core/desk/pending/automatic-renewal.ts';
import { leftByFailedDebit } from '../../../../core/desk/pending/order-views.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import { latestSafeDay } from '../../../../core/orders/payment.ts';
import { milestones } from '../../../../core/services/lifecycle.ts';
import { baseItem } from '../../../../core/services/service.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { openRenewal } from '../../cart/open-cart.ts';
import type { ServiceRow } from '../../services/service-rows.ts';
import type { Task } from './task.ts';

/** A renewal whose last day for a transfer is this near is late. */
const nearDays = 14;

/** An urgent renewal: an order left by a failed debit, a service in its grace period, or one near its end. */
export function* renewalTask(state: AppState, { service, phase, openOrder }: ServiceRow): Generator<Task> {
  const base = baseItem(service);
  if (base === undefined) return;
  const { holder } = service;
  const task = { id: `renewal ${service.id}`, serviceId: service.id };
  if (openOrder !== undefined) {
    if (!leftByFailedDebit(openOrder, service)) return;
    yield {
      ...task,
      tone: 'late',
      due: latestSafeDay('card', base.expiry),
      words: () => ({
        sentence: text('status.fix-debit', { holder, number: openOrder.orderNumber ?? '' }),
        label: text('automatic-renewal.pay'),
      }),
      run: () => go({ screen: 'orders', orderId: openOrder.id }),
    };
    return;
  }
  if (phase === 'active') return;
  const action = renewalAction(state, service);
  if (action === null) return;
  const run = (): void => void openRenewal(service.id);
  if (action === 'reactivate') {
    const last = milestones(base.expiry).graceEnd;
    yield {
      ...task,
      tone: 'late',
      due: last,
      words: () => ({
        sentence: text('status.fix-grace', { holder, day: dayText(last) }),
        label: text('renewal-cart.reactivate'),
      }),
      run,
    };
    return;
  }
  const byTransfer = latestSafeDay('bank-transfer', base.expiry);
  const byCard = latestSafeDay('card', base.expiry);
  yield {
    ...task,
    tone: byTransfer <= addDays(state.today, nearDays) ? 'late' : 'soon',
    due: byTransfer >= state.today ? byTransfer : byCard >= state.today ? byCard : base.expiry,
    words: () => ({
      sentence: text('status.fix-renew', { holder, day: dayText(base.expiry) }),
      label: text('renewal-cart.renew'),
    }),
    run,
  };
}
