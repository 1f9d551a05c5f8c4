// Where the person is in a studio, and what is half typed. The main process keeps it: the browser's own
// storage loses it at a quick end.
import { chosenColumns, usualColumns } from '../../core/desk/rows/saved-view.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import { serviceIdSchema } from '../../core/services/service.ts';
import { paymentMethods } from '../../core/orders/payment.ts';
import type { Bridge, Snapshot } from '../../core/bridge/contract.ts';
import type { Payer } from '../../core/orders/payment.ts';
import { useDesk } from './desk.ts';
import { hintScreens } from './hint-screens.ts';
import { isWorkedIn } from './hints.ts';
import { showIn, useShownLists } from './shown-lists.ts';
import { usePayerDrafts } from './payer-drafts.ts';
import { useUi, type Route } from './ui-store.ts';

/** The most characters that the main process takes. */
const longestKept = 100_000;

/** Another version may have kept another form. A screen that is not known is not opened. */
const screens: { readonly [S in Route['screen']]: true } = {
  status: true,
  people: true,
  matrix: true,
  import: true,
  services: true,
  'import-services': true,
  service: true,
  'read-from-aruba': true,
  cart: true,
  'order-form': true,
  orders: true,
  invoices: true,
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
  manual: true,
  specimens: true,
};

const screenSchema = z.object({
  route: z.looseObject({ screen: z.string().refine((screen) => Object.hasOwn(screens, screen)) }),
  peopleService: serviceIdSchema.nullable(),
  methods: z.record(z.string(), z.enum(paymentMethods)).default({}),
  unconfirmedList: z.object({ name: z.string().max(300), at: z.number() }).nullable(),
  /** Another version may have other hints. */
  hints: z.array(z.enum(hintScreens)).catch([]),
  /** Of the staff. Another version may have others. */
  columns: z.array(z.enum(chosenColumns)).readonly().catch(usualColumns),
  /** Half filled order forms, by cart. */
  payers: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

function read(text: string): z.output<typeof screenSchema> | null {
  try {
    const kept = parse(screenSchema, JSON.parse(text));
    return kept.ok ? kept.value : null;
  } catch {
    return null;
  }
}

/**
 * Opens the screen that was kept. Without one, a studio of one's own that is still empty begins with its
 * setup. Hints come only in a studio in which nobody has worked, opened here for the first time.
 */
export function openKeptScreen({ kept, simulated }: Pick<Snapshot, 'kept' | 'simulated'>): void {
  const { state } = useDesk.getState();
  const { workspace, replica } = state;
  const empty = !simulated && replica.services.size + workspace.people.size === 0;
  const screen = kept === null ? null : read(kept);
  if (screen !== null) {
    const { route, payers, columns, ...rest } = screen;
    showIn('people', { columns });
    useUi.setState({ ...rest, route: route as unknown as Route });
    if (Object.keys(payers).length > 0)
      usePayerDrafts.setState({ byCart: payers as unknown as Readonly<Record<string, Payer>> });
  } else {
    useUi.setState({ hints: isWorkedIn(state) ? [] : hintScreens });
    if (empty) useUi.setState({ route: { screen: 'setup', step: 'services' } });
  }
}

/** Keeps the screen from now on. The page that asks which studio to open is no place in a studio. */
export function keepScreen(bridge: Bridge): void {
  let last = '';

  function keep(): void {
    if (useDesk.getState().choosing) return;
    const { route, peopleService, methods, unconfirmedList, hints } = useUi.getState();
    const { columns } = useShownLists.getState().people;
    const screen = { route, peopleService, methods, unconfirmedList, hints, columns };
    const whole = JSON.stringify({ ...screen, payers: usePayerDrafts.getState().byCart });
    // Dozens of half filled forms: the place where the person is matters more.
    const text = whole.length <= longestKept ? whole : JSON.stringify(screen);
    if (text === last) return;
    last = text;
    void bridge.call('window/keep', { text });
  }

  useUi.subscribe(keep);
  usePayerDrafts.subscribe(keep);
  // Each letter of a search changes the lists, too.
  useShownLists.subscribe(({ people }, before) => {
    if (people.columns !== before.people.columns) keep();
  });
}
