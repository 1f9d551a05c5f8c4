import type { Route } from '../store/ui-store.ts';

/** The section of each screen. Its entry is marked while the screen is open. */
export const sectionOf: Readonly<Record<Route['screen'], Route['screen']>> = {
  status: 'status',
  people: 'people',
  matrix: 'people',
  import: 'people',
  services: 'services',
  'import-services': 'services',
  service: 'services',
  'read-from-aruba': 'services',
  'first-purchase': 'services',
  cart: 'cart',
  'order-form': 'cart',
  orders: 'orders',
  invoices: 'invoices',
  quotes: 'quotes',
  renewals: 'renewals',
  session: 'renewals',
  recharge: 'renewals',
  history: 'history',
  sync: 'sync',
  rules: 'rules',
  settings: 'settings',
  simulator: 'simulator',
  manual: 'manual',
  setup: 'services',
};
