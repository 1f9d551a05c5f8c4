import type { SyncStatus } from '../../../core/bridge/sync-status.ts';
import type { SharedStudio } from '../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../bridge.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/** The shared studio that is open; undefined if the open studio lies on this computer alone. */
export const useSharedStudio = (): SharedStudio | undefined =>
  useDesk((desk) => desk.state.workspace.sharedStudio.get('studio'));

function wordsOf({ link, pending }: SyncStatus): string {
  switch (link) {
    case 'connecting':
      return text('shared-studio.connecting');
    case 'signed-out':
      return text('shared-studio.not-known');
    case 'broken':
      return text('shared-studio.other-version');
    case 'offline':
    case 'unreadable':
      return text(`shared-studio.${link}`);
    default:
      return pending > 0 ? text('shared-studio.waiting', { count: pending }) : text('shared-studio.synced');
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
  const words = `${text('shared-studio.band', { name: studio.name })} ${wordsOf(sync)}`;
  return (
    <button type="button" className="sync" title={words} onClick={() => void bridge.call('sync/now', null)}>
      <span className="dot" data-tone={toneOf(sync)} />
      <span aria-live="polite">{wordsOf(sync)}</span>
    </button>
  );
}
