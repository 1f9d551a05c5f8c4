import { isOpen, orderViews } from '../../core/desk/pending/order-views.ts';
import { isOpenQuote } from '../../core/desk/quotes/quote-order.ts';
import { useDesk } from '../store/desk.ts';
import { go, openDialog, openManual, useUi, type Route } from '../store/ui-store.ts';
import { countText } from '../text/format.ts';
import { text, type TextId } from '../text/text.ts';
import { sectionOf } from './sections.ts';

function Item({
  label,
  route,
  note,
  digit,
}: {
  readonly label: TextId;
  readonly route: Route;
  readonly note?: string | number;
  /** The digit that opens it together with Ctrl. */
  readonly digit?: number;
}) {
  const current = useUi((ui) => sectionOf[ui.route.screen]) === route.screen;
  return (
    <button
      type="button"
      className="nav-item"
      aria-current={current ? 'page' : undefined}
      title={digit === undefined ? undefined : `Ctrl ${digit}`}
      aria-keyshortcuts={digit === undefined ? undefined : `Control+${digit}`}
      onClick={() => go(route)}
    >
      {text(label)}
      {note !== undefined && note !== 0 && <small>{typeof note === 'number' ? countText(note) : note}</small>}
    </button>
  );
}

/**
 * Whether the simulator answers. It always does inside the program. Elsewhere the last exchange says so.
 */
function simulatorNoteOf({ simulatorInside, sync }: ReturnType<typeof useDesk.getState>): TextId {
  if (simulatorInside || sync.link === 'synced' || sync.link === 'pending') return 'nav.simulator-on';
  return sync.link === 'offline' ? 'nav.simulator-silent' : 'nav.simulator-away';
}

export function Sidebar() {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const simulatorNote = useDesk(simulatorNoteOf);
  const manual = useUi((ui) => ui.route.screen === 'manual');
  return (
    <nav className="sidebar" aria-label={text('nav.label')}>
      <Item label="nav.status" route={{ screen: 'status' }} digit={1} />
      <Item label="nav.people" route={{ screen: 'people' }} digit={2} note={state.workspace.people.size} />
      <Item
        label="nav.services"
        route={{ screen: 'services' }}
        digit={3}
        note={state.replica.services.size}
      />
      <Item
        label="nav.cart"
        route={{ screen: 'cart', cartId: null }}
        digit={4}
        note={state.workspace.carts.size}
      />
      <Item
        label={simulated ? 'nav.orders' : 'purchase.list-title'}
        route={{ screen: 'orders', orderId: null }}
        digit={5}
        note={orderViews(state).filter(isOpen).length}
      />
      {!simulated && (
        <Item
          label="nav.invoices"
          route={{ screen: 'invoices', invoiceId: null }}
          note={state.workspace.invoices.size}
        />
      )}
      <Item
        label="nav.quotes"
        route={{ screen: 'quotes', quoteId: null }}
        digit={6}
        note={[...state.workspace.quotes.values()].filter((quote) => isOpenQuote(state, quote)).length}
      />
      <Item label="nav.renewals" route={{ screen: 'renewals' }} digit={7} />
      <div className="nav-group">{text('nav.firm')}</div>
      <Item label="nav.history" route={{ screen: 'history' }} digit={8} />
      <Item label="nav.rules" route={{ screen: 'rules' }} />
      <Item label="nav.settings" route={{ screen: 'settings' }} />
      <div className="sidebar-foot stack">
        {simulated && (
          <Item label="nav.simulator" route={{ screen: 'simulator' }} note={text(simulatorNote)} />
        )}
        <button
          type="button"
          className="nav-item"
          aria-current={manual ? 'page' : undefined}
          aria-keyshortcuts="F1"
          onClick={() => openManual()}
        >
          {text('nav.manual')}
          <kbd aria-hidden="true" data-keys="F1" />
        </button>
        <button type="button" className="nav-item" onClick={() => openDialog({ kind: 'shortcuts' })}>
          {text('shortcuts.title')}
          <kbd aria-hidden="true" data-keys="?" />
        </button>
      </div>
    </nav>
  );
}
