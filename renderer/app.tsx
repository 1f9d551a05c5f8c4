import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { looksIn } from '../core/desk/rows/looks.ts';
import { romeDay } from '../core/kernel/day.ts';
import { ForgottenBand } from './screens/forgotten/forgotten-band.tsx';
import { useTellPlace } from './screens/shared/others.tsx';
import { RefusedTray } from './screens/shared/refused-tray.tsx';
import { ReadingBand } from './screens/studio/reading-band.tsx';
import { StorageBand } from './shell/storage-band.tsx';
import { SampleBand } from './screens/studio/sample-band.tsx';
import { NextTask } from './screens/status/next-task.tsx';
import { Dialogs } from './shell/dialogs.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Notices } from './shell/notices.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { Toasts } from './shell/toasts.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useAskOperator } from './shell/use-ask-operator.ts';
import { useExpiredAccess } from './shell/use-expired-access.ts';
import { useFirstWrong } from './shell/use-first-wrong.ts';
import { usePlace } from './shell/use-place.ts';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { useTheme } from './shell/use-theme.ts';
import { takeWhenIdle } from './shell/when-idle.ts';
import { useDesk } from './store/desk.ts';
import { useUi } from './store/ui-store.ts';
import { setLanguage, text } from './text/text.ts';
import { isHintScreen } from './store/hint-screens.ts';
import { lateDetail, lateScreen } from './shell/late.tsx';
import { StayingScreens } from './staying-screens.tsx';

const Hint = lateDetail(async () => (await import('./screens/hints/hint.tsx')).Hint);
const ManualAtStart = lateScreen(
  async () => (await import('./screens/manual/manual-at-start.tsx')).ManualAtStart,
);
const ChooseStudio = lateScreen(
  async () => (await import('./screens/studio/choose-studio.tsx')).ChooseStudio,
);
const Drops = lateDetail(async () => (await import('./shell/drops.tsx')).Drops);

/** The browser's first answer about a time zone takes long: it is asked before a screen needs it. */
function* readyTimeZone(): Generator {
  yield romeDay(0);
}

/** The window: the top bar, the navigation, one screen, and dialogs above them. */
export function App() {
  const ready = useDesk((desk) => desk.ready);
  const choosing = useDesk((desk) => desk.choosing);
  const language = useDesk((desk) => looksIn(desk.state.workspace).language);
  const theme = useDesk((desk) => looksIn(desk.state.workspace).theme);
  const route = useUi((ui) => ui.route);
  setLanguage(language);
  useTheme(theme);
  useShortcuts();
  useFirstWrong();
  useExpiredAccess();
  useAskOperator();
  useTellPlace();
  useEffect(() => takeWhenIdle(readyTimeZone()), []);

  usePlace(route, choosing);

  // The rows may come after the window: then it had no title yet. A focus that the person moved stays.
  useEffect(() => {
    if (ready && document.activeElement === document.body)
      document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [ready]);

  if (choosing)
    return (
      <I18nProvider locale="it-IT">
        {route.screen === 'manual' && <ManualAtStart job={route.job} />}
        {/* What is typed there stays. */}
        <ChooseStudio hidden={route.screen === 'manual'} />
        <Drops />
        <Toasts />
      </I18nProvider>
    );
  return (
    <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
      <div className="shell">
        <TopBar />
        <Sidebar />
        <main className="content">
          <ErrorBoundary place={route}>
            <div className="bands">
              <SampleBand />
              <ReadingBand />
              <StorageBand />
              <Notices />
              <ForgottenBand />
              <RefusedTray />
              <NextTask />
              <HintOf screen={route.screen} />
            </div>
            {ready ? (
              <StayingScreens route={route} language={language} />
            ) : (
              <p className="muted">{text('shell.loading')}</p>
            )}
          </ErrorBoundary>
        </main>
      </div>
      {ready && <Dialogs />}
      {ready && <Drops />}
      <Toasts />
    </I18nProvider>
  );
}

/** The hint of a screen, as long as it is still to come. */
function HintOf({ screen }: { readonly screen: string }) {
  const hints = useUi((ui) => ui.hints);
  return isHintScreen(screen) && hints.includes(screen) ? <Hint key={screen} screen={screen} /> : null;
}
