import { useMemo } from 'react';
import { billedDesk } from '../../../core/desk/pending/billed-desk.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { reconcile } from '../../../core/received/reconcile/reconcile.ts';
import type { LineMatch } from '../../../core/received/reconcile/slots.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { figuresNow } from '../../../core/purchases/expected.ts';
import { lineKey } from '../../../core/quotes/figures.ts';
import { Badge, Card, type Tone } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { lineName } from './purchase-words.ts';

const tones: Readonly<Record<LineMatch['what'], Tone>> = {
  equal: 'ok',
  different: 'soon',
  missing: 'wait',
  'not-in-purchase': 'soon',
};

/** What the invoices charged for this purchase, line by line. Absent while there is none. */
export function PurchaseInvoices({ purchase }: { readonly purchase: Purchase }) {
  const state = useDesk((desk) => desk.state);
  const { id } = purchase.record;
  const found = useMemo(() => {
    const { invoices, purchases } = billedDesk(state);
    if (invoices.length === 0) return undefined;
    return reconcile(invoices, purchases).purchases.find(({ purchaseId }) => purchaseId === id);
  }, [state, id]);
  if (found === undefined) return null;
  const expected = figuresNow(purchase, state.today);
  const names = new Map(
    (expected.ok ? expected.value.lines : []).map((line) => [lineKey(line), lineName(line)]),
  );
  return (
    <Card title={text('purchase.invoices')} aside={money(found.billed as Cents)}>
      <ul className="list">
        {found.lines.map((match) => (
          <Match key={keyOf(match)} match={match} names={names} />
        ))}
      </ul>
    </Card>
  );
}

const keyOf = (match: LineMatch): string =>
  match.what === 'not-in-purchase'
    ? match.refs.map(({ invoice, line }) => `${invoice} ${line}`).join(' ')
    : match.line;

function Match({ match, names }: { readonly match: LineMatch; readonly names: ReadonlyMap<string, string> }) {
  const { invoices } = useDesk((desk) => desk.state.workspace);
  const refs = match.what === 'missing' ? [] : match.refs;
  const name =
    match.what === 'not-in-purchase' ? text('purchase.invoice-extra') : (names.get(match.line) ?? match.line);
  return (
    <li>
      <span className="grow">
        {name}
        {refs.map(({ invoice, line }) => (
          <button
            key={`${invoice} ${line}`}
            type="button"
            className="link block"
            onClick={() => go({ screen: 'invoices', invoiceId: invoice })}
          >
            {text('purchase.invoice-line', { number: invoices.get(invoice)?.number ?? invoice, line })}
          </button>
        ))}
      </span>
      <span className="match">
        <Badge tone={tones[match.what]}>{text(`purchase.invoice-${match.what}`)}</Badge>
        {amountOf(match)}
      </span>
    </li>
  );
}

/** What was billed; beside it what was expected, if that is another amount. */
function amountOf(match: LineMatch): string {
  if (match.what === 'equal') return money(match.net as Cents);
  if (match.what === 'missing') return money(match.expected as Cents);
  if (match.what === 'not-in-purchase') return money(match.billed as Cents);
  return text('purchase.invoice-instead', {
    billed: money(match.billed as Cents),
    expected: money(match.expected as Cents),
  });
}
