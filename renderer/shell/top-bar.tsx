import { useEffect, useState } from 'react';
import { Button } from '../components/buttons.tsx';
import { Logo } from '../components/logo.tsx';
import { Icon } from '../components/icon.tsx';
import type { Firm } from '../../core/desk/rows/state.ts';
import { useDesk, vendorSync } from '../store/desk.ts';
import { go, openDialog } from '../store/ui-store.ts';
import { momentText } from '../text/moment.ts';
import { SharedBadge, useSharedStudio } from '../screens/shared/shared-badge.tsx';
import { Others } from '../screens/shared/others.tsx';
import { initialsOf } from '../text/initials.ts';
import { text } from '../text/text.ts';
import { UndoMenu } from './undo-menu.tsx';

type Sync = ReturnType<typeof vendorSync>;

const tones: Readonly<Record<Sync['link'], string>> = {
  none: 'wait',
  connecting: 'wait',
  synced: 'ok',
  pending: 'soon',
  offline: 'wait',
  unreadable: 'late',
  'too-much': 'late',
  waiting: 'wait',
  broken: 'late',
  'signed-out': 'wait',
  attention: 'late',
};

/**
 * The state of the link. Only a success of the last exchange is called one; else the last success follows.
 */
function syncText({ link, pending, lastSync }: Sync): string {
  const since = (state: string): string =>
    lastSync === null ? state : text('sync.with-last', { state, when: momentText(lastSync) });
  switch (link) {
    case 'none':
      return '';
    case 'connecting':
      return text('sync.connecting');
    case 'synced':
      return lastSync === null ? text('sync.now') : text('sync.synced', { when: momentText(lastSync) });
    case 'pending':
      return text('sync.pending', { count: pending });
    case 'offline':
      return pending > 0 ? text('sync.offline-pending', { count: pending }) : since(text('sync.offline'));
    case 'unreadable':
      return since(text('sync.unreadable'));
    case 'too-much':
      return since(text('sync.too-much'));
    case 'waiting':
      return since(text('sync.waiting-asked'));
    case 'broken':
      return since(text('sync.broken'));
    case 'signed-out':
      return pending > 0 ? text('sync.signed-out-pending', { count: pending }) : text('sync.signed-out');
    case 'attention':
      return text('sync.attention');
  }
}

/** Most commands are sent within this time. The badge does not blink for them. */
const calmFor = 1000;

/** The state of the link without the moments in which something is just being sent. */
function useCalm(sync: Sync): Sync {
  const [calm, setCalm] = useState(sync);
  const brief = sync.link === 'pending' && calm.link === 'synced';
  if (!brief && calm !== sync) setCalm(sync);
  useEffect(() => {
    if (!brief) return undefined;
    const timer = setTimeout(() => setCalm(sync), calmFor);
    return () => clearTimeout(timer);
  }, [sync, brief]);
  return brief ? calm : sync;
}

/** Search, the state of the link to the vendor, and the name of the firm. */
export function TopBar() {
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));
  const sync = useCalm(useDesk(vendorSync));
  const hasVendor = useDesk((desk) => desk.sync.vendor !== undefined);
  const shared = useSharedStudio();
  const shown = shared === undefined || hasVendor;
  return (
    <header className="topbar">
      <Logo />
      <button type="button" className="search-button" onClick={() => openDialog({ kind: 'palette' })}>
        <span className="row">
          <Icon name="search" size={14} />
          <span className="search-words">{text('shell.search')}</span>
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="topbar-end">
        <UndoMenu />
        {shared !== undefined && <Others />}
        {shared !== undefined && <SharedBadge studio={shared} />}
        {shown && sync.link !== 'none' && (
          <button
            type="button"
            className="sync"
            title={text('sync.open')}
            onClick={() => go({ screen: 'sync' })}
          >
            <span className="dot" data-tone={tones[sync.link]} />
            <span aria-live="polite">{syncText(sync)}</span>
          </button>
        )}
        {shown && sync.link === 'signed-out' && (
          <Button onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
            {text('sign-in.button')}
          </Button>
        )}
        {firm !== undefined && <WhoIsHere firm={firm} />}
      </div>
    </header>
  );
}

/** The firm, and who works with it: the operator's name, or the account until somebody says a name. */
function WhoIsHere({ firm }: { readonly firm: Firm }) {
  const operator = useDesk((desk) => desk.state.workspace.operators.get(desk.user)?.name);
  const reads = useDesk((desk) => desk.writtenBy !== null);
  const shared = useSharedStudio();
  const shown = shared?.name ?? operator ?? (firm.account === '' ? text('operator.unknown') : firm.account);
  return (
    <button
      type="button"
      className="account"
      disabled={reads || shared !== undefined}
      title={text('operator.change', { name: shown })}
      onClick={() => openDialog({ kind: 'operator' })}
    >
      <span className="avatar" aria-hidden="true">
        {initialsOf(shared?.name ?? operator ?? firm.name)}
      </span>
      <span>
        <strong>{firm.name}</strong>
        <br />
        <small>{shown}</small>
      </span>
    </button>
  );
}
