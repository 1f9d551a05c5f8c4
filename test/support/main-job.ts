// The main job, from what is on the desk now to active seats: it can be taken up anywhere, as a person would
// after a restart.
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

/** Opens the cart with the two who wait, and confirms. */
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

/** Goes on with the job until the two people have their seats; throws where it gets stuck. */
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
