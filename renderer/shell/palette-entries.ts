import type { FirmChoice } from '../../core/desk/rules/decide-firm.ts';
import { orderViews } from '../../core/desk/pending/order-views.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import type { Steps } from '../../core/kernel/steps.ts';
import { fullName } from '../../core/people/person.ts';
import { bridge } from '../bridge.ts';
import { newWindow, redo, submit, undo } from '../store/actions.ts';
import { remembered } from '../store/remembered.ts';
import { openView } from '../store/shown-lists.ts';
import { go, openDialog, useUi } from '../store/ui-store.ts';
import { quoteTitle } from '../papers/quote-title.ts';
import { language, text, type Language, type TextId } from '../text/text.ts';
import { searchable, type PaletteEntry, type Searchable } from './palette-search.ts';
import { alsoOf } from './palette-words.ts';

/** Screens and commands. They are shown as long as nothing is typed. */
export function commandEntries({ workspace }: AppState, simulated: boolean): readonly PaletteEntry[] {
  const screen = (label: TextId, route: Parameters<typeof go>[0]): PaletteEntry => ({
    id: label,
    group: 'palette.screen',
    label: text(label),
    note: '',
    also: alsoOf(label),
    run: () => go(route),
  });
  const command = (label: TextId, run: () => void): PaletteEntry => ({
    id: label,
    group: 'palette.command',
    label: text(label),
    note: '',
    also: alsoOf(label),
    run,
  });
  const firm = workspace.firm.get('firm');
  const choose = (label: TextId, change: FirmChoice): readonly PaletteEntry[] =>
    firm === undefined ? [] : [command(label, () => void submit({ type: 'firm/settings', ...change }))];
  return [
    screen('nav.status', { screen: 'status' }),
    screen('nav.people', { screen: 'people' }),
    screen('matrix.grid', { screen: 'matrix' }),
    screen('nav.services', { screen: 'services' }),
    screen('nav.cart', { screen: 'cart', cartId: null }),
    screen(simulated ? 'nav.orders' : 'purchase.list-title', { screen: 'orders', orderId: null }),
    screen('nav.quotes', { screen: 'quotes', quoteId: null }),
    screen('nav.renewals', { screen: 'renewals' }),
    screen('nav.history', { screen: 'history' }),
    screen('nav.rules', { screen: 'rules' }),
    screen('nav.settings', { screen: 'settings' }),
    screen('nav.manual', { screen: 'manual', job: null }),
    ...(simulated
      ? [
          screen('sync.title', { screen: 'sync' }),
          screen('nav.simulator', { screen: 'simulator' }),
          command('sync.now', () => void bridge.call('sync/now', null)),
          command('sign-in.title', () => openDialog({ kind: 'sign-in', why: 'asked' })),
        ]
      : [
          screen('nav.invoices', { screen: 'invoices', invoiceId: null }),
          command('register.new', () => openDialog({ kind: 'service-data', serviceId: null })),
          command('shared-studio.title', () =>
            workspace.sharedStudio.size === 0
              ? openDialog({ kind: 'share-studio' })
              : go({ screen: 'settings' }),
          ),
          screen('recharge.title', { screen: 'recharge' }),
          command('service-import.title', () => go({ screen: 'import-services' })),
        ]),
    command('studio.title', () => go({ screen: 'settings' })),
    { ...command('window.new', newWindow), note: text('window.new-keys') },
    command('backups.list-title', () => openDialog({ kind: 'backups' })),
    command('backups.title', () => go({ screen: 'settings' })),
    command('diagnostics.title', () => go({ screen: 'settings' })),
    command('about.title', () => openDialog({ kind: 'about' })),
    command('reminders.title', () => go({ screen: 'settings' })),
    command('feed.title', () => go({ screen: 'settings' })),
    command('people.import', () => go({ screen: 'import' })),
    command('export.title', () => openDialog({ kind: 'export-people' })),
    command('people.new', () => openDialog({ kind: 'person', personId: null })),
    command('seat-rules.title', () => openDialog({ kind: 'seat-rules' })),
    command('forecast.open', () => openDialog({ kind: 'what-if' })),
    command('services.first', () => go({ screen: 'first-purchase' })),
    command('quotes.new', () => openDialog({ kind: 'new-quote', serviceId: null })),
    { ...command('do.undo', () => void undo()), note: 'Ctrl Z' },
    { ...command('do.redo', () => void redo()), note: 'Ctrl Y' },
    ...choose('do.theme-light', { theme: 'light' }),
    ...choose('do.theme-dark', { theme: 'dark' }),
    ...choose('do.theme-system', { theme: 'system' }),
    ...choose('do.italian', { language: 'it' }),
    ...choose('do.english', { language: 'en' }),
    { ...command('shortcuts.title', () => openDialog({ kind: 'shortcuts' })), note: '?' },
  ];
}

// Ten thousand services and people take long to read. Those that did not change are read once.
const services = remembered(
  (table: AppState['replica']['services'], _language: Language) => () =>
    searchable([...table.values()], (service) => ({
      id: service.id,
      group: 'palette.service',
      label: service.holder,
      note: text(`kind.${service.kind}`),
      run: () => go({ screen: 'service', serviceId: service.id }),
    })),
);
const orders = remembered(
  (state: AppState, _language: Language) => () =>
    searchable(orderViews(state), (view) => ({
      id: view.id,
      group: 'palette.order',
      label: view.orderNumber ?? text('orders.no-number'),
      note: view.holder,
      run: () => go({ screen: 'orders', orderId: view.id }),
    })),
);
const quotes = remembered(
  (table: AppState['workspace']['quotes'], _language: Language) => () =>
    searchable([...table.values()], (quote) => ({
      id: quote.id,
      group: 'palette.quote',
      label: quoteTitle(quote),
      note: quote.recipient.name,
      run: () => go({ screen: 'quotes', quoteId: quote.id }),
    })),
);
const views = remembered(
  (table: AppState['workspace']['views'], _language: Language) => () =>
    searchable([...table.values()], (view) => ({
      id: view.id,
      group: 'palette.view',
      label: view.name,
      note: text(`nav.${view.shown.list}`),
      run: () => openView(view),
    })),
);
const people = remembered(
  (table: AppState['workspace']['people']) => () =>
    searchable([...table.values()], (person) => ({
      id: person.id,
      group: 'palette.person',
      label: fullName(person),
      note: `${person.department} ${person.email}`,
      run: () => {
        useUi.setState({ personShown: person.id });
        go({ screen: 'people' });
      },
    })),
);

/**
 * All that the palette finds: commands and saved views first, then services, orders, quotes and people. Each
 * is begun by the same function as long as it says the same (`finished`, `readyInSteps`).
 */
export const paletteEntries = (state: AppState, simulated: boolean): readonly (() => Steps<Searchable>)[] => [
  () => searchable(commandEntries(state, simulated), (entry) => entry),
  views(state.workspace.views, language()),
  services(state.replica.services, language()),
  orders(state, language()),
  quotes(state.workspace.quotes, language()),
  people(state.workspace.people),
];
