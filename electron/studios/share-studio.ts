// Shares the open studio: this computer becomes the server, the studio's rows go there, and the desk becomes
// the first one of its first administrator.
import type { StudioRefusal } from '../../core/bridge/studios.ts';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import { joinedStudio } from '../../core/host/shared/joined-studio.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { IdSource } from '../../core/ports.ts';
import type { SharedDesk } from '../application.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import type { VendorFiles } from '../studio-server/vendor-files.ts';
import type { ServerHere } from '../studio-server/server-here.ts';
import { pairDesk } from './join-studio.ts';

/** Nothing of the studio has changed if it fails. A studio that stays on the server then has no members. */
export async function shareStudio(
  {
    name,
    rows,
    vendor,
    member,
  }: {
    readonly name: string;
    readonly rows: readonly WorkspaceChange[];
    /** The simulated vendor of a sample. Null for a studio of one's own. */
    readonly vendor: VendorFiles | null;
    readonly member: { readonly account: string; readonly name: string };
  },
  {
    server,
    fetchOf,
    ids,
  }: {
    readonly server: Pick<ServerHere, 'start' | 'invite'>;
    readonly fetchOf: ServerFetch;
    readonly ids: Pick<IdSource, 'next'>;
  },
): Promise<Result<SharedDesk, StudioRefusal>> {
  const started = await server.start();
  if (!started.ok) return err({ reason: 'server-not-started', code: started.error.code });
  const { port, fingerprint } = started.value;
  const created = await server.invite({
    kind: 'create',
    name,
    rows,
    vendor,
    member: { ...member, role: 'administer' },
  });
  if (!created.ok) return err({ reason: 'server-not-started', code: created.error.code });
  const { studio, code } = created.value;
  // This computer asks itself: that address never changes.
  const at = { address: `https://127.0.0.1:${port}`, fingerprint, studio };
  const paired = await pairDesk({ ...at, code }, null, fetchOf, ids);
  if (!paired.ok) return paired;
  return ok({ joined: joinedStudio(paired.value.paired, at), token: paired.value.token });
}
