import type { Quote } from '../../../core/desk/rows/state.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { orderOfQuote, quoteStandingIn } from '../../../core/desk/quotes/quote-order.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { QuoteBadge } from './quote-badge.tsx';

/**
 * The revisions and steps of a quote with their days, its validity, state and order, and the buttons that
 * accept or withdraw an issued quote.
 */
export function QuoteHistory({ quote }: { readonly quote: Quote }) {
  const state = useDesk((desk) => desk.state);
  const order = orderOfQuote(state, quote.id);
  const { stage, kept } = quote;
  const steps: readonly { readonly label: string; readonly on: Day }[] = [
    ...quote.revisions.map((revision, index) => ({
      label: text('quote.revision', { number: index + 1, version: revision.priceList.version }),
      on: revision.quote.day,
    })),
    ...(stage.state === 'draft' ? [] : [{ label: text('quote.issued-on'), on: stage.issuedOn }]),
    ...(kept === null ? [] : [{ label: text('quote.kept-on'), on: kept.on }]),
    ...(stage.state === 'accepted' || stage.state === 'withdrawn'
      ? [{ label: text(`quote.state.${stage.state}`), on: stage.on }]
      : []),
    ...(order === undefined
      ? []
      : [{ label: text('quote.state.ordered'), on: order.placement?.placedOn ?? order.quote.day }]),
  ];
  return (
    <Card title={text('quote.history')}>
      <div className="card-body stack">
        <dl className="facts">
          {steps.map(({ label, on }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{dayText(on)}</dd>
            </div>
          ))}
          <dt>{text('quotes.valid-until')}</dt>
          <dd className="strong">{dayText(quote.validUntil)}</dd>
          <dt>{text('quote.state')}</dt>
          <dd>
            <QuoteBadge standing={quoteStandingIn(state, quote)} />
          </dd>
          {order !== undefined && (
            <>
              <dt>{text('quote.order')}</dt>
              <dd>
                <button
                  type="button"
                  className="link mono"
                  onClick={() => go({ screen: 'orders', orderId: order.id })}
                >
                  {order.orderNumber ?? text('quote.order-on-its-way')}
                </button>
              </dd>
            </>
          )}
        </dl>
        {stage.state === 'issued' && order === undefined && (
          <div className="row">
            <Button
              onPress={() =>
                void submit(
                  { type: 'quote/accept', quoteId: quote.id, revision: quote.revisions.length },
                  { text: text('quote.accepted') },
                )
              }
            >
              {text('quote.accept')}
            </Button>
            <Button
              kind="danger"
              onPress={() =>
                void submit({ type: 'quote/withdraw', quoteId: quote.id }, { text: text('quote.withdrawn') })
              }
            >
              {text('quote.withdraw')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
