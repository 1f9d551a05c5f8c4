import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ForgottenBand } from './screens/forgotten/forgotten-band.tsx';
import { useTellPlace } from './screens/shared/others.tsx';
import { RefusedTray } from './screens/shared/refused-tray.tsx';
import { ReadingBand } from './screens/studio/reading-band.tsx';
import { StorageBand } from './shell/storage-band.tsx';
import { SampleBand } from './screens/studio/sample-band.tsx';
import { NextTask } from './screens/status/next-task.tsx';
import { StatusScreen } from './screens/status/status-screen.tsx';
import { Dialogs } from './shell/dialogs.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Notices } from './shell/notices.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { Toasts } from './shell/toasts.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useAskOperator } from './shell/use-ask-operator.ts';
import { useExpiredAccess } from './shell/use-expired-access.ts';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { useTheme } from './shell/use-theme.ts';
import { useDesk } from './store/desk.ts';
import { useUi, type Route } from './store/ui-store.ts';
import { setLanguage, text } from './text/text.ts';
import { isHintScreen } from './store/hint-screens.ts';
import { lateDetail, lateScreen } from './shell/late.tsx';
import { loadWhenIdle } from './shell/late-part.ts';

const CartScreen = lateScreen(async () => (await import('./screens/cart/cart-screen.tsx')).CartScreen);
const FirstPurchaseScreen = lateScreen(
  async () => (await import('./screens/first-purchase/first-purchase-screen.tsx')).FirstPurchaseScreen,
);
const OrderFormScreen = lateScreen(
  async () => (await import('./screens/order-form/order-form-screen.tsx')).OrderFormScreen,
);
const OrdersScreen = lateScreen(
  async () => (await import('./screens/orders/orders-screen.tsx')).OrdersScreen,
);
const HistoryScreen = lateScreen(
  async () => (await import('./screens/history/history-screen.tsx')).HistoryScreen,
);
const MatrixScreen = lateScreen(
  async () => (await import('./screens/matrix/matrix-screen.tsx')).MatrixScreen,
);
const ImportScreen = lateScreen(
  async () => (await import('./screens/people/import/import-screen.tsx')).ImportScreen,
);
const InvoicesScreen = lateScreen(
  async () => (await import('./screens/invoices/invoices-screen.tsx')).InvoicesScreen,
);
const PeopleScreen = lateScreen(
  async () => (await import('./screens/people/list/people-screen.tsx')).PeopleScreen,
);
const QuotesScreen = lateScreen(
  async () => (await import('./screens/quotes/quotes-screen.tsx')).QuotesScreen,
);
const FromArubaScreen = lateScreen(
  async () => (await import('./screens/read-from-aruba/from-aruba-screen.tsx')).FromArubaScreen,
);
const RechargeScreen = lateScreen(
  async () => (await import('./screens/renewal-plan/recharge/recharge-screen.tsx')).RechargeScreen,
);
const RenewalsScreen = lateScreen(
  async () => (await import('./screens/renewal-plan/renewals-screen.tsx')).RenewalsScreen,
);
const SessionScreen = lateScreen(
  async () => (await import('./screens/renewal-plan/sessions/session-screen.tsx')).SessionScreen,
);
const RulesScreen = lateScreen(async () => (await import('./screens/rules/rules-screen.tsx')).RulesScreen);
const ImportServicesScreen = lateScreen(
  async () => (await import('./screens/services/import/import-services-screen.tsx')).ImportServicesScreen,
);
const ServiceScreen = lateScreen(
  async () => (await import('./screens/services/service-screen.tsx')).ServiceScreen,
);
const ServicesScreen = lateScreen(
  async () => (await import('./screens/services/services-screen.tsx')).ServicesScreen,
);
const SettingsScreen = lateScreen(
  async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
);
const SimulatorScreen = lateScreen(
  async () => (await import('./screens/simulator/simulator-screen.tsx')).SimulatorScreen,
);
const ManualScreen = lateScreen(
  async () => (await import('./screens/manual/manual-screen.tsx')).ManualScreen,
);
const SpecimensScreen = lateScreen(
  async () => (await import('./screens/specimens/specimens-screen.tsx')).SpecimensScreen,
);
const Hint = lateDetail(async () => (await import('./screens/hints/hint.tsx')).Hint);
const ManualAtStart = lateScreen(
  async () => (await import('./screens/manual/manual-at-start.tsx')).ManualAtStart,
);
const SetupScreen = lateScreen(async () => (await import('./screens/studio/setup-screen.tsx')).SetupScreen);
const SyncScreen = lateScreen(async () => (await import('./screens/sync/sync-screen.tsx')).SyncScreen);
const ChooseStudio = lateScreen(
  async () => (await import('./screens/studio/choose-studio.tsx')).ChooseStudio,
);
const Drops = lateDetail(async () => (await import('./shell/drops.tsx')).Drops);

/** The window: the top bar, the navigation, one screen, and dialogs above them. */
export function App() {
  const ready = useDesk((desk) => desk.ready);
  const choosing = useDesk((desk) => desk.choosing);
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));
  const route = useUi((ui) => ui.route);
  const language = firm?.language ?? 'it';
  setLanguage(language);
  useTheme(firm?.theme ?? 'system');
  useShortcuts();
  useExpiredAccess();
  useAskOperator();
  useTellPlace();

  useEffect(() => {
    if (ready) void loadWhenIdle();
  }, [ready]);

  useEffect(() => {
    // There the person begins by typing, unless they come back from the manual.
    if (choosing && useUi.getState().back.length === 0) return;
    document.getElementById('page-title')?.focus({ preventScroll: true });
    document.querySelector('.content')?.scrollTo(0, 0);
  }, [route, choosing]);

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
          <ErrorBoundary key={JSON.stringify(route)}>
            <SampleBand />
            <ReadingBand />
            <StorageBand />
            <Notices />
            <ForgottenBand />
            <RefusedTray />
            <NextTask />
            <HintOf screen={route.screen} />
            {ready ? <Screen route={route} /> : <p className="muted">{text('shell.loading')}</p>}
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

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'status':
      return <StatusScreen />;
    case 'people':
      return <PeopleScreen />;
    case 'matrix':
      return <MatrixScreen />;
    case 'import':
      return <ImportScreen />;
    case 'services':
      return <ServicesScreen />;
    case 'service':
      return <ServiceScreen serviceId={route.serviceId} />;
    case 'read-from-aruba':
      return <FromArubaScreen key={route.serviceId} serviceId={route.serviceId} />;
    case 'cart':
      return <CartScreen cartId={route.cartId} />;
    case 'order-form':
      return <OrderFormScreen cartId={route.cartId} />;
    case 'orders':
      return <OrdersScreen orderId={route.orderId} />;
    case 'invoices':
      return <InvoicesScreen invoiceId={route.invoiceId} />;
    case 'quotes':
      return <QuotesScreen quoteId={route.quoteId} />;
    case 'first-purchase':
      return <FirstPurchaseScreen />;
    case 'renewals':
      return <RenewalsScreen />;
    case 'recharge':
      return <RechargeScreen />;
    case 'session':
      return <SessionScreen day={route.day} />;
    case 'history':
      return <HistoryScreen personId={route.personId} />;
    case 'sync':
      return <SyncScreen />;
    case 'rules':
      return <RulesScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'simulator':
      return <SimulatorScreen />;
    case 'manual':
      return <ManualScreen job={route.job} />;
    case 'specimens':
      return <SpecimensScreen />;
    case 'import-services':
      return <ImportServicesScreen />;
    case 'setup':
      return <SetupScreen step={route.step} />;
  }
}
