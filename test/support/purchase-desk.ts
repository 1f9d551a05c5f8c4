// A purchase in a studio of one's own, from the cart of rule E1 on.
import type { Command } from '../../core/desk/command.ts';
import type { Host } from '../../core/host/host.ts';
import { cents } from '../../core/kernel/cents.ts';
import type { CartId, PurchaseId } from '../../core/kernel/id.ts';
import { foldPurchase, type Purchase } from '../../core/purchases/fold.ts';
import type { Receipt } from '../../core/quotes/calibrate.ts';
import type { Day } from '../../core/kernel/day.ts';
import { e1, service, stateOf, submit, today } from './own-host.ts';

type Recordable = Extract<Command, { type: 'purchase/happened' }>['what'];

/** What a cart showed. Only the gross total unless something else is given. */
export const seen = (gross: number, more: Partial<Receipt> = {}): Receipt => ({
  extension: true,
  net: null,
  gross: cents(gross),
  usersUntil: null,
  ...more,
});

export const happened = (purchaseId: PurchaseId, what: Recordable): Command => ({
  type: 'purchase/happened',
  purchaseId,
  what,
});

/** The service of rule E1, a cart with 2 users, and the purchase that is prepared from it. */
export function preparedE1(host: Host): PurchaseId {
  const made = submit(host, service(e1));
  const [fact] = stateOf(host).workspace.facts.values();
  const serviceId = fact?.about;
  if (made.facts === undefined || serviceId === undefined) throw new Error('The service was not recorded');
  const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  return submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
}

export function purchaseIn(host: Host, id: PurchaseId): Purchase {
  const record = stateOf(host).workspace.purchases.get(id);
  if (record === undefined) throw new Error('There is no such purchase');
  return foldPurchase(record);
}

export const ordered = (orderNumber = '50012345', on: Day = today) =>
  ({ kind: 'ordered', day: on, orderNumber: orderNumber as never, method: 'bank-transfer' }) as const;
export const compared = (gross: number, cause: 'price' | null = null, more = {}) =>
  ({ kind: 'compared', day: today, receipt: seen(gross, more), cause, note: '' }) as const;

/** Why a command is refused; undefined if it is carried out. */
export const refusal = (host: Host, command: Command): string | undefined => {
  const done = host.submit(command);
  return done.ok ? undefined : done.error.reason;
};

/** All steps up to the order, with the total that Aruba showed. */
export function orderE1(host: Host, gross = 7099): PurchaseId {
  const id = preparedE1(host);
  for (const kind of ['checked', 'opened', 'composed'] as const) submit(host, happened(id, { kind }));
  submit(host, happened(id, compared(gross)));
  submit(host, happened(id, ordered()));
  return id;
}
