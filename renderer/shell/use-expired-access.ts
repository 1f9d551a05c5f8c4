import { useEffect, useRef } from 'react';
import { useDesk } from '../store/desk.ts';
import { openDialog, toast, useUi } from '../store/ui-store.ts';
import { text } from '../text/text.ts';

/**
 * When the access to Aruba ends and something waits to be sent, opens the sign-in dialog. If nothing waits,
 * shows a message only.
 */
export function useExpiredAccess(): void {
  const link = useDesk((desk) => desk.sync.link);
  const pending = useDesk((desk) => desk.sync.pending);
  const shared = useDesk((desk) => desk.state.workspace.sharedStudio.size > 0);
  const wasSignedIn = useRef(false);

  useEffect(() => {
    const expired = wasSignedIn.current && link === 'signed-out';
    wasSignedIn.current =
      link === 'synced' || link === 'pending' || (wasSignedIn.current && link !== 'signed-out');
    // A server of a shared studio that no longer knows this desk is no access to Aruba.
    if (!expired || shared) return;
    if (pending > 0 && useUi.getState().dialog === null) openDialog({ kind: 'sign-in', why: 'order' });
    else toast(text('sign-in.expired'));
  }, [link, pending, shared]);
}
