import { useEffect, useRef } from 'react';
import { useDesk } from '../store/desk.ts';
import { openDialog, toast, useUi } from '../store/ui-store.ts';
import { text } from '../text/text.ts';

/** A session that ends while one works: with something to send it is asked for again, otherwise only said. */
export function useExpiredAccess(): void {
  const link = useDesk((desk) => desk.sync.link);
  const pending = useDesk((desk) => desk.sync.pending);
  const wasSignedIn = useRef(false);

  useEffect(() => {
    const expired = wasSignedIn.current && link === 'signed-out';
    wasSignedIn.current =
      link === 'synced' || link === 'pending' || (wasSignedIn.current && link !== 'signed-out');
    if (!expired) return;
    if (pending > 0 && useUi.getState().dialog === null) openDialog({ kind: 'sign-in', why: 'order' });
    else toast(text('sign-in.expired'));
  }, [link, pending]);
}
