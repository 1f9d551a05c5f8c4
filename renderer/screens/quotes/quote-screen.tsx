import { isKept, offerDriftOf, type OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import { orderOfQuote, quoteStandingIn } from '../../../core/desk/quotes/quote-order.ts';
import { isProvisional } from '../../../core/desk/quotes/provisional.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { latest, totalsOf } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { Switch } from '../../components/controls.tsx';
import { Banner, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { quoteTitle } from '../../papers/quote-title.ts';
import { text } from '../../text/text.ts';
import { FeesCard } from './fees/fees-card.tsx';
import { DriftBanner } from './drift-banner.tsx';
import { makeQuote, takeToCart } from './make-quote.ts';
import { QuoteHistory } from './quote-history.tsx';
import { QuotePaper } from './quote-paper.tsx';
import { QuoteRecipient } from './quote-recipient.tsx';
import { QuoteServices } from './quote-services.tsx';
import { QuoteTotals } from './quote-totals-card.tsx';
import { WordsCard } from './words-card.tsx';

/** One quote: its content, how it would differ today and why, and the possible actions. */
export function QuoteScreen({ quote }: { readonly quote: Quote }) {
  const state = useDesk((desk) => desk.state);
  const standing = quoteStandingIn(state, quote);
  const calculation = useUi((ui) => ui.quoteCalculation);
  const found = offerDriftOf(state, quote);
  const drift = found.ok && !found.value.same ? found.value : null;
  const over = standing === 'withdrawn' || standing === 'ordered';
  // The banner asks nothing about a withdrawn or ordered quote, or about a difference that the person has
  // already accepted. An accepted difference is still said, and shown beside the lines.
  const kept = drift !== null && !over && isKept(quote, drift);
  const told = drift !== null && !over && !kept ? drift : null;
  return (
    <Page
      title={quoteTitle(quote, isProvisional(state.workspace, quote.id))}
      lead={text('quote.lead', { recipient: quote.recipient.name, revision: quote.revisions.length })}
      actions={<Actions quote={quote} />}
    >
      {told !== null && <DriftBanner quote={quote} drift={told} standing={standing} />}
      {kept && <KeptBanner quote={quote} today={drift.today} />}
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
          <QuoteChoices quote={quote} />
          <QuoteServices quote={quote} drift={found.ok ? found.value : null} compared={!over} />
          <FeesCard quote={quote} calculation={calculation} />
          <WordsCard quote={quote} />
        </div>
        <div className="stack">
          <QuoteTotals quote={quote} />
          <QuotePaper quote={quote} />
          <QuoteHistory quote={quote} />
          <QuoteRecipient quote={quote} />
        </div>
      </div>
    </Page>
  );
}

/** What was promised, and what it would be at the prices at which it goes to the cart. */
function KeptBanner({ quote, today }: { readonly quote: Quote; readonly today: OfferDrift['today'] }) {
  if (quote.kept === null || today === null) return null;
  return (
    <Banner tone="accent">
      {text('quote.kept-banner', {
        day: dayText(quote.kept.on),
        quoted: money(totalsOf(latest(quote)).gross),
        today: money(today.gross),
      })}
    </Banner>
  );
}

/** Whether the calculation is a column, and one more service for a draft. */
function QuoteChoices({ quote }: { readonly quote: Quote }) {
  const calculation = useUi((ui) => ui.quoteCalculation);
  return (
    <div className="row spread">
      <Switch on={calculation} onChange={(on) => useUi.setState({ quoteCalculation: on })}>
        {text('offer.calculation')}
      </Switch>
      {quote.stage.state === 'draft' && (
        <Button onPress={() => openDialog({ kind: 'add-service', quoteId: quote.id })}>
          {text('offer.add-service')}
        </Button>
      )}
    </div>
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
  const { content, further } = latest(quote);
  const toCart = (): void => void takeToCart(quote, cartIdOf(content.subject));
  // Each of several services has a button of its own.
  const one = further.length === 0;
  return (
    <>
      <Button onPress={() => go({ screen: 'quotes', quoteId: null })}>{text('quotes.back')}</Button>
      {draft && <Button onPress={() => void discard()}>{text('quote.discard')}</Button>}
      <Button prints onPress={() => openDialog({ kind: 'export-quote', quoteId: quote.id })}>
        {text('quote.export')}
      </Button>
      <Button onPress={() => void makeQuote({ kind: 'quote', quoteId: quote.id })}>
        {text('quote.duplicate')}
      </Button>
      {one && order === undefined && quote.stage.state !== 'withdrawn' && (
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
      {one && order !== undefined && (
        <Button kind="primary" onPress={() => go({ screen: 'orders', orderId: order })}>
          {text('quote.open-order')}
        </Button>
      )}
    </>
  );
}
