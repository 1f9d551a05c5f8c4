// The content of a cart for the vendor, for the shared cart and for its order. No person's name leaves the
// firm.
import { renewalTerms, type Cart, type CartContent, type Purchase } from '../../orders/cart.ts';
import type { OffPolicy } from '../../renewals/add-users.ts';
import type { AppState } from '../rows/state.ts';
import { serviceOfCart } from './cart-figures.ts';

/**
 * The content of a cart as the vendor's shared cart holds it, without how the firm prices it.
 * Returns undefined if the client of a first purchase is gone. Fields come in the order of the schema, so
 * that the text is the same after a restart: a vendor that compares bytes sees one request under one key.
 */
export function contentOf(
  { workspace }: AppState,
  { subject, quantity, modules: chosen, conventionCode }: Cart,
): CartContent | undefined {
  const modules = [...chosen];
  if (subject.kind === 'add-users') {
    const { kind, serviceId, extension } = subject;
    return { kind, serviceId, quantity, modules, extension, conventionCode };
  }
  if (subject.kind === 'renewal') {
    const { kind, serviceId, years, leftOut, reduceTo } = subject;
    return { kind, serviceId, years, leftOut: [...leftOut], reduceTo, conventionCode };
  }
  const client = workspace.clients.get(subject.clientId);
  if (client === undefined) return undefined;
  const { kind, serviceKind, years, promotion } = subject;
  const { name: holder, vatCode } = client;
  return { kind, serviceKind, holder, vatCode, quantity, modules, years, promotion, conventionCode };
}

/**
 * The purchase that an order of the cart asks for: its content and the firm's policy for new users (rule D1).
 * A renewal keeps only the reductions that still apply today (rule D3). Undefined if its service or client is
 * gone.
 */
export function purchaseOf(
  state: AppState,
  cart: Cart,
  offPolicy: OffPolicy,
): { readonly purchase: Purchase; readonly holder: string } | undefined {
  const content = contentOf(state, cart);
  if (content === undefined) return undefined;
  if (content.kind === 'first-purchase') return { purchase: content, holder: content.holder };
  const service = serviceOfCart(state, cart);
  if (service === undefined) return undefined;
  const { holder } = service;
  if (content.kind === 'add-users') return { purchase: { ...content, offPolicy }, holder };
  const { leftOut, reduceTo } = renewalTerms(content, service, state.today);
  return { purchase: { ...content, leftOut: [...leftOut], reduceTo }, holder };
}
