// Where the person is in a studio. The main process keeps it, so that no quick end loses it.
import { parse, z } from '../../core/kernel/parse.ts';
import { serviceIdSchema } from '../../core/services/service.ts';
import { paymentMethods } from '../../core/orders/payment.ts';
import type { Bridge } from '../../core/bridge/contract.ts';
import { useUi, type Route } from './ui-store.ts';

/** Another version may have kept another form. A screen that is not known is not opened. */
const screens: { readonly [S in Route['screen']]: true } = {
  status: true,
  people: true,
  matrix: true,
  import: true,
  services: true,
  'import-services': true,
  service: true,
  cart: true,
  'order-form': true,
  orders: true,
  quotes: true,
  'first-purchase': true,
  renewals: true,
  recharge: true,
  session: true,
  history: true,
  sync: true,
  rules: true,
  settings: true,
  setup: true,
  simulator: true,
};

const screenSchema = z.object({
  route: z.looseObject({ screen: z.string().refine((screen) => Object.hasOwn(screens, screen)) }),
  peopleService: serviceIdSchema.nullable(),
  method: z.enum(paymentMethods),
  unconfirmedList: z.object({ name: z.string().max(300), at: z.number() }).nullable(),
});

function read(text: string): Partial<ReturnType<typeof useUi.getState>> | null {
  try {
    const kept = parse(screenSchema, JSON.parse(text));
    return kept.ok ? { ...kept.value, route: kept.value.route as unknown as Route } : null;
  } catch {
    return null;
  }
}

/**
 * Opens the screen that was kept. Without one, a studio of one's own that is still empty begins with its
 * setup.
 */
export function openKeptScreen(kept: string | null, empty: boolean): void {
  const screen = kept === null ? null : read(kept);
  if (screen !== null) useUi.setState(screen);
  else if (empty) useUi.setState({ route: { screen: 'setup', step: 'services' } });
}

/** Keeps the screen from now on. */
export function keepScreen(bridge: Bridge): void {
  let last = '';
  useUi.subscribe(({ route, peopleService, method, unconfirmedList }) => {
    const text = JSON.stringify({ route, peopleService, method, unconfirmedList });
    if (text === last) return;
    last = text;
    void bridge.call('window/keep', { text });
  });
}
