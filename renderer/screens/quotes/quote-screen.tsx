import { driftOf, isKept } from '../../../core/desk/quotes/quote-drift.ts';
import { orderOfQuote, quoteStandingIn } from '../../../core/desk/quotes/quote-order.ts';
import { isProvisional } from '../../../core/desk/quotes/provisional.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { latest } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/controls.tsx';
import { Banner, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { quoteTitle } from '../../papers/quote-sheet.ts';
import { text } from '../../text/text.ts';
import { DriftBanner } from './drift-banner.tsx';
import { makeQuote, takeToCart } from './make-quote.ts';
import { QuoteContent } from './quote-content.tsx';
import { QuoteHistory } from './quote-history.tsx';
import { QuoteLines } from './quote-lines.tsx';
import { QuoteRecipient } from './quote-recipient.tsx';

/** One quote: its content, how it would differ today and why, and the possible actions. */
export function QuoteScreen({ quote }: { readonly quote: Quote }) {
  const state = useDesk((desk) => desk.state);
  const standing = quoteStandingIn(state, quote);
  const revision = latest(quote);
  const found = driftOf(state, quote);
  const drift = found.ok && !found.value.same ? found.value : null;
  const over = standing === 'withdrawn' || standing === 'ordered';
  // The banner asks nothing about a withdrawn or ordered quote, or about a difference that the person has
  // already accepted. An accepted difference is still shown beside the lines.
  const told = drift !== null && !over && !isKept(quote, drift) ? drift : null;
  const shown = over ? null : drift;
  return (
    <Page
      title={quoteTitle(quote, isProvisional(state.workspace, quote.id))}
      lead={text('quote.lead', { recipient: quote.recipient.name, revision: quote.revisions.length })}
      actions={<Actions quote={quote} />}
    >
      {told !== null && <DriftBanner quote={quote} drift={told} standing={standing} />}
      {standing === 'expired' && (
        <Banner
          tone="soon"
          action={
            <Button onPress={() => openDialog({ kind: 'revise-quote', quoteId: quote.id })}>
              {revise(quote)}
            </Button>
          }
        >
          {text('quote.expired-banner', { day: dayText(quote.validUntil) })}
        </Banner>
      )}
      <div className="split">
        <div className="stack">
          <QuoteLines revision={revision} drift={shown} />
          {drift === null &&
            !over &&
            found.ok &&
            found.value.today.ok &&
            found.value.today.value.target !== revision.quote.target && (
              <p className="muted">
                {text('quote.dates-move', { day: dayText(found.value.today.value.target) })}
              </p>
            )}
          {standing === 'draft' && <QuoteContent quote={quote} />}
        </div>
        <div className="stack">
          <QuoteHistory quote={quote} />
          <QuoteRecipient quote={quote} />
        </div>
      </div>
    </Page>
  );
}

const revise = (quote: Quote): string => text('quote.revise', { number: quote.revisions.length + 1 });

function Actions({ quote }: { readonly quote: Quote }) {
  const order = useDesk((desk) => orderOfQuote(desk.state, quote.id)?.id);
  const draft = quote.stage.state === 'draft';
  const discard = async (): Promise<void> => {
    if (
      await submit(
        { type: 'quote/discard', quoteId: quote.id },
        { text: text('quote.discarded'), undo: true },
      )
    )
      go({ screen: 'quotes', quoteId: null });
  };
  const { content } = latest(quote);
  const toCart = (): void => void takeToCart(quote.id, cartIdOf(content.subject));
  return (
    <>
      <Button onPress={() => go({ screen: 'quotes', quoteId: null })}>{text('quotes.back')}</Button>
      {draft && <Button onPress={() => void discard()}>{text('quote.discard')}</Button>}
      <Button onPress={() => openDialog({ kind: 'export-quote', quoteId: quote.id })}>
        {text('quote.export')}
      </Button>
      <Button onPress={() => void makeQuote({ kind: 'quote', quoteId: quote.id })}>
        {text('quote.duplicate')}
      </Button>
      {order === undefined && quote.stage.state !== 'withdrawn' && (
        <Button kind={draft ? 'plain' : 'primary'} onPress={toCart}>
          {text('quote.to-cart')}
        </Button>
      )}
      {draft && (
        <Button
          kind={order === undefined ? 'primary' : 'plain'}
          onPress={() => openDialog({ kind: 'issue-quote', quoteId: quote.id })}
        >
          {text('quote.issue')}
        </Button>
      )}
      {order !== undefined && (
        <Button kind="primary" onPress={() => go({ screen: 'orders', orderId: order })}>
          {text('quote.open-order')}
        </Button>
      )}
    </>
  );
}
