import type { Cents } from '../../../../core/kernel/cents.ts';
import { Card } from '../../../components/surfaces.tsx';
import { countText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/** What Conferma does, before it is pressed. */
export interface Happens {
  readonly invoices: number;
  readonly lines: number;
  readonly net: Cents;
  readonly facts: number;
  /** Lines that nobody has said what they sell. */
  readonly asks: number;
}

export function HappensCard({ happens }: { readonly happens: Happens }) {
  return (
    <Card title={text('invoice-import.what-happens')}>
      <dl className="card-body happens">
        <dt>{text('invoice-import.happens-invoices')}</dt>
        <dd>{countText(happens.invoices)}</dd>
        <dt>{text('invoice-import.happens-lines')}</dt>
        <dd>{countText(happens.lines)}</dd>
        <dt>{text('invoice-import.happens-net')}</dt>
        <dd>{money(happens.net)}</dd>
        <dt>{text('invoice-import.happens-facts')}</dt>
        <dd>{countText(happens.facts)}</dd>
        {happens.asks > 0 && (
          <>
            <dt>{text('invoice-import.happens-asks')}</dt>
            <dd>{countText(happens.asks)}</dd>
          </>
        )}
      </dl>
      <p className="card-body muted">{text('invoice-import.promise')}</p>
    </Card>
  );
}
