import { dayOfComparison, dayOfPurchase, figuresNow } from '../../../core/purchases/expected.ts';
import { comparePurchase } from '../../../core/purchases/compare.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { paidGross } from '../../../core/purchases/purchase.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import { lineKey, type Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { formula, Totals } from '../../components/amounts.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { fitName } from '../rules/fit-name.ts';
import { lineName } from './purchase-words.ts';

/** What Aruba should charge: lines, net, VAT and gross, and what it really showed. */
export function Expected({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const { record } = purchase;
  const { quote } = record.revision;
  const day = purchase.state === 'abandoned' ? quote.day : dayOfPurchase(purchase, today);
  const figures = figuresNow(purchase, day);
  return (
    <Card
      title={text('purchase.expected')}
      aside={text('purchase.expected-list', { version: quote.priceListVersion })}
    >
      {figures.ok ? (
        <>
          <ul className="expected">
            {figures.value.lines.map((line) => (
              <li key={lineKey(line)}>
                <span>
                  <strong>{lineName(line)}</strong>
                  <small>{line.months.num === 0 ? '–' : formula(line)}</small>
                </span>
                <strong>
                  <Amount explanation={explainLine(line, figures.value)} />
                </strong>
              </li>
            ))}
          </ul>
          <div className="card-body stack stack-small">
            <Totals quote={figures.value} />
            {figures.value.gross !== quote.gross && (
              <p className="faint">
                {text('purchase.other-day', {
                  day: dayText(day),
                  frozen: dayText(quote.day),
                  gross: money(quote.gross),
                })}
              </p>
            )}
            <Real purchase={purchase} expected={figures.value} />
          </div>
        </>
      ) : (
        <div className="card-body">
          <Banner tone="late">{refusalText(figures.error)}</Banner>
        </div>
      )}
    </Card>
  );
}

/** The total that Aruba's cart showed, and what explains the difference. */
function Real({ purchase, expected }: { readonly purchase: Purchase; readonly expected: Figures }) {
  const { compared } = purchase;
  const gross = compared === null ? null : paidGross(compared.receipt, expected);
  if (compared === null || gross === null || gross === expected.gross) return null;
  return (
    <p className="row spread">
      <span className="muted">
        {text('purchase.real')} <small className="block faint">{whyWords(purchase)}</small>
      </span>
      <strong>{money(gross)}</strong>
    </p>
  );
}

/** Why the real total differs, as far as it is known. */
function whyWords(purchase: Purchase): string {
  const { compared, record } = purchase;
  if (compared === null) return '';
  if (compared.cause !== null)
    return [text(`purchase.cause-${compared.cause}`), compared.note].filter(Boolean).join(': ');
  const found = comparePurchase(record, dayOfComparison(purchase, compared.day), compared.receipt);
  if (!found.ok || found.value.kind === 'none') return text('purchase.unexplained');
  if (found.value.kind === 'equal') return text('purchase.seen-on', { day: dayText(compared.day) });
  return found.value.kind === 'one'
    ? text('purchase.explained-rule', { fit: fitName(found.value.fit, compared.receipt.extension) })
    : text('purchase.explained-several');
}
