import type { SignInCall, StudioRefusal } from '../../core/bridge/studios.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { DeskAtServer, ServerPlace } from '../../core/host/shared/rejoined.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { IdSource } from '../../core/ports.ts';
import { readStudioLink } from '../../core/shared/invitation.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { pairDesk } from './join-studio.ts';

export interface Rejoined {
  readonly desk: DeskAtServer;
  readonly at: ServerPlace;
  readonly token: string;
}

/**
 * Joins again with the desk that is open, by an invitation or by signing in: its access has ended, or its
 * secret is lost. The link must be of the same studio, whose server may have another address by now. What
 * waits here then goes on its way.
 */
export async function rejoinStudio(
  { link, signIn }: { readonly link: string; readonly signIn: SignInCall | null },
  studio: SharedStudio | undefined,
  { fetchOf, ids }: { readonly fetchOf: ServerFetch; readonly ids: Pick<IdSource, 'next'> },
): Promise<Result<Rejoined, StudioRefusal>> {
  const place = readStudioLink(link);
  if (place === undefined) return err({ reason: 'no-invitation' });
  if (place.studio !== studio?.studio) return err({ reason: 'other-invitation' });
  const paired = await pairDesk(place, signIn, fetchOf, ids);
  if (!paired.ok) return paired;
  const { studioName: _, ...desk } = paired.value.paired;
  const { address, fingerprint } = place;
  return ok({ desk, at: { address, fingerprint }, token: paired.value.token });
}
