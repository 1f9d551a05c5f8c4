import { useState } from 'react';
import type { OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import { orderOfService } from '../../../core/desk/quotes/quote-order.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import type { CartId } from '../../../core/kernel/id.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { latest, servicesOf } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { holderOf, offeredFor, type QuotedService } from '../../papers/quote-names.ts';
import { isPlain } from '../../papers/quote-totals.ts';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, useUi } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { takeToCart } from './make-quote.ts';
import { QuoteContent } from './quote-content.tsx';
import { QuoteLines } from './quote-lines.tsx';

/**
 * The services of a quote, each with its lines. A draft of one service shows at once what can be changed; a
 * draft of several shows it for the service that a person chooses. `compared`: differences to today are
 * shown.
 */
export function QuoteServices({
  quote,
  drift,
  compared,
}: {
  readonly quote: Quote;
  readonly drift: OfferDrift | null;
  readonly compared: boolean;
}) {
  const clients = useDesk((desk) => desk.state.workspace.clients);
  const calculation = useUi((ui) => ui.quoteCalculation);
  const [changed, setChanged] = useState<CartId | null>(null);
  const revision = latest(quote);
  const services = servicesOf(revision);
  const draft = quote.stage.state === 'draft';
  return services.map((service, at) => {
    const cartId = cartIdOf(service.content.subject);
    const found = drift?.services[at]?.drift ?? null;
    const several = services.length > 1;
    const holder = holderOf(clients, quote, service);
    const open = !several || changed === cartId;
    return (
      <div key={cartId} className="stack">
        <QuoteLines
          title={several ? holder : text('quote.lines')}
          offered={several ? offeredFor(service) : null}
          service={service}
          drift={!compared || found === null || found.same ? null : found}
          calculation={calculation}
          subtotal={!isPlain(revision)}
        >
          {several && (
            <ServiceActions
              quote={quote}
              service={service}
              holder={holder}
              isOpen={open}
              onChange={() => setChanged(open ? null : cartId)}
            />
          )}
        </QuoteLines>
        {compared &&
          found?.same === true &&
          found.today.ok &&
          found.today.value.target !== service.quote.target && (
            <p className="muted">{text('quote.dates-move', { day: dayText(found.today.value.target) })}</p>
          )}
        {draft && open && <QuoteContent quote={quote} service={service} />}
      </div>
    );
  });
}

/** What can be done with one of several services. */
function ServiceActions({
  quote,
  service,
  holder,
  isOpen,
  onChange,
}: {
  readonly quote: Quote;
  readonly service: QuotedService;
  readonly holder: string;
  readonly isOpen: boolean;
  readonly onChange: () => void;
}) {
  const order = useDesk(({ state }) => orderOfService(state, quote.id, service.content));
  const draft = quote.stage.state === 'draft';
  const cartId = cartIdOf(service.content.subject);
  const name = `${holder}, ${offeredFor(service)}`;
  const remove = (): void =>
    void submit(
      { type: 'quote/remove-service', quoteId: quote.id, cartId },
      { text: text('offer.service-removed'), undo: true },
    );
  return (
    <div className="card-body row">
      {draft && (
        <Button
          kind="quiet"
          aria-label={text('offer.change', { name })}
          aria-expanded={isOpen}
          onPress={onChange}
        >
          {text('quote.details-edit')}
        </Button>
      )}
      {draft && (
        <Button kind="quiet" aria-label={text('offer.remove', { name })} onPress={remove}>
          {text('fee.remove-short')}
        </Button>
      )}
      {order === undefined && quote.stage.state !== 'withdrawn' && (
        <Button
          kind="quiet"
          aria-label={text('offer.to-cart', { name })}
          onPress={() => void takeToCart(quote, cartId)}
        >
          {text('quote.to-cart')}
        </Button>
      )}
      {order !== undefined && (
        <>
          <span className="muted">{text('quote.state.ordered')}</span>
          <button
            type="button"
            className="link mono"
            onClick={() => go({ screen: 'orders', orderId: order.id })}
          >
            {order.orderNumber ?? text('quote.order-on-its-way')}
          </button>
        </>
      )}
    </div>
  );
}
