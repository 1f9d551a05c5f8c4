import { monthsAndDays } from '../../core/kernel/day.ts';
import { explainDiscount, explainGross, explainNet, explainVat } from '../../core/quotes/explain.ts';
import type { Figures, FiguresLine } from '../../core/quotes/figures.ts';
import { amount } from '../text/format.ts';
import { text } from '../text/text.ts';
import { Amount } from './amount.tsx';
import { useRoving } from './use-roving.ts';

/** The calculation of a line's amount: quantity × yearly price × exact months / 12 (rule C1). */
export function formula({ quantity, yearly, months, promotion }: FiguresLine): string {
  if (promotion === null) return `${quantity} × ${amount(yearly)} × ${months.num}/${months.den * 12}`;
  // The promotion has its own price for its months. The other months cost the normal price (rule D2).
  return `${amount(promotion.price)} + ${quantity} × ${amount(yearly)} × ${months.num - promotion.months}/12`;
}

/** The time between the two expiries in months and days, for example "8 mesi e 9 giorni". */
export function distance(line: Pick<FiguresLine, 'expiry' | 'newExpiry' | 'anchor'>): string {
  const { months, days } = monthsAndDays(line.expiry, line.newExpiry, line.anchor);
  return text('amount.months-days', { months, days, both: months > 0 && days > 0 ? 'yes' : 'no' });
}

/**
 * Net, VAT and gross. VAT is computed once, on the total (rules C2, C3). Each amount opens its derivation.
 */
export function Totals({
  quote,
  children,
}: {
  readonly quote: Figures;
  readonly children?: React.ReactNode;
}) {
  const discount = explainDiscount(quote);
  const roving = useRoving();
  return (
    <ul className="totals" {...roving} aria-label={text('amount.total')}>
      {children}
      {discount !== null && quote.discount !== null && (
        <TotalLine label={text('convention.line', { code: quote.discount.code })}>
          <Amount explanation={discount} />
        </TotalLine>
      )}
      <TotalLine label={text('amount.net')}>
        <Amount explanation={explainNet(quote)} />
      </TotalLine>
      <TotalLine label={text('amount.vat', { rate: quote.vatBasisPoints / 100 })}>
        <Amount explanation={explainVat(quote)} />
      </TotalLine>
      <li className="total" data-row>
        <span>{text('amount.total')}</span>
        <Amount explanation={explainGross(quote)} testId="gross" />
      </li>
    </ul>
  );
}

export function TotalLine({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <li data-row>
      <span className="muted">{label}</span>
      <span>{children}</span>
    </li>
  );
}
