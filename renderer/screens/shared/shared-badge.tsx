import type { SyncStatus } from '../../../core/bridge/sync-status.ts';
import type { SharedStudio } from '../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../bridge.ts';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The shared studio that is open; undefined if the open studio lies on this computer alone. */
export const useSharedStudio = (): SharedStudio | undefined =>
  useDesk((desk) => desk.state.workspace.sharedStudio.get('studio'));

type State = 'synced' | 'connecting' | 'waiting' | 'offline' | 'unreadable' | 'not-known' | 'other-version';

function stateOf({ link, pending }: SyncStatus): State {
  switch (link) {
    case 'connecting':
    case 'offline':
    case 'unreadable':
      return link;
    case 'signed-out':
      return 'not-known';
    case 'broken':
      return 'other-version';
    default:
      return pending > 0 ? 'waiting' : 'synced';
  }
}

const toneOf = ({ link, pending }: SyncStatus): string =>
  link === 'synced' || link === 'attention'
    ? 'ok'
    : link === 'pending' || link === 'connecting' || pending === 0
      ? 'wait'
      : 'soon';

/** The state of the link to the studio's server, in words. A click asks the server now. */
export function SharedBadge({ studio }: { readonly studio: SharedStudio }) {
  const sync = useDesk((desk) => desk.sync);
  const state = stateOf(sync);
  const count = { count: sync.pending };
  const words = `${text('shared-studio.band', { name: studio.name })} ${text(`shared-studio.${state}`, count)}`;
  return (
    <button
      type="button"
      className="sync"
      title={words}
      onClick={() =>
        state === 'not-known' ? openDialog({ kind: 'rejoin' }) : void bridge.call('sync/now', null)
      }
    >
      <span className="dot" data-tone={toneOf(sync)} />
      <span aria-live="polite">{text(`shared-studio.short-${state}`, count)}</span>
    </button>
  );
}
