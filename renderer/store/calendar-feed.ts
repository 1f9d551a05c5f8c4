import type { RenewalChoices } from '../../core/app/renewal-choices.ts';
import { planRenewals } from '../../core/app/renewal-plan.ts';
import type { AppState } from '../../core/app/state.ts';
import { bridge } from '../bridge.ts';
import { setLanguage, text } from '../text/text.ts';
import { calendarContent, calendarName } from './calendar-content.ts';
import { useDesk } from './desk.ts';
import { toast } from './ui-store.ts';

/** The content of the file by the choices that it was asked for with; days that are over are no longer asked of the plan. */
function contentOf(state: AppState, choices: RenewalChoices): string {
  const plan = planRenewals(state, { ...choices, forced: choices.forced.filter((day) => day >= state.today) });
  return calendarContent(state, plan.ok ? plan.value : { sessions: [] });
}

/** What is assumed in thought is not for a calendar. */
const withoutAssumptions = (choices: RenewalChoices): RenewalChoices => ({ ...choices, increaseBasisPoints: 0, seats: 0, extendTo: null });

/** Asks once where the file goes; from then on it is kept up to date. */
export async function chooseCalendar(choices: RenewalChoices): Promise<void> {
  const kept = withoutAssumptions(choices);
  const { state } = useDesk.getState();
  const chosen = await bridge.call('calendar/choose', { name: calendarName, content: contentOf(state, kept), choices: kept });
  if (!chosen.ok) toast(text('export.not-written'), { tone: 'late' });
  else if (chosen.value !== null) toast(text('feed.chosen', { path: chosen.value.path }));
}

export async function stopCalendar(): Promise<void> {
  await bridge.call('calendar/stop', null);
  toast(text('feed.stopped'));
}

/** A burst of changes is written once, and when the page has nothing else to do: with thousands of services it can be felt. */
const pauseMs = 3000;

/** Works the file out anew after whatever may have changed it, and at the start, in every window: the main process writes only what differs. */
export function keepCalendar(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = 0;

  function write(): void {
    const { state } = useDesk.getState();
    const feed = state.workspace.calendarFeeds.get('firm');
    if (feed === undefined) return;
    setLanguage(state.workspace.firm.get('firm')?.language ?? 'it');
    void bridge.call('calendar/update', { content: contentOf(state, feed.choices) });
  }

  useDesk.subscribe(({ dated }) => {
    if (dated === seen) return;
    seen = dated;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(write, { timeout: pauseMs }), pauseMs);
  });
}
