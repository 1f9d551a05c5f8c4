// The main job, from the present state of the desk to active seats. It can continue from any point, as a
// person does after a restart.
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import { orderViews, type OrderView } from '../../core/desk/pending/order-views.ts';
import type { CartId, OrderNumber, ServiceId } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import { payer } from '../electron/simulator/counter.ts';
import type { TestHost } from './test-host.ts';

export const ownService = 'fe-studio' as ServiceId;
export const ownCart = 'service-fe-studio' as CartId;
export const waitingPeople = ['p-g-sanna', 'p-d-fontana'];

export const grossOf = (desk: TestHost, cartId: CartId = ownCart): number => {
  const state = desk.state();
  const cart = state.workspace.carts.get(cartId);
  const quote = cart === undefined ? undefined : cartFigures(state, cart);
  if (quote?.ok !== true) throw new Error(`The cart has no figures: ${JSON.stringify(quote)}`);
  return quote.value.gross;
};

export function placeFromCart(
  desk: TestHost,
  method: PaymentMethod = 'bank-transfer',
  cartId: CartId = ownCart,
): void {
  desk.do({
    type: 'order/confirm',
    cartId,
    payer: { ...payer },
    method,
    clausesAccepted: true,
    shownGross: grossOf(desk, cartId),
  });
}

/** Opens the cart with the two people who wait, and confirms it. */
export function placeOrder(desk: TestHost, method: PaymentMethod = 'bank-transfer'): void {
  desk.do({ type: 'cart/open', serviceId: ownService });
  placeFromCart(desk, method);
}

export const ownOrders = (desk: TestHost): readonly OrderView[] =>
  orderViews(desk.state()).filter(({ serviceId }) => serviceId === ownService);
export const vendorOrders = async (desk: TestHost): Promise<readonly Order[]> =>
  (await desk.vendor()).orders.filter(({ serviceId }) => serviceId === ownService);

export function ownBoard(desk: TestHost) {
  const state = desk.state();
  const service = state.replica.services.get(ownService);
  if (service === undefined) throw new Error('The studio has its own service');
  return boardOf(state, service);
}

async function exchange(desk: TestHost): Promise<void> {
  await desk.host.syncNow();
  await desk.rest();
}

/** Continues the job until the two people have their seats. Throws if it makes no progress. */
export async function finishJob(desk: TestHost): Promise<void> {
  const signedIn = await desk.signIn();
  if (!signedIn.ok) throw new Error(`Not signed in: ${signedIn.error.reason}`);
  for (let turn = 0; turn < 20; turn += 1) {
    await exchange(desk);
    const [order] = ownOrders(desk);
    if (order === undefined) placeOrder(desk);
    else if (order.order !== null) await payAndWait(desk, order.order.orderNumber);
    if (ownOrders(desk)[0]?.placement?.settled === true && desk.state().workspace.outbox.size === 0) return;
  }
  throw new Error(
    `Stuck: ${JSON.stringify(ownOrders(desk).map(({ standing, entry }) => [standing, entry?.lastAnswer]))}`,
  );
}

async function payAndWait(desk: TestHost, orderNumber: OrderNumber): Promise<void> {
  const known = (await vendorOrders(desk)).find((one) => one.orderNumber === orderNumber);
  if (known?.state === 'awaiting-payment' && known.paid === null)
    await desk.act({ action: 'pay', orderNumber });
  else if (known?.state === 'awaiting-payment') await desk.act({ action: 'move-day', days: 1 });
  await exchange(desk);
}
