import type { Day } from '../../../../core/kernel/day.ts';
import type { Fraction } from '../../../../core/kernel/fraction.ts';
import { monthsCharged, type MonthRule } from '../../../../core/renewals/months.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { countText, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { RenewalRow } from '../renewal-rows.ts';
import type { TimeScale } from './time-scale.ts';

/** The bar in words: the same as its colours and positions. */
function barText({ service, expiry, phase, session, missed, ordered, days }: RenewalRow): string {
  const holder = service.holder;
  if (ordered) return text('renewal-plan.bar-ordered', { holder, expiry: dayText(expiry) });
  if (phase === 'grace')
    return text('renewal-plan.bar-grace', { holder, expiry: dayText(expiry), end: dayText(days.graceEnd) });
  if (service.automaticRenewal)
    return text('renewal-plan.bar-automatic', {
      holder,
      expiry: dayText(expiry),
      debit: dayText(days.automaticDebit),
    });
  if (missed) return text('renewal-plan.bar-missed', { holder, expiry: dayText(expiry) });
  if (session !== null)
    return text('renewal-plan.bar-session', { holder, expiry: dayText(expiry), session: dayText(session) });
  return text('renewal-plan.bar', { holder, expiry: dayText(expiry) });
}

/** For example "+4 mesi" or "+8,3 mesi". */
function addedText({ num, den }: Fraction): string {
  const months = Math.round((num / den) * 10) / 10;
  return text('renewal-plan.added', { months, shown: countText(months) });
}

export const TimelineRow = memoInLanguage(function TimelineRow({
  row,
  scale,
  today,
  common,
  rule,
  left,
}: {
  readonly row: RenewalRow;
  readonly scale: TimeScale;
  readonly today: Day;
  readonly common: Day;
  readonly rule: MonthRule;
  readonly left: number;
}) {
  const { expiry, anchor, phase, renewal, service, days } = row;
  const { x } = scale;
  const begin = x(today);
  const end = x(expiry);
  const grace = phase === 'grace';
  const moves = !grace && expiry < common;
  return (
    <div
      className="timeline-bar"
      style={{ left, width: scale.width }}
      role="img"
      aria-label={barText(row)}
      title={barText(row)}
      data-phase={phase}
    >
      {grace ? (
        <i className="grace" style={{ left: end, width: Math.max(3, x(days.graceEnd) - end) }} />
      ) : (
        <>
          <i className="run" style={{ left: begin, width: Math.max(2, end - begin) }} />
          {!service.automaticRenewal && renewal !== null && renewal.from <= renewal.to && (
            <i
              className="window"
              style={{ left: x(renewal.from), width: Math.max(2, x(renewal.to) - x(renewal.from)) }}
            />
          )}
          {service.automaticRenewal && <i className="debit" style={{ left: x(days.automaticDebit) }} />}
        </>
      )}
      <i className="expiry" style={{ left: Math.max(0, end) }} />
      {moves && (
        <>
          <i className="reach" style={{ left: end + 3, width: Math.max(0, x(common) - end - 3) }} />
          <span className="added" style={{ left: x(common) + 6 }}>
            {addedText(monthsCharged(rule, expiry, common, anchor))}
          </span>
        </>
      )}
    </div>
  );
});
