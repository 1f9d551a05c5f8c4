import type { StudioRefusal } from '../../core/bridge/studios.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { DeskAtServer } from '../../core/host/shared/rejoined.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { Fetch, IdSource } from '../../core/ports.ts';
import { readInvitation } from '../../core/shared/protocol.ts';
import { pairDesk } from './join-studio.ts';

/**
 * Uses up an invitation for the desk that is open: its access has ended, or its secret is lost. The
 * invitation must be for the same studio, and what waits here then goes on its way.
 */
export async function rejoinStudio(
  link: string,
  studio: SharedStudio | undefined,
  { fetchOf, ids }: { readonly fetchOf: (address: string) => Fetch; readonly ids: Pick<IdSource, 'next'> },
): Promise<Result<{ readonly desk: DeskAtServer; readonly token: string }, StudioRefusal>> {
  const invitation = readInvitation(link);
  if (invitation === undefined) return err({ reason: 'no-invitation' });
  if (invitation.studio !== studio?.studio || invitation.address !== studio.address)
    return err({ reason: 'other-invitation' });
  const paired = await pairDesk(invitation, fetchOf, ids);
  if (!paired.ok) return paired;
  const { studioName: _, ...desk } = paired.value.paired;
  return ok({ desk, token: paired.value.token });
}
