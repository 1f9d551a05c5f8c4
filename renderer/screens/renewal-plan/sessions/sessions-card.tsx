import { useMemo } from 'react';
import type { AccountWork } from '../../../../core/desk/plan/account-work.ts';
import type { PlannedRenewal, RenewalPlan } from '../../../../core/desk/plan/renewal-plan.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { Arrangements } from '../../../../core/register/arrangement.ts';
import { explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Card } from '../../../components/surfaces.tsx';
import { go } from '../../../store/ui-store.ts';
import { longDay } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { accountsText, accountWork, shortSignInsText } from './account-words.ts';
import { ChosenDays, forbidDay } from './chosen-days.tsx';

function standing(windows: readonly PlannedRenewal[], ordered: ReadonlyMap<string, unknown>): string {
  const done = ordered.size === 0 ? 0 : windows.filter(({ id }) => ordered.has(id)).length;
  return text('renewal-plan.services-left', {
    count: windows.length,
    left: windows.length - done,
    ordered: done,
  });
}

/** The sessions that the plan proposes, each with its services. */
export function SessionsCard({
  plan,
  ordered,
  arrangements,
  today,
  method,
}: {
  readonly plan: RenewalPlan;
  /** The renewals that are already ordered, by id. */
  readonly ordered: ReadonlyMap<string, unknown>;
  /** Null in a sample studio. */
  readonly arrangements: Arrangements | null;
  readonly today: Day;
  readonly method: string;
}) {
  const work = useMemo(
    () =>
      arrangements === null
        ? null
        : new Map(
            plan.sessions.map(({ day, windows }) => [
              day,
              accountWork(windows, (renewal) => renewal, arrangements),
            ]),
          ),
    [plan, arrangements],
  );
  return (
    <Card title={text('renewal-plan.sessions')} aside={text('renewal-plan.sessions-aside', { method })}>
      {plan.missed.length > 0 && (
        <Banner tone="late">
          {text('renewal-plan.missed', {
            count: plan.missed.length,
            holders: plan.missed
              .slice(0, 3)
              .map(({ holder }) => holder)
              .join(', '),
          })}
        </Banner>
      )}
      {plan.sessions.length === 0 && <p className="card-body muted">{text('renewal-plan.no-sessions')}</p>}
      <ul className="list session-list" aria-label={text('renewal-plan.sessions')}>
        {plan.sessions.map(({ day, windows }) => (
          <li key={day}>
            <span className="strong grow">{longDay(day, today)}</span>
            <span className="muted">{standing(windows, ordered)}</span>
            <Amount explanation={explainOrders(windows)} />
            <Button
              aria-label={text('session.not-on-named', { day: longDay(day, today) })}
              onPress={() => forbidDay(day)}
            >
              {text('session.not-on')}
            </Button>
            <Button
              aria-label={text('renewal-plan.open-session', { day: longDay(day, today) })}
              onPress={() => go({ screen: 'session', day })}
            >
              {text('renewal-plan.open')}
            </Button>
            <AccountsOfDay work={work?.get(day)} />
          </li>
        ))}
      </ul>
      {plan.automatic.length > 0 && (
        <ul className="list" aria-label={text('renewal-plan.debits')}>
          <li>
            <span className="strong grow">{text('renewal-plan.debits')}</span>
            <span className="muted">{text('renewal-plan.services', { count: plan.automatic.length })}</span>
            <Amount explanation={explainOrders(plan.automatic)} />
          </li>
        </ul>
      )}
      <ChosenDays today={today} />
    </Card>
  );
}

/** The sign-ins that a day needs, and its accounts. Nothing in a sample studio. */
function AccountsOfDay({ work }: { readonly work: readonly AccountWork<PlannedRenewal>[] | undefined }) {
  if (work === undefined || work.length === 0) return null;
  return (
    <small className="accounts-of-day muted">
      {shortSignInsText(work)}: {accountsText(work)}
    </small>
  );
}
