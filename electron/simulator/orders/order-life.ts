import type { Day } from '../../../core/kernel/day.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import { canCancel, type Order, type OrderState } from '../../../core/orders/order.ts';
import { paysAtOnce, registrationDay, type PaymentMethod } from '../../../core/orders/payment.ts';
import type { Service, ServiceState } from '../../../core/services/service.ts';
import { activated } from './activate.ts';
import { methodStored } from './automatic-renewal.ts';
import { deleteService, putOrder, putService } from '../state/change-log.ts';
import { mailActivated, mailPaymentRegistered } from './mail-texts.ts';
import { orderOf, serviceOf, type SimulatorDocument } from '../state/state.ts';

export type LifeRefusal =
  | { readonly reason: 'unknown-order' }
  | { readonly reason: 'already-paid' }
  | { readonly reason: 'wrong-state'; readonly state: OrderState };

const reach = (order: Order, state: OrderState, on: Day): Order => ({
  ...order,
  state,
  history: [...order.history, { state, on }],
});

const waitingStates: ReadonlySet<ServiceState> = new Set([
  'awaiting-payment',
  'awaiting-activation',
  'activation-failed',
]);

/**
 * The service that a first purchase made and that is not active yet. It goes through the states of the order.
 */
function waitingService(state: SimulatorDocument, order: Order): Service | undefined {
  if (order.purchase.kind !== 'first-purchase' || order.serviceId === null) return undefined;
  const service = serviceOf(state, order.serviceId);
  return service !== undefined && waitingStates.has(service.state) ? service : undefined;
}

function putBoth(
  state: SimulatorDocument,
  order: Order,
  serviceState: Extract<ServiceState, 'awaiting-activation' | 'activation-failed'>,
): SimulatorDocument {
  const service = waitingService(state, order);
  const next = putOrder(state, order);
  return service === undefined ? next : putService(next, { ...service, state: serviceState });
}

/**
 * Applies `change` to an order in one of the states `from`. Refuses any other state and returns it (rule G1).
 */
function inState(
  state: SimulatorDocument,
  orderNumber: string,
  from: readonly OrderState[],
  change: (order: Order) => SimulatorDocument,
): Result<SimulatorDocument, LifeRefusal> {
  const order = orderOf(state, orderNumber);
  if (order === undefined) return err({ reason: 'unknown-order' });
  return from.includes(order.state) ? ok(change(order)) : err({ reason: 'wrong-state', state: order.state });
}

function activateOrder(state: SimulatorDocument, order: Order, today: Day): SimulatorDocument {
  const service = order.serviceId === null ? undefined : serviceOf(state, order.serviceId);
  if (service === undefined) return putOrder(state, reach(order, 'activation-failed', today));
  const after = activated(service, order, today);
  return mailActivated(
    putOrder(putService(state, after), reach(order, 'active', today)),
    order,
    after,
    today,
  );
}

function failOrder(state: SimulatorDocument, order: Order, today: Day): SimulatorDocument {
  return putBoth(state, reach(order, 'activation-failed', today), 'activation-failed');
}

const isAutomatic = (state: SimulatorDocument, { serviceId }: Order): boolean =>
  serviceId !== null && serviceOf(state, serviceId)?.automaticRenewal === true;

function registerPayment(state: SimulatorDocument, order: Order, today: Day): SimulatorDocument {
  const paid = { on: order.paid?.on ?? today, registeredOn: today };
  const next = reach({ ...order, paid }, 'awaiting-activation', today);
  const waiting = putBoth(state, next, 'awaiting-activation');
  const stored = methodStored(waiting, next, today);
  const switchedOn = isAutomatic(stored, next) && !isAutomatic(waiting, next);
  const told = mailPaymentRegistered(stored, next, switchedOn, today);
  return state.manualActivation ? told : activateOrder(told, next, today);
}

/**
 * Pays today, by the order's method or by another. The payment is registered on the day of rule
 * G3, at once if that is today.
 */
export function pay(
  state: SimulatorDocument,
  orderNumber: string,
  today: Day,
  by?: PaymentMethod,
): Result<SimulatorDocument, LifeRefusal> {
  if (orderOf(state, orderNumber)?.paid) return err({ reason: 'already-paid' });
  return inState(state, orderNumber, ['awaiting-payment'], (order) => {
    const method = by ?? order.method;
    const paid = { on: today, registeredOn: registrationDay(method, today) };
    const next = { ...order, method, paid };
    return paid.registeredOn <= today ? registerPayment(state, next, today) : putOrder(state, next);
  });
}

/** Registers the payment today, whatever its method. */
export const register = (
  state: SimulatorDocument,
  orderNumber: string,
  today: Day,
): Result<SimulatorDocument, LifeRefusal> =>
  inState(state, orderNumber, ['awaiting-payment'], (order) => registerPayment(state, order, today));

/**
 * Activates a paid order, even if its activation had failed before: the payment stays valid (domain.md 2.7).
 */
export const activate = (
  state: SimulatorDocument,
  orderNumber: string,
  today: Day,
): Result<SimulatorDocument, LifeRefusal> =>
  inState(state, orderNumber, ['awaiting-activation', 'activation-failed'], (order) =>
    activateOrder(state, order, today),
  );

export const failActivation = (
  state: SimulatorDocument,
  orderNumber: string,
  today: Day,
): Result<SimulatorDocument, LifeRefusal> =>
  inState(state, orderNumber, ['awaiting-activation'], (order) => failOrder(state, order, today));

/**
 * Cancels an order that awaits payment, if no payment is on its way and it is not by card or PayPal (rule G1;
 * domain.md 2.7). Also removes the service that it would have made.
 */
export function cancel(
  state: SimulatorDocument,
  orderNumber: string,
  today: Day,
): Result<SimulatorDocument, LifeRefusal> {
  const asked = orderOf(state, orderNumber);
  if (asked?.state === 'awaiting-payment' && !(canCancel(asked) && !paysAtOnce(asked.method)))
    return err({ reason: 'already-paid' });
  return inState(state, orderNumber, ['awaiting-payment'], (order) => {
    const service = waitingService(state, order);
    const cancelled = putOrder(state, {
      ...reach(order, 'cancelled', today),
      serviceId: service === undefined ? order.serviceId : null,
    });
    return service === undefined ? cancelled : deleteService(cancelled, service.id);
  });
}

/** Registers payments whose day has come, and activates waiting orders unless activation is by hand. */
export function settle(state: SimulatorDocument, today: Day): SimulatorDocument {
  let next = state;
  for (const { orderNumber } of state.orders) {
    const order = orderOf(next, orderNumber);
    if (order?.state === 'awaiting-payment' && order.paid !== null && order.paid.registeredOn <= today)
      next = registerPayment(next, order, today);
    else if (order?.state === 'awaiting-activation' && !next.manualActivation)
      next = activateOrder(next, order, today);
  }
  return next;
}
