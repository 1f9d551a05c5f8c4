import { useEffect } from 'react';
import { useDesk } from '../store/desk.ts';
import { openDialog } from '../store/ui-store.ts';

/**
 * Asks "Chi sei?" once at the start, in a studio of one's own that has data, if the system user has no name
 * there (rule J6). A new studio asks at its first page.
 */
export function useAskOperator(): void {
  const ready = useDesk((desk) => desk.ready);
  useEffect(() => {
    const { simulated, writtenBy, user, state } = useDesk.getState();
    const { workspace, replica } = state;
    const used = replica.services.size + workspace.people.size > 0;
    // The server of a shared studio knows who this desk is.
    const known = workspace.operators.has(user) || workspace.sharedStudio.size > 0;
    if (ready && !simulated && writtenBy === null && used && !known) openDialog({ kind: 'operator' });
  }, [ready]);
}
