import type { StudioRefusal } from '../../core/bridge/studios.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { DeskAtServer, ServerPlace } from '../../core/host/shared/rejoined.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { IdSource } from '../../core/ports.ts';
import { readInvitation } from '../../core/shared/invitation.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { pairDesk } from './join-studio.ts';

export interface Rejoined {
  readonly desk: DeskAtServer;
  readonly at: ServerPlace;
  readonly token: string;
}

/**
 * Uses up an invitation for the desk that is open: its access has ended, or its secret is lost. The
 * invitation must be for the same studio, whose server may have another address by now. What waits here then
 * goes on its way.
 */
export async function rejoinStudio(
  link: string,
  studio: SharedStudio | undefined,
  { fetchOf, ids }: { readonly fetchOf: ServerFetch; readonly ids: Pick<IdSource, 'next'> },
): Promise<Result<Rejoined, StudioRefusal>> {
  const invitation = readInvitation(link);
  if (invitation === undefined) return err({ reason: 'no-invitation' });
  if (invitation.studio !== studio?.studio) return err({ reason: 'other-invitation' });
  const paired = await pairDesk(invitation, fetchOf, ids);
  if (!paired.ok) return paired;
  const { studioName: _, ...desk } = paired.value.paired;
  const { address, fingerprint } = invitation;
  return ok({ desk, at: { address, fingerprint }, token: paired.value.token });
}
