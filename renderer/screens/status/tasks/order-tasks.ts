import { openForgotten } from '../../../../core/desk/pending/forgotten.ts';
import { awaitsPayment, leftByFailedDebit, orderViews } from '../../../../core/desk/pending/order-views.ts';
import { needsApproval } from '../../../../core/desk/purchases/decide-approval.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { paymentUnderWay } from '../../../../core/desk/pending/payment-under-way.ts';
import { latestSafeDay } from '../../../../core/orders/payment.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { asksAgain } from '../../../../core/purchases/fold.ts';
import type { PurchaseRecord } from '../../../../core/purchases/purchase.ts';
import { expiryOf } from '../../../../core/services/service.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { forgottenWords } from '../../forgotten/forgotten-words.ts';
import { purchaseWork } from '../../purchases/purchase-steps.ts';
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

/** An order of the vendor that nobody has paid. A renewal must be paid in time (rule G4). */
function* paymentTask(
  state: AppState,
  view: ReturnType<typeof orderViews>[number],
  open: () => void,
): Generator<Task> {
  const { order, holder, serviceId } = view;
  if (order === null || order.paid !== null) return;
  const underWay = paymentUnderWay(state, order);
  if (underWay?.overdue === false) return;
  const service = serviceId === null ? undefined : state.replica.services.get(serviceId);
  // A failed debit has a task of its own.
  if (service !== undefined && leftByFailedDebit(view, service)) return;
  const expiry = service === undefined ? undefined : expiryOf(service);
  const renewal = order.purchase.kind === 'renewal';
  yield {
    id: `pay ${view.id}`,
    tone: 'soon',
    due: renewal && expiry !== undefined ? latestSafeDay(order.method, expiry) : null,
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
          : text('home.not-registered', {
              holder,
              number: order.orderNumber,
              on: dayText(underWay.on),
              expected: dayText(underWay.expected),
            }),
      label: text('service.pay'),
    }),
    run: open,
  };
}

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
  for (const { purchase, serviceId } of orderViews(state)) {
    const step = purchase === null ? null : work.currentStep(purchase);
    if (purchase === null || step === null) continue;
    const { id, holder } = purchase.record;
    const since = purchase.unsureSince;
    if (purchase.state === 'prepared' && needsApproval(state.workspace, purchase.record)) {
      yield approvalTask(state, purchase.record, serviceId);
      continue;
    }
    yield {
      id: `purchase ${id}`,
      tone: purchase.state === 'to-verify' ? 'late' : 'accent',
      due: null,
      serviceId,
      words: () => ({
        sentence:
          since === null
            ? text('status.fix-purchase', { holder, step: text(`purchase.step-${step}`) })
            : text(asksAgain(purchase, state.today) ? 'status.fix-unclear-again' : 'status.fix-unclear', {
                holder,
                day: dayText(since),
              }),
        label: text('purchase.continue'),
      }),
      run: () => go({ screen: 'orders', orderId: id }),
    };
  }
}

/** A purchase above the limit of a shared studio: it waits for whoever administers. */
function approvalTask(
  { workspace }: AppState,
  { id, holder, revision }: PurchaseRecord,
  serviceId: ServiceId | null,
): Task {
  const administers = workspace.sharedStudio.get('studio')?.role === 'administer';
  return {
    id: `approval ${id}`,
    tone: administers ? 'soon' : 'wait',
    due: null,
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
