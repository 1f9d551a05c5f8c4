import type { Route } from '../../store/ui-store.ts';
import { text, type TextId } from '../../text/text.ts';
import type { OpenScreen } from './job.ts';

interface Place {
  readonly route: Route;
  readonly name: TextId;
  /** A studio of one's own alone has it. */
  readonly own?: true;
}

/** The screens that the manual opens, and their names. */
const places: Readonly<Record<OpenScreen, Place>> = {
  status: { route: { screen: 'status' }, name: 'nav.status' },
  people: { route: { screen: 'people' }, name: 'nav.people' },
  import: { route: { screen: 'import' }, name: 'people.import' },
  services: { route: { screen: 'services' }, name: 'nav.services' },
  'import-services': { route: { screen: 'import-services' }, name: 'service-import.title', own: true },
  cart: { route: { screen: 'cart', cartId: null }, name: 'nav.cart' },
  orders: { route: { screen: 'orders', orderId: null }, name: 'purchase.list-title' },
  invoices: { route: { screen: 'invoices', invoiceId: null }, name: 'nav.invoices', own: true },
  quotes: { route: { screen: 'quotes', quoteId: null }, name: 'nav.quotes' },
  renewals: { route: { screen: 'renewals' }, name: 'nav.renewals' },
  recharge: { route: { screen: 'recharge' }, name: 'recharge.title', own: true },
  rules: { route: { screen: 'rules' }, name: 'nav.rules' },
  settings: { route: { screen: 'settings' }, name: 'nav.settings' },
};

/** Where a step leads, and how that screen is called. Undefined if this kind of studio has no such screen. */
export function placeOf(
  screen: OpenScreen,
  simulated: boolean,
): { readonly route: Route; readonly name: string } | undefined {
  const { route, name, own } = places[screen];
  if (own === true && simulated) return undefined;
  return { route, name: text(screen === 'orders' && simulated ? 'nav.orders' : name) };
}
