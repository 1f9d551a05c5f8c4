import type { Cents } from '../../core/kernel/cents.ts';
import { monthsAndDays } from '../../core/kernel/day.ts';
import type { Quote, QuoteLine } from '../../core/quotes/quote.ts';
import { amount, money } from '../text/format.ts';
import { text } from '../text/text.ts';

/** How a line came to its amount: quantity x yearly price x exact months / 12 (rule C1). */
export function formula({ quantity, yearly, months, promotion }: QuoteLine): string {
  if (promotion === null) return `${quantity} × ${amount(yearly)} × ${months.num}/${months.den * 12}`;
  // The promotion's months at its price, the others at theirs (rule D2).
  return `${amount(promotion.price)} + ${quantity} × ${amount(yearly)} × ${months.num - promotion.months}/12`;
}

/** "8 mesi e 9 giorni": the distance as people read it. */
export function distance(line: Pick<QuoteLine, 'expiry' | 'newExpiry' | 'anchor'>): string {
  const { months, days } = monthsAndDays(line.expiry, line.newExpiry, line.anchor);
  return text('cart.months-days', { months, days, both: months > 0 && days > 0 ? 'yes' : 'no' });
}

/** Net, VAT once on the total, gross (rule C2). */
export function Totals({ quote, children }: { readonly quote: Pick<Quote, 'net' | 'vat' | 'gross' | 'vatBasisPoints'>; readonly children?: React.ReactNode }) {
  return (
    <div className="totals">
      {children}
      <TotalLine label={text('cart.net')} value={quote.net} />
      <TotalLine label={text('cart.vat', { rate: quote.vatBasisPoints / 100 })} value={quote.vat} />
      <div className="total">
        <span>{text('cart.total')}</span>
        <span data-testid="gross">{money(quote.gross)}</span>
      </div>
    </div>
  );
}

export function TotalLine({ label, value }: { readonly label: string; readonly value: Cents }) {
  return (
    <div>
      <span className="muted">{label}</span>
      <span>{money(value)}</span>
    </div>
  );
}
