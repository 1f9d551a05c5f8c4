import { daysBetween, type Day } from '../../core/kernel/day.ts';
import { lineKey, type FiguresLine } from '../../core/quotes/figures.ts';
import { dayText } from '../text/format.ts';
import { text } from '../text/text.ts';
import { distance } from './amounts.tsx';

/**
 * The expiry of each line before and after, as bars on one scale. `from`: the day at which the scale begins
 * unless a line expires earlier.
 */
export function ExpiryBars({
  lines,
  from,
  nameOf,
}: {
  readonly lines: readonly FiguresLine[];
  readonly from: Day;
  readonly nameOf: (line: FiguresLine) => string;
}) {
  const last = lines.reduce((latest, { newExpiry }) => (newExpiry > latest ? newExpiry : latest), from);
  const first = lines.reduce((earliest, { expiry }) => (expiry < earliest ? expiry : earliest), from);
  const whole = Math.max(1, daysBetween(first, last));
  const share = (start: Day, end: Day): string =>
    `${Math.max(0, Math.min(100, (daysBetween(start, end) * 100) / whole))}%`;
  return (
    <ul className="before-after">
      {lines.map((line) => {
        const isNew = line.reason === 'bought';
        return (
          <li key={lineKey(line)}>
            <span>{nameOf(line)}</span>
            <span
              className="before-after-bar"
              role="img"
              aria-label={text('purchase.bar', {
                line: nameOf(line),
                from: dayText(line.expiry),
                to: dayText(line.newExpiry),
              })}
            >
              {!isNew && <i style={{ width: share(first, line.expiry) }} />}
              {line.newExpiry > line.expiry && (
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
  );
}
