import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { KeyFigure } from '../../components/key-figure.tsx';
import { TermHelp } from '../../components/term-help.tsx';
import { useDesk } from '../../store/desk.ts';
import { countText, dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useCommonDay, useCommonTotal, type CommonDate } from './timeline/common-date.ts';

/** The key figures of the plan: its sessions, the days without a plan, the payments, the common date. */
export function PlanFigures({
  plan,
  months,
  horizonMonths,
  date,
}: {
  readonly plan: RenewalPlan;
  readonly months: ReadonlyMap<string, Cents>;
  readonly horizonMonths: number;
  readonly date: CommonDate | null;
}) {
  const today = useDesk((desk) => desk.state.today);
  const sum = [...months.values()].reduce((before, gross) => before + gross, 0) as Cents;
  return (
    <div className="key-figures">
      <KeyFigure
        label={text('renewal-plan.in-months', { months: horizonMonths })}
        help={<TermHelp term="session" />}
        figure={countText(plan.sessions.length)}
      >
        {text('renewal-plan.fewest')}
      </KeyFigure>
      <KeyFigure
        label={text('renewal-plan.without-plan')}
        figure={text('renewal-plan.days', { count: plan.daysWithoutPlan })}
      />
      <KeyFigure label={text('renewal-plan.outflow', { months: horizonMonths })} figure={money(sum)}>
        {text('renewal-plan.gross')}
      </KeyFigure>
      <CommonFigure date={date} today={today} />
    </div>
  );
}

/** The common date and its total, as a key figure. */
function CommonFigure({ date, today }: { readonly date: CommonDate | null; readonly today: Day }) {
  return (
    <KeyFigure
      label={text('renewal-plan.common')}
      help={<TermHelp term="common" />}
      figure={dayText(useCommonDay(today))}
    >
      {useCommonTotal(date, today)}
    </KeyFigure>
  );
}
