import { explainGross, explainLine, explainNet, explainVat } from '../../../core/quotes/explain.ts';
import { quoteDifference, type QuoteDifference } from '../../../core/quotes/quote-difference.ts';
import type { Figures, FiguresLine } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { Card } from '../../components/surfaces.tsx';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/**
 * Why the vendor's total differs: our figures and theirs for each line, and the causes. It only shows the
 * difference and changes nothing.
 */
export function Difference({ ours, theirs }: { readonly ours: Figures; readonly theirs: Figures }) {
  const { lines, causes } = quoteDifference(ours, theirs);
  const reasons = causes.map((cause) =>
    text(`difference.cause.${cause}`, { ours: causeText(ours, cause), theirs: causeText(theirs, cause) }),
  );
  return (
    <Card title={text('difference.title')}>
      <table className="table dense" aria-label={text('difference.title')}>
        <thead>
          <tr>
            <th>{text('col.item')}</th>
            <th className="num">{text('difference.ours')}</th>
            <th className="num">{text('difference.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, reason, ours: here, theirs: there, same }) => (
            <tr key={`${reason} ${kind} ${here?.id ?? there?.id ?? ''}`} data-quiet={same}>
              <td className="strong">
                {kind === 'user' && reason === 'extension' ? text('line.users-active') : text(`kind.${kind}`)}
              </td>
              <Side line={here} quote={ours} />
              {same ? (
                <td className="num">{text('difference.same')}</td>
              ) : (
                <Side line={there} quote={theirs} />
              )}
            </tr>
          ))}
          {(
            [
              ['amount.net', explainNet],
              ['explanation.vat', explainVat],
              ['amount.total', explainGross],
            ] as const
          ).map(([label, explain]) => (
            <tr key={label}>
              <td className="strong">{text(label)}</td>
              {[ours, theirs].map((quote, index) => (
                <td key={index === 0 ? 'ours' : 'theirs'} className="num strong">
                  <Amount explanation={explain(quote)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 && (
        <p className="card-body">{text('difference.causes', { causes: reasons.join('; ') })}</p>
      )}
    </Card>
  );
}

function Side({ line, quote }: { readonly line: FiguresLine | null; readonly quote: Figures }) {
  if (line === null) return <td className="num">{text('difference.none')}</td>;
  return (
    <td className="num">
      <Amount explanation={explainLine(line, quote)} />{' '}
      <span className="faint nowrap">{text('difference.term', { to: dayText(line.newExpiry) })}</span>
    </td>
  );
}

function causeText(quote: Figures, cause: QuoteDifference['causes'][number]): string {
  switch (cause) {
    case 'day':
      return dayText(quote.day);
    case 'rule':
      return text(`rule.${quote.rule}`);
    case 'price-list':
      return quote.priceListVersion;
    case 'vat':
      return `${quote.vatBasisPoints / 100} %`;
    case 'convention':
      return quote.discount?.code ?? text('cart-line.none');
  }
}
