import type { AppState } from '../../../core/desk/rows/state.ts';
import { parseDay } from '../../../core/kernel/day.ts';
import { fullName } from '../../../core/people/person.ts';
import type { Place } from '../../../core/shared/presence.ts';
import { quoteTitle } from '../../papers/quote-title.ts';
import { go, useUi, type Route } from '../../store/ui-store.ts';
import { longDay } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';
import { cartName } from '../cart/cart-names.ts';

/** Where somebody is: the one thing that they look at, or a section; and what leads there. */
export interface Whereabouts {
  readonly kind: 'thing' | 'section';
  readonly name: string;
  readonly open: () => void;
}

/** The place of a route, as it travels: the screen, and the one thing that it is about. */
export function placeOf(route: Route, personShown: string | null): Place {
  if (route.screen === 'people') return { screen: 'people', id: personShown };
  const about = Object.entries(route).find(([field]) => field !== 'screen')?.[1];
  return { screen: route.screen, id: typeof about === 'string' ? about : null };
}

const sections: Readonly<Record<string, { readonly title: TextId; readonly route: Route }>> = {
  status: { title: 'nav.status', route: { screen: 'status' } },
  people: { title: 'nav.people', route: { screen: 'people' } },
  matrix: { title: 'nav.people', route: { screen: 'matrix' } },
  services: { title: 'nav.services', route: { screen: 'services' } },
  cart: { title: 'nav.cart', route: { screen: 'cart', cartId: null } },
  orders: { title: 'nav.orders', route: { screen: 'orders', orderId: null } },
  quotes: { title: 'nav.quotes', route: { screen: 'quotes', quoteId: null } },
  renewals: { title: 'nav.renewals', route: { screen: 'renewals' } },
  history: { title: 'nav.history', route: { screen: 'history' } },
  rules: { title: 'nav.rules', route: { screen: 'rules' } },
  settings: { title: 'nav.settings', route: { screen: 'settings' } },
};

/** The one thing of a place that this desk knows too. */
function thingAt({ screen, id }: Place, state: AppState): Whereabouts | null {
  const { workspace, replica, today } = state;
  if (id === null) return null;
  const thing = (name: string, route: Route): Whereabouts => ({ kind: 'thing', name, open: () => go(route) });
  const service = screen === 'service' ? replica.services.get(id) : undefined;
  if (service !== undefined) return thing(service.holder, { screen: 'service', serviceId: service.id });
  const cart = screen === 'cart' || screen === 'order-form' ? workspace.carts.get(id) : undefined;
  if (cart !== undefined) return thing(cartName(state, cart), { screen: 'cart', cartId: cart.id });
  const quote = screen === 'quotes' ? workspace.quotes.get(id) : undefined;
  if (quote !== undefined)
    return thing([quoteTitle(quote), quote.recipient.name].filter(Boolean).join(', '), {
      screen: 'quotes',
      quoteId: quote.id,
    });
  const person = screen === 'people' ? workspace.people.get(id) : undefined;
  if (person !== undefined)
    return {
      kind: 'thing',
      name: fullName(person),
      open: () => {
        useUi.setState({ personShown: person.id });
        go({ screen: 'people' });
      },
    };
  const day = screen === 'session' ? parseDay(id) : undefined;
  return day === undefined ? null : thing(longDay(day, today), { screen: 'session', day });
}

/** In words, where this place is. Null for a place that this version does not know, or that is gone. */
export function whereabouts(place: Place, state: AppState): Whereabouts | null {
  const thing = thingAt(place, state);
  if (thing !== null) return thing;
  const section = sections[place.screen];
  return section === undefined
    ? null
    : { kind: 'section', name: text(section.title), open: () => go(section.route) };
}
