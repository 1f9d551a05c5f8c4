import type { Cart } from '../../orders/cart.ts';
import type { Payer, PaymentMethod } from '../../orders/payment.ts';
import { orderViews } from '../pending/order-views.ts';
import type { AppState } from '../rows/state.ts';

/**
 * The VAT number of the holder of a cart's service. A first purchase, its later users and its renewals have
 * one holder.
 */
const holderOf = ({ replica }: AppState, { subject }: Pick<Cart, 'subject'>): string | undefined =>
  subject.kind === 'first-purchase' ? subject.clientId : replica.services.get(subject.serviceId)?.vatCode;

/**
 * The probable payer of a cart: the payer of the holder's last order. Before the first order it is the firm
 * for a service, and the client for its first purchase. Only the client's name and VAT number are known.
 */
export function usualPayers(state: AppState): (cart: Cart) => Payer | undefined {
  const last = new Map<string | undefined, Payer>();
  for (const { cart, payer } of state.workspace.placements.values()) last.set(holderOf(state, cart), payer);
  return (cart) =>
    last.get(holderOf(state, cart)) ?? newClient(state, cart) ?? state.workspace.firm.get('firm')?.payer;
}

/** The method of the holder's newest order that has one. Undefined before the first. */
export function usualMethod(state: AppState, cart: Pick<Cart, 'subject'>): PaymentMethod | undefined {
  const { subject } = cart;
  const serviceId = subject.kind === 'first-purchase' ? null : subject.serviceId;
  const holder = holderOf(state, cart);
  const sameHolder = (id: string | null): boolean =>
    id !== null && (id === serviceId || state.replica.services.get(id)?.vatCode === holder);
  for (const { method, serviceId: ordered } of orderViews(state))
    if (method !== null && sameHolder(ordered)) return method;
  return undefined;
}

function newClient({ workspace }: AppState, { subject }: Cart): Payer | undefined {
  const client = subject.kind === 'first-purchase' ? workspace.clients.get(subject.clientId) : undefined;
  if (client === undefined) return undefined;
  const { name, vatCode } = client;
  const unknown = {
    address: '',
    postcode: '',
    municipality: '',
    province: '',
    email: '',
    eInvoiceAddress: '',
  };
  return { name, vatCode, ...unknown };
}
