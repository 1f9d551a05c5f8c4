import type { Quote } from '../../../core/desk/rows/state.ts';
import { Amount } from '../../components/amount.tsx';
import { TotalLine } from '../../components/amounts.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { totalLines } from '../../papers/quote-totals.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/** The totals of a quote. Each amount opens its derivation. */
export function QuoteTotals({ quote }: { readonly quote: Quote }) {
  const clients = useDesk((desk) => desk.state.workspace.clients);
  const lines = totalLines(quote, clients);
  const gross = lines.at(-1);
  const roving = useRoving();
  return (
    <Card title={text('quote.totals')}>
      <div className="card-body">
        <ul className="totals" {...roving} aria-label={text('amount.total')}>
          {lines.slice(0, -1).map(({ label, explanation }) => (
            <TotalLine key={label} label={label}>
              <Amount explanation={explanation} />
            </TotalLine>
          ))}
          {gross !== undefined && (
            <li className="total" data-row>
              <span>{gross.label}</span>
              <Amount explanation={gross.explanation} testId="gross" />
            </li>
          )}
        </ul>
      </div>
    </Card>
  );
}
