import { looksIn } from '../../core/desk/rows/looks.ts';
import { planChoices } from '../../core/desk/plan/decide-plan.ts';
import { within, type Steps } from '../../core/kernel/steps.ts';
import { planRenewalsInSteps } from '../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { bridge } from '../bridge.ts';
import { setLanguage, text } from '../text/text.ts';
import { runSteps } from '../components/run-steps.ts';
import { calendarInSteps, calendarName } from '../papers/calendar-content.ts';
import { useDesk } from './desk.ts';
import { toast } from './ui-store.ts';

/** What the file says by the plan that the desk follows. */
function* contentInSteps(state: AppState): Steps<string> {
  const choices = planChoices(state.workspace.planChoices.get('plan'), state.today);
  const plan = yield* within(planRenewalsInSteps(state, choices), 0, 0.2);
  return yield* within(calendarInSteps(state, plan.ok ? plan.value : { sessions: [] }), 0.2, 1);
}

/** Asks once where the file goes; from then on it is kept up to date. */
export async function chooseCalendar(): Promise<void> {
  const { state } = useDesk.getState();
  const content = await runSteps(contentInSteps(state));
  const chosen = await bridge.call('calendar/choose', { name: calendarName, content });
  if (!chosen.ok) toast(text('export.not-written'), { tone: 'late' });
  else if (chosen.value !== null)
    toast(text('feed.chosen', { path: chosen.value.path }), { file: chosen.value.path });
}

export async function stopCalendar(): Promise<void> {
  await bridge.call('calendar/stop', null);
  toast(text('feed.stopped'));
}

/**
 * A burst of changes is written once, and when the page has nothing else to do: with thousands of services it
 * can be felt.
 */
const pauseMs = 3000;

/** True if a table changed that deadlines and sessions come from, or that names them; or the day. */
const mayMoveDays = (now: AppState, before: AppState): boolean =>
  now !== before &&
  (now.today !== before.today ||
    now.replica.services !== before.replica.services ||
    now.replica.orders !== before.replica.orders ||
    now.replica.priceLists !== before.replica.priceLists ||
    now.workspace.ownPriceLists !== before.workspace.ownPriceLists ||
    now.workspace.firm !== before.workspace.firm ||
    now.workspace.planChoices !== before.workspace.planChoices);

/**
 * Works the file out anew after whatever may have changed it, and at the start, in every window: the main
 * process writes only what differs.
 */
export function keepCalendar(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller: AbortController | undefined;

  function write(): void {
    const { state } = useDesk.getState();
    if (!state.workspace.calendarFeeds.has('firm')) return;
    setLanguage(looksIn(state.workspace).language);
    controller?.abort();
    controller = new AbortController();
    const watch = { signal: controller.signal, onProgress: () => undefined };
    void runSteps(contentInSteps(state), watch).then((content) => {
      // Null: another change came meanwhile.
      if (content !== null) void bridge.call('calendar/update', { content });
    });
  }

  useDesk.subscribe(({ state }, before) => {
    if (!mayMoveDays(state, before.state)) return;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(write, { timeout: pauseMs }), pauseMs);
  });
}
