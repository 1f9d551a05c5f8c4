import { useMemo } from 'react';
import { isKept, offerDriftOf } from '../../../core/desk/quotes/offer-drift.ts';
import { isOpenQuote, quoteStandingIn } from '../../../core/desk/quotes/quote-order.ts';
import { isProvisional } from '../../../core/desk/quotes/provisional.ts';
import type { AppState, Quote } from '../../../core/desk/rows/state.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { latest, numberOf, numberText } from '../../../core/quotes/quote-document.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/buttons.tsx';
import { Badge, Card, Empty, Page } from '../../components/surfaces.tsx';
import { totalLines } from '../../papers/quote-totals.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { RowMark, useLookers, type Lookers } from '../shared/row-mark.tsx';
import { QuoteBadge } from './quote-badge.tsx';
import { QuoteScreen } from './quote-screen.tsx';

/** True if an open quote would have other figures today and nobody has accepted the difference. */
function hasMoved(state: AppState, quote: Quote): boolean {
  if (!isOpenQuote(state, quote)) return false;
  const drift = offerDriftOf(state, quote);
  return drift.ok && !drift.value.same && !isKept(quote, drift.value);
}

/** Drafts first, then the highest number first. */
function inOrder(quotes: Iterable<Quote>): readonly Quote[] {
  const key = (quote: Quote): string => {
    const number = numberOf(quote);
    return number === null ? `9 ${quote.id}` : `1 ${number.year} ${String(number.serial).padStart(6, '0')}`;
  };
  return [...quotes].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** The quotes of the firm, or one of them. */
export function QuotesScreen({ quoteId }: { readonly quoteId: QuoteId | null }) {
  const quote = useDesk((desk) => (quoteId === null ? undefined : desk.state.workspace.quotes.get(quoteId)));
  if (quoteId === null) return <List />;
  if (quote !== undefined) return <QuoteScreen key={quote.id} quote={quote} />;
  return (
    <Page
      title={text('nav.quotes')}
      actions={<Button onPress={() => go({ screen: 'quotes', quoteId: null })}>{text('quotes.back')}</Button>}
    >
      <p className="muted">{text('quotes.gone')}</p>
    </Page>
  );
}

function List() {
  const state = useDesk((desk) => desk.state);
  const lookers = useLookers('quotes');
  const quotes = useMemo(() => inOrder(state.workspace.quotes.values()), [state]);
  const create = (
    <Button kind="primary" onPress={() => openDialog({ kind: 'new-quote', serviceId: null })}>
      {text('quotes.new')}
    </Button>
  );
  if (quotes.length === 0)
    return (
      <Page title={text('nav.quotes')}>
        <Card>
          <Empty title={text('quotes.empty-title')} action={create}>
            {text('quotes.empty-text')}
          </Empty>
        </Card>
      </Page>
    );
  const open = quotes.filter((quote) => isOpenQuote(state, quote)).length;
  return (
    <Page
      wide
      title={text('nav.quotes')}
      lead={text('quotes.lead', { count: quotes.length, open })}
      actions={create}
    >
      <Card title={text('quotes.list')}>
        <table className="table dense">
          <thead>
            <tr>
              <th>{text('quotes.number')}</th>
              <th>{text('quotes.recipient')}</th>
              <th>{text('quotes.subject')}</th>
              <th>{text('quotes.prepared')}</th>
              <th>{text('quotes.valid-until')}</th>
              <th className="num">{text('quotes.total')}</th>
              <th>{text('col.state')}</th>
            </tr>
          </thead>
          <tbody>
            {quotes.map((quote) => (
              <Row key={quote.id} quote={quote} state={state} lookers={lookers.get(quote.id)} />
            ))}
          </tbody>
        </table>
      </Card>
    </Page>
  );
}

function Row({
  quote,
  state,
  lookers,
}: {
  readonly quote: Quote;
  readonly state: AppState;
  /** Who looks at the quote now. Undefined: nobody. */
  readonly lookers: Lookers | undefined;
}) {
  const revision = latest(quote);
  const gross = totalLines(quote, state.workspace.clients).at(-1);
  const number = numberOf(quote);
  const standing = quoteStandingIn(state, quote);
  const moved = hasMoved(state, quote);
  const name =
    number === null
      ? text('quotes.draft')
      : isProvisional(state.workspace, quote.id)
        ? text('quotes.provisional-number', { number: numberText(number) })
        : numberText(number);
  return (
    <tr data-quiet={standing === 'withdrawn'}>
      <td>
        <button
          type="button"
          className="link mono"
          aria-label={`${name}, ${quote.recipient.name}`}
          onClick={() => go({ screen: 'quotes', quoteId: quote.id })}
        >
          {name}
        </button>
      </td>
      <td className="strong">
        {quote.recipient.name} <RowMark lookers={lookers} />
      </td>
      <td className="muted">
        {revision.further.length === 0
          ? text(`quote.subject.${revision.content.subject.kind}`)
          : text('offer.several', { count: revision.further.length + 1 })}
      </td>
      <td>{dayText(revision.quote.day)}</td>
      <td>{dayText(quote.validUntil)}</td>
      <td className="num">{gross !== undefined && <Amount explanation={gross.explanation} />}</td>
      <td>
        <QuoteBadge standing={standing} /> {moved && <Badge tone="soon">{text('quotes.moved')}</Badge>}
      </td>
    </tr>
  );
}
