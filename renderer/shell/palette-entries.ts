import { orderViews } from '../../core/desk/pending/order-views.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { fullName } from '../../core/people/person.ts';
import { bridge } from '../bridge.ts';
import { withChoice } from '../screens/rules/with-choice.ts';
import { newWindow, redo, submit, undo } from '../store/actions.ts';
import { go, openDialog, useUi } from '../store/ui-store.ts';
import { quoteTitle } from '../papers/quote-title.ts';
import { text, type TextId } from '../text/text.ts';
import { paletteWords } from './palette-words.ts';

/** Something that the palette finds by its label or its note, and runs. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: TextId;
  readonly label: string;
  readonly note: string;
  /** Other words that find it. They are not shown. */
  readonly also?: string;
  readonly run: () => void;
}

/** Screens and commands first, then services, orders, quotes and people. */
export function paletteEntries(state: AppState, simulated: boolean): readonly PaletteEntry[] {
  const screen = (label: TextId, route: Parameters<typeof go>[0]): PaletteEntry => ({
    id: label,
    group: 'palette.screen',
    label: text(label),
    note: '',
    also: paletteWords[label] ?? '',
    run: () => go(route),
  });
  const command = (label: TextId, run: () => void): PaletteEntry => ({
    id: label,
    group: 'palette.command',
    label: text(label),
    note: '',
    also: paletteWords[label] ?? '',
    run,
  });
  const firm = state.workspace.firm.get('firm');
  const choose = (label: TextId, change: Parameters<typeof withChoice>[1]): readonly PaletteEntry[] =>
    firm === undefined ? [] : [command(label, () => void submit(withChoice(firm, change)))];
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
            state.workspace.sharedStudio.size === 0
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
    ...[...state.replica.services.values()].map((service): PaletteEntry => ({
      id: service.id,
      group: 'palette.service',
      label: service.holder,
      note: text(`kind.${service.kind}`),
      run: () => go({ screen: 'service', serviceId: service.id }),
    })),
    ...orderViews(state).map((view): PaletteEntry => ({
      id: view.id,
      group: 'palette.order',
      label: view.orderNumber ?? text('orders.no-number'),
      note: view.holder,
      run: () => go({ screen: 'orders', orderId: view.id }),
    })),
    ...[...state.workspace.quotes.values()].map((quote): PaletteEntry => ({
      id: quote.id,
      group: 'palette.quote',
      label: quoteTitle(quote),
      note: quote.recipient.name,
      run: () => go({ screen: 'quotes', quoteId: quote.id }),
    })),
    ...[...state.workspace.people.values()].map((person): PaletteEntry => ({
      id: person.id,
      group: 'palette.person',
      label: fullName(person),
      note: `${person.department} ${person.email}`,
      run: () => {
        useUi.setState({ personShown: person.id });
        go({ screen: 'people' });
      },
    })),
  ];
}
