import type { Route } from './store/ui-store.ts';
import { lateScreen } from './shell/late.tsx';
import { StatusScreen } from './screens/status/status-screen.tsx';

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
const SetupScreen = lateScreen(async () => (await import('./screens/studio/setup-screen.tsx')).SetupScreen);
const SyncScreen = lateScreen(async () => (await import('./screens/sync/sync-screen.tsx')).SyncScreen);

/** The screen of a route. Only the first one is in the file of the window: the others come when needed. */
export function Screen({ route }: { readonly route: Route }) {
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
