import { dayOfPurchase, figuresNow } from '../../../core/purchases/expected.ts';
import { daysBetween } from '../../../core/kernel/day.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { lineKey } from '../../../core/quotes/figures.ts';
import { distance } from '../../components/amounts.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { lineName } from './purchase-words.ts';

/** The expiry of each line before and after, as bars from the day of the order on. */
export function BeforeAfter({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const day = dayOfPurchase(purchase, today);
  const figures = figuresNow(purchase, day);
  if (!figures.ok || figures.value.lines.length === 0) return null;
  const { lines } = figures.value;
  const last = lines.reduce((latest, { newExpiry }) => (newExpiry > latest ? newExpiry : latest), day);
  const first = lines.reduce((earliest, { expiry }) => (expiry < earliest ? expiry : earliest), day);
  const whole = Math.max(1, daysBetween(first, last));
  const share = (from: typeof day, to: typeof day): string =>
    `${Math.max(0, Math.min(100, (daysBetween(from, to) * 100) / whole))}%`;
  return (
    <Card title={text('purchase.before-after')} aside={text('purchase.before-after-aside')}>
      <ul className="before-after">
        {lines.map((line) => {
          const moved = line.newExpiry > line.expiry;
          const isNew = line.reason === 'bought';
          return (
            <li key={lineKey(line)}>
              <span>{lineName(line)}</span>
              <span
                className="before-after-bar"
                role="img"
                aria-label={text('purchase.bar', {
                  line: lineName(line),
                  from: dayText(line.expiry),
                  to: dayText(line.newExpiry),
                })}
              >
                {!isNew && <i style={{ width: share(first, line.expiry) }} />}
                {moved && (
                  <b data-new={isNew} style={{ width: share(line.expiry, line.newExpiry) }}>
                    {isNew ? '' : text('purchase.months-more', { text: distance(line) })}
                  </b>
                )}
              </span>
              <small>{dayText(line.newExpiry)}</small>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
