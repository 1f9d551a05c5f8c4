// Two administrators of one account, each with a desk, and what they do with the studio's own cart.
import type { Cart } from '../../core/orders/cart.ts';
import { ownCart, ownService } from './main-job.ts';
import { newMachine, secondMachine, startHost, type TestHost } from './test-host.ts';

/** Both are signed in. */
export async function twoDesks() {
  const machine = newMachine();
  const anna = await startHost({ machine });
  const bruno = await startHost({ machine: secondMachine(machine), vendor: anna.backend });
  for (const desk of [anna, bruno]) await desk.signIn();
  return { anna, bruno };
}

export const cartOf = (desk: TestHost): Cart | undefined => desk.state().workspace.carts.get(ownCart);
export const open = (desk: TestHost): void => desk.do({ type: 'cart/open', serviceId: ownService });
export const quantity = (desk: TestHost, count: number): void =>
  desk.do({ type: 'cart/quantity', cartId: ownCart, quantity: count });
export const extension = (desk: TestHost, on: boolean): void =>
  desk.do({ type: 'cart/extension', cartId: ownCart, on });

/** Each desk exchanges with the vendor, one after the other. */
export async function sync(...desks: readonly TestHost[]): Promise<void> {
  for (const desk of desks) {
    await desk.host.syncNow();
    await desk.rest();
  }
}

/** Two desks that have the same cart with two users. */
export async function sharedCart() {
  const desks = await twoDesks();
  open(desks.anna);
  await sync(desks.anna, desks.bruno);
  if (cartOf(desks.bruno)?.quantity !== 2) throw new Error('The cart did not come to the other desk');
  return desks;
}
