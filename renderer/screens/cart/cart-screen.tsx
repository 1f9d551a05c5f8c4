import { cartStanding } from '../../../core/desk/cart/cart-standing.ts';
import { cartFigures, serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { openOrderOf } from '../../../core/desk/pending/order-views.ts';
import type { CartId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { Banner, Card, Empty, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { ClientBuys } from '../client-message/client-buys.tsx';
import { RenewalContent } from '../renewal-cart/renewal-content.tsx';
import { UnpricedRenewal } from '../renewal-cart/unpriced-renewal.tsx';
import { makeQuote } from '../quotes/make-quote.ts';
import { QuotedPriceBanner } from '../quotes/quoted-price.tsx';
import { cartLead, cartName } from './cart-names.ts';
import { Extension } from './extension.tsx';
import { Extras } from './extras.tsx';
import { CartSummary } from './cart-summary.tsx';
import { FreeFirst } from './free-first.tsx';
import { InCart } from './in-cart.tsx';
import { Comparison } from './comparison.tsx';
import { Term } from './term.tsx';
import { WhatIf } from './what-if.tsx';

/** The cart of one service or client, with the derivation of every figure. It works without a network. */
export function CartScreen({ cartId }: { readonly cartId: CartId | null }) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const carts = [...state.workspace.carts.values()];
  const cart = carts.find(({ id }) => id === cartId) ?? carts[0];
  if (cart === undefined) {
    return (
      <Page title={text('cart.title')}>
        <Card>
          <Empty
            title={text('cart.empty-title')}
            action={
              <Button kind="primary" onPress={() => go({ screen: 'status' })}>
                {text('nav.status')}
              </Button>
            }
          >
            {text('cart.empty-text')}
          </Empty>
        </Card>
      </Page>
    );
  }
  const quote = cartFigures(state, cart);
  return (
    <Page
      wide
      title={text('cart.title')}
      lead={cartLead(state, cart)}
      actions={
        <>
          {carts.length > 1 && (
            <Select
              inline
              label={text('cart.choose')}
              value={cart.id}
              choices={carts.map((one) => ({ id: one.id, label: cartName(state, one) }))}
              onChange={(id) => go({ screen: 'cart', cartId: id })}
            />
          )}
          {quote.ok && !simulated && (
            <Button
              onPress={() => openDialog({ kind: 'client-message', about: { kind: 'cart', cartId: cart.id } })}
            >
              {text('client-message.button')}
            </Button>
          )}
          {quote.ok && (
            <Button onPress={() => void makeQuote({ kind: 'cart', cartId: cart.id })}>
              {text('quotes.make')}
            </Button>
          )}
          <Button
            onPress={() =>
              void submit(
                { type: 'cart/discard', cartId: cart.id },
                { text: text('cart.discarded'), undo: true },
              )
            }
          >
            {text('cart.discard')}
          </Button>
        </>
      }
    >
      {quote.ok ? (
        <Content key={cart.id} cart={cart} quote={quote.value} />
      ) : cart.subject.kind === 'renewal' ? (
        <UnpricedRenewal cartId={cart.id} serviceId={cart.subject.serviceId} refusal={quote.error} />
      ) : (
        <Banner tone="late">{text('cart.not-possible', { why: refusalText(quote.error) })}</Banner>
      )}
    </Page>
  );
}

function Content({ cart, quote }: { readonly cart: Cart; readonly quote: Figures }) {
  const state = useDesk((desk) => desk.state);
  const service = serviceOfCart(state, cart);
  const openOrder = service === undefined ? undefined : openOrderOf(state, service.id);
  const conflicting = cartStanding(state, cart.id).conflicts.length > 0;
  return (
    <>
      {conflicting && (
        <Banner
          tone="late"
          action={<Button onPress={() => go({ screen: 'sync' })}>{text('conflict.choose')}</Button>}
        >
          {text('conflict.banner')}
        </Banner>
      )}
      {openOrder !== undefined && (
        <Banner
          tone="soon"
          action={
            <Button onPress={() => go({ screen: 'orders', orderId: openOrder.id })}>
              {text('cart.see-order')}
            </Button>
          }
        >
          {text('cart.open-order', { order: openOrder.orderNumber ?? text('orders.no-number') })}
        </Banner>
      )}
      <QuotedPriceBanner cart={cart} figures={quote} />
      {service !== undefined && cart.subject.kind === 'add-users' && (
        <FreeFirst service={service} wanted={cart.quantity} />
      )}
      {service !== undefined && <ClientBuys serviceId={service.id} />}
      <div className="split">
        <div className="stack cart-cards" data-subject={cart.subject.kind}>
          {cart.subject.kind === 'renewal' && service !== undefined ? (
            <RenewalContent cart={cart} subject={cart.subject} service={service} quote={quote} />
          ) : (
            <Purchase cart={cart} service={service} quote={quote} />
          )}
        </div>
        <CartSummary cart={cart} quote={quote} blocked={conflicting || openOrder !== undefined} />
      </div>
    </>
  );
}

/** The contents of a purchase, and what is added to it: the extension and the extras. */
function Purchase({
  cart,
  service,
  quote,
}: {
  readonly cart: Cart;
  readonly service: Service | undefined;
  readonly quote: Figures;
}) {
  return (
    <>
      {cart.subject.kind === 'first-purchase' && <Term cart={cart} subject={cart.subject} />}
      <InCart cart={cart} service={service} quote={quote} />
      {cart.subject.kind === 'add-users' && (
        <Extension cart={cart} on={cart.subject.extension} quote={quote} />
      )}
      {service !== undefined && <Comparison cart={cart} service={service} />}
      {service !== undefined && <WhatIf cart={cart} service={service} />}
      <Extras cart={cart} service={service} />
    </>
  );
}
