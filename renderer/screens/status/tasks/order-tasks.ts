import { openForgotten } from '../../../../core/desk/pending/forgotten.ts';
import {
  awaitsPayment,
  leftByFailedDebit,
  orderViews,
  type OrderView,
} from '../../../../core/desk/pending/order-views.ts';
import { needsApproval } from '../../../../core/desk/purchases/decide-approval.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import {
  paymentUnderWay,
  purchasePayment,
  type PaymentUnderWay,
} from '../../../../core/desk/pending/payment-under-way.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { asksAgain, type Purchase } from '../../../../core/purchases/fold.ts';
import type { PurchaseRecord, PurchaseState } from '../../../../core/purchases/purchase.ts';
import { holdsService } from '../../../../core/purchases/transitions.ts';
import { expiryOf } from '../../../../core/services/service.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { forgottenWords } from '../../forgotten/forgotten-words.ts';
import { purchaseWork, type PurchaseStep } from '../../purchases/purchase-steps.ts';
import { isLate, lastOfGrace, payBy, renewableUntil } from './renewal-due.ts';
import type { Task } from './task.ts';

/** Orders that need a decision or a payment, what the vendor forgot, and purchases that wait for a step. */
export function* orderTasks(state: AppState): Generator<Task> {
  for (const view of orderViews(state)) {
    const { standing, holder, serviceId } = view;
    const open = (): void => go({ screen: 'orders', orderId: view.id });
    if (standing === 'refused' || standing === 'outcome-unknown')
      yield {
        id: view.id,
        tone: 'late',
        due: null,
        serviceId,
        words: () => ({
          sentence: text(standing === 'refused' ? 'status.fix-refused' : 'status.fix-unknown', { holder }),
          label: text('status.details'),
        }),
        run: open,
      };
    else if (awaitsPayment(view) && view.purchase === null) yield* paymentTask(state, view, open);
  }
  yield* forgottenTasks(state);
  yield* purchaseTasks(state);
}

/** An order of the vendor that nobody has paid. What it moves must be paid in time (rule G4). */
function* paymentTask(state: AppState, view: OrderView, open: () => void): Generator<Task> {
  const { order, holder, serviceId } = view;
  if (order === null || order.paid !== null) return;
  const underWay = paymentUnderWay(state, order);
  if (underWay?.overdue === false) return;
  const service = serviceId === null ? undefined : state.replica.services.get(serviceId);
  // A failed debit has a task of its own.
  if (service !== undefined && leftByFailedDebit(view, service)) return;
  const due = service === undefined ? null : payBy(order.quote, service, order.method, state.today);
  yield {
    id: `pay ${view.id}`,
    tone: isLate(due, state, serviceId) || underWay !== undefined ? 'late' : 'soon',
    due,
    serviceId,
    words: () => ({
      sentence:
        underWay === undefined
          ? text('home.pay', {
              holder,
              number: order.orderNumber,
              amount: money(view.gross),
              method: text(`pay-by.${order.method}`),
            })
          : notRegistered(holder, order.orderNumber, underWay),
      label: text('service.pay'),
    }),
    run: open,
  };
}

const notRegistered = (holder: string, number: string, { on, expected }: PaymentUnderWay): string =>
  text('home.not-registered', { holder, number, on: dayText(on), expected: dayText(expected) });

/** What the vendor forgot when it was restored. The order itself, or the list with the rest. */
function* forgottenTasks(state: AppState): Generator<Task> {
  for (const { id, thing } of openForgotten(state))
    yield {
      id: `forgotten ${id}`,
      tone: 'late',
      due: null,
      serviceId: null,
      words: () => ({
        sentence: text('status.fix-forgotten', { what: forgottenWords(state, thing) }),
        label: text('status.details'),
      }),
      run: () => go(thing.kind === 'order' ? { screen: 'orders', orderId: id } : { screen: 'sync' }),
    };
}

/** Purchases in Aruba's pages that wait for their next step (rule K). */
function* purchaseTasks(state: AppState): Generator<Task> {
  const work = purchaseWork(state);
  for (const view of orderViews(state)) {
    const { purchase, serviceId } = view;
    const step = purchase === null ? null : work.currentStep(purchase);
    if (purchase === null || step === null) continue;
    const { id, holder } = purchase.record;
    const due = dueOf(state, view, purchase);
    const late = isLate(due, state, serviceId);
    if (purchase.state === 'prepared' && needsApproval(state.workspace, purchase.record)) {
      yield approvalTask(state, purchase.record, serviceId, due, late);
      continue;
    }
    const payment = purchasePayment(purchase, state.today);
    const lost = payment?.overdue === true ? payment : null;
    yield {
      id: `purchase ${id}`,
      tone: late || lost !== null || stuck.has(purchase.state) ? 'late' : 'accent',
      due,
      serviceId,
      words: () => ({
        sentence:
          lost === null
            ? stepSentence(state, purchase, step)
            : notRegistered(holder, view.orderNumber ?? '', lost),
        label: text('purchase.continue'),
      }),
      run: () => go({ screen: 'orders', orderId: id }),
    };
  }
}

/** States in which Aruba has to be asked. */
const stuck: ReadonlySet<PurchaseState> = new Set(['to-verify', 'activation-failed']);

function stepSentence({ today }: AppState, purchase: Purchase, step: PurchaseStep): string {
  const { holder } = purchase.record;
  if (purchase.state === 'activation-failed')
    return text('status.fix-failed', { holder, number: purchase.ordered?.orderNumber ?? '' });
  const since = purchase.unsureSince;
  if (since === null) return text('status.fix-purchase', { holder, step: text(`purchase.step-${step}`) });
  const again = asksAgain(purchase, today);
  return text(again ? 'status.fix-unclear-again' : 'status.fix-unclear', { holder, day: dayText(since) });
}

/**
 * The last day on which the next step of a purchase helps (rule G4). Before there is an order only a renewal
 * has one: users that are only prepared take the place of nothing. After the payment nothing is left to do in
 * time, until the service has expired. Null: no such day.
 */
function dueOf(
  { replica, today }: AppState,
  { serviceId, quote }: OrderView,
  purchase: Purchase,
): Day | null {
  const service = serviceId === null ? undefined : replica.services.get(serviceId);
  const expiry = service === undefined ? undefined : expiryOf(service);
  if (service === undefined || expiry === undefined || !holdsService(purchase.state)) return null;
  const { ordered, paidOn, record } = purchase;
  if (ordered === null)
    return record.revision.content.subject.kind === 'renewal' ? renewableUntil(expiry, today) : null;
  const due = payBy(quote, service, ordered.method, today);
  if (paidOn === null) return due;
  return due !== null && expiry < today ? lastOfGrace(expiry) : null;
}

/** A purchase above the limit of a shared studio: it waits for whoever administers. */
function approvalTask(
  { workspace }: AppState,
  { id, holder, revision }: PurchaseRecord,
  serviceId: ServiceId | null,
  due: Day | null,
  late: boolean,
): Task {
  const administers = workspace.sharedStudio.get('studio')?.role === 'administer';
  return {
    id: `approval ${id}`,
    tone: late ? 'late' : administers ? 'soon' : 'wait',
    due,
    serviceId,
    words: () => ({
      sentence: text(administers ? 'status.fix-approve' : 'status.fix-not-approved', {
        holder,
        amount: money(revision.quote.gross),
      }),
      label: text(administers ? 'status.look-at' : 'purchase.continue'),
    }),
    run: () => go({ screen: 'orders', orderId: id }),
  };
}
