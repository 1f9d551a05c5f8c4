import { Button } from '../components/controls.tsx';
import { Icon } from '../components/icon.tsx';
import { useDesk } from '../store/desk.ts';
import { go, openDialog } from '../store/ui-store.ts';
import { clockTime } from '../text/format.ts';
import { text } from '../text/text.ts';

const tones = {
  connecting: 'wait',
  synced: 'ok',
  pending: 'soon',
  offline: 'wait',
  'signed-out': 'wait',
  attention: 'late',
} as const;

function syncText({ link, pending, lastSync }: ReturnType<typeof useDesk.getState>['sync']): string {
  switch (link) {
    case 'connecting':
      return text('sync.connecting');
    case 'synced':
      return lastSync === null ? text('sync.now') : text('sync.synced', { time: clockTime(lastSync) });
    case 'pending':
      return text('sync.pending', { count: pending });
    case 'offline':
      return pending > 0 ? text('sync.offline-pending', { count: pending }) : text('sync.offline');
    case 'signed-out':
      return pending > 0 ? text('sync.signed-out-pending', { count: pending }) : text('sync.signed-out');
    case 'attention':
      return text('sync.attention');
  }
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0])
    .join('');

/** Search, the state of the link to the vendor, and the name of the firm. */
export function TopBar() {
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));
  const sync = useDesk((desk) => desk.sync);
  return (
    <header className="topbar">
      <div className="brand">
        <svg width="17" height="16" viewBox="0 0 17 16" aria-hidden="true">
          <rect x="0" y="9" width="4" height="7" rx="1" fill="currentColor" opacity=".45" />
          <rect x="6" y="5" width="4" height="11" rx="1" fill="currentColor" opacity=".7" />
          <rect x="12" y="0" width="4" height="16" rx="1" fill="currentColor" />
        </svg>
        <span className="brand-name">Allinea</span>
      </div>
      <button type="button" className="search-button" onClick={() => openDialog({ kind: 'palette' })}>
        <span className="row">
          <Icon name="search" size={14} />
          {text('shell.search')}
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="topbar-end">
        <button
          type="button"
          className="sync"
          title={text('sync.open')}
          onClick={() => go({ screen: 'sync' })}
        >
          <span className="dot" data-tone={tones[sync.link]} />
          <span aria-live="polite">{syncText(sync)}</span>
        </button>
        {sync.link === 'signed-out' && (
          <Button onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
            {text('sign-in.button')}
          </Button>
        )}
        {firm !== undefined && (
          <div className="account">
            <span className="avatar" aria-hidden="true">
              {initials(firm.name)}
            </span>
            <span>
              <strong>{firm.name}</strong>
              <br />
              <small>{firm.account}</small>
            </span>
          </div>
        )}
      </div>
    </header>
  );
}
