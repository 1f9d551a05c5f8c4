import { useMemo } from 'react';
import { byUrgency, deadlines } from '../../../core/desk/plan/deadlines.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { isRunningPhase } from '../../../core/services/lifecycle.ts';
import { CalendarProblem } from '../../components/calendar-feed.tsx';
import { Button } from '../../components/controls.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { openCart } from '../cart/open-cart.ts';
import { Deadlines } from './deadlines.tsx';
import { rowLines } from '../services/service-lines.ts';
import { serviceRows } from '../services/service-rows.ts';
import { ServicesTable } from '../services/services-table.tsx';
import { ReminderBanners } from './reminder-banners.tsx';
import { KeyFigures, UrgentBanners } from './status-parts.tsx';
import { ToFix } from './to-fix.tsx';

const horizonDays = 180;
/** The home screen shows at most this number of services. The services screen has all of them. */
const shown = 15;

/** The home screen: what is urgent, who has a user, what expires, what to correct. */
export function StatusScreen() {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const rows = useMemo(
    () => serviceRows(state, byUrgency(state.replica.services.values(), today)),
    [state, today],
  );
  const coming = useMemo(
    () => deadlines(state.replica.services.values(), today, addDays(today, horizonDays)),
    [state, today],
  );

  if (rows.length === 0) return <NoService />;

  const bought = rows.reduce((total, { board }) => total + board.bought, 0);
  const running = rows.filter(({ phase }) => isRunningPhase(phase));
  const mostMissing = running
    .filter(({ board }) => board.missing.length > 0)
    .sort((a, b) => b.board.missing.length - a.board.missing.length)[0];
  return (
    <Page
      title={text('status.title')}
      lead={text('status.lead', { count: rows.length, users: bought })}
      actions={
        <>
          <Button onPress={() => go({ screen: 'import' })}>{text('status.import')}</Button>
          <Button
            kind="primary"
            onPress={() =>
              mostMissing === undefined ? go({ screen: 'services' }) : void openCart(mostMissing.service.id)
            }
          >
            {text('status.add')}
          </Button>
        </>
      }
    >
      <ReminderBanners />
      <UrgentBanners running={running} />
      <CalendarProblem />
      <KeyFigures rows={rows} running={running} bought={bought} />
      <Card title={text('status.services')} aside={text('status.by-urgency')}>
        <ServicesTable lines={rowLines(rows.slice(0, shown))} today={today} action="next" />
        {rows.length > shown && (
          <p className="card-body">
            <button type="button" className="link" onClick={() => go({ screen: 'services' })}>
              {text('status.see-all', { count: rows.length })}
            </button>
          </p>
        )}
      </Card>
      <div className="halves">
        <Deadlines coming={coming} today={today} />
        <ToFix rows={rows} />
      </div>
    </Page>
  );
}

/** Before the first service: where the services come from. */
function NoService() {
  const simulated = useDesk((desk) => desk.simulated);
  const action = simulated ? (
    <Button kind="primary" onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
      {text('sign-in.button')}
    </Button>
  ) : (
    <Button kind="primary" onPress={() => go({ screen: 'import-services' })}>
      {text('service-import.title')}
    </Button>
  );
  return (
    <Page title={text('status.title')}>
      <Card>
        <Empty title={text('status.empty-title')} action={action}>
          {text(simulated ? 'status.empty-text' : 'status.empty-own')}
        </Empty>
      </Card>
    </Page>
  );
}
