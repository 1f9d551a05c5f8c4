import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { orderViews } from '../../core/desk/pending/order-views.ts';
import { fullName } from '../../core/people/person.ts';
import { bridge } from '../bridge.ts';
import { newWindow } from '../store/actions.ts';
import { useDesk } from '../store/desk.ts';
import { go, openDialog, useUi } from '../store/ui-store.ts';
import { fold } from '../text/fold.ts';
import { quoteTitle } from '../papers/quote-sheet.ts';
import { text, type TextId } from '../text/text.ts';

interface Entry {
  readonly id: string;
  readonly group: TextId;
  readonly label: string;
  readonly note: string;
  readonly run: () => void;
}

const most = 30;

/** Ctrl+K: people, services, orders and commands by a few letters; arrows and Enter, nothing else needed. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(() => allEntries(state, simulated), [state, simulated]);
  const found = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return entries
      .filter((entry) => words.every((word) => fold(`${entry.label} ${entry.note}`).includes(word)))
      .slice(0, most);
  }, [entries, query]);

  const chosen = useRef<Entry | null>(null);

  // The dialog gives the focus back in the frame after it is gone: only then the chosen screen or dialog
  // takes it, and keeps it.
  useEffect(
    () => () => {
      const entry = chosen.current;
      if (entry !== null) requestAnimationFrame(() => requestAnimationFrame(entry.run));
    },
    [],
  );

  function run(entry: Entry | undefined): void {
    if (entry === undefined) return;
    chosen.current = entry;
    onClose();
  }

  return (
    <ModalOverlay
      className="modal-overlay top"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal">
        <Dialog className="palette" aria-label={text('palette.title')}>
          <input
            className="palette-input"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={found[active] === undefined ? undefined : `palette-${found[active].id}`}
            aria-label={text('shell.search')}
            placeholder={text('shell.search')}
            value={query}
            autoFocus
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') setActive((index) => Math.min(index + 1, found.length - 1));
              else if (event.key === 'ArrowUp') setActive((index) => Math.max(index - 1, 0));
              else if (event.key === 'Enter') run(found[active]);
              else return;
              event.preventDefault();
            }}
          />
          <div className="palette-list" id="palette-list" role="listbox" aria-label={text('palette.title')}>
            {found.map((entry, index) => (
              <div
                key={entry.id}
                id={`palette-${entry.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className="option"
                data-focused={index === active || undefined}
                onClick={() => run(entry)}
                onKeyDown={() => undefined}
              >
                <span>
                  {entry.label} <span className="faint">{entry.note}</span>
                </span>
                <span className="faint">{text(entry.group)}</span>
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="empty muted">{text('palette.empty', { query })}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function allEntries(
  state: ReturnType<typeof useDesk.getState>['state'],
  simulated: boolean,
): readonly Entry[] {
  const screen = (label: TextId, route: Parameters<typeof go>[0]): Entry => ({
    id: label,
    group: 'palette.screen',
    label: text(label),
    note: '',
    run: () => go(route),
  });
  const command = (label: TextId, run: () => void): Entry => ({
    id: label,
    group: 'palette.command',
    label: text(label),
    note: '',
    run,
  });
  return [
    screen('nav.status', { screen: 'status' }),
    screen('nav.people', { screen: 'people' }),
    screen('matrix.grid', { screen: 'matrix' }),
    screen('nav.services', { screen: 'services' }),
    screen('nav.cart', { screen: 'cart', cartId: null }),
    screen('nav.orders', { screen: 'orders', orderId: null }),
    screen('nav.quotes', { screen: 'quotes', quoteId: null }),
    screen('nav.renewals', { screen: 'renewals' }),
    screen('nav.history', { screen: 'history' }),
    screen('sync.title', { screen: 'sync' }),
    screen('nav.rules', { screen: 'rules' }),
    screen('nav.settings', { screen: 'settings' }),
    ...(simulated ? [screen('nav.simulator', { screen: 'simulator' })] : []),
    { ...command('window.new', newWindow), note: text('window.new-keys') },
    command('sync.now', () => void bridge.call('sync/now', null)),
    command('reminders.title', () => go({ screen: 'settings' })),
    command('feed.title', () => go({ screen: 'settings' })),
    command('people.import', () => go({ screen: 'import' })),
    command('export.title', () => openDialog({ kind: 'export-people' })),
    command('people.new', () => openDialog({ kind: 'person', personId: null })),
    command('seat-rules.title', () => openDialog({ kind: 'seat-rules' })),
    command('forecast.open', () => openDialog({ kind: 'what-if' })),
    command('services.first', () => go({ screen: 'first-purchase' })),
    command('quotes.new', () => openDialog({ kind: 'new-quote', serviceId: null })),
    command('sign-in.title', () => openDialog({ kind: 'sign-in', why: 'asked' })),
    ...[...state.replica.services.values()].map((service): Entry => ({
      id: service.id,
      group: 'palette.service',
      label: service.holder,
      note: text(`kind.${service.kind}`),
      run: () => go({ screen: 'service', serviceId: service.id }),
    })),
    ...orderViews(state).map((view): Entry => ({
      id: view.id,
      group: 'palette.order',
      label: view.orderNumber ?? text('orders.no-number'),
      note: view.holder,
      run: () => go({ screen: 'orders', orderId: view.id }),
    })),
    ...[...state.workspace.quotes.values()].map((quote): Entry => ({
      id: quote.id,
      group: 'palette.quote',
      label: quoteTitle(quote),
      note: quote.recipient.name,
      run: () => go({ screen: 'quotes', quoteId: quote.id }),
    })),
    ...[...state.workspace.people.values()].map((person): Entry => ({
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
