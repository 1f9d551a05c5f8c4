// The calls about a studio that several people share.
import { sharedToken } from '../../core/host/shared/shared-exchange.ts';
import type { Host } from '../../core/host/host.ts';
import type { SignInCall, StudioRefusal } from '../../core/bridge/studios.ts';
import type { Refusal } from '../../core/desk/command.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import { invitationLink } from '../../core/shared/invitation.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Secrets } from '../../core/ports.ts';
import type { CallName } from '../../core/bridge/contract.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { systemIds } from '../adapters/system.ts';
import type { Handlers } from '../application.ts';
import type { ServerHere, ServerStanding } from '../studio-server/server-here.ts';
import { askMembers, type MemberPorts } from './ask-members.ts';
import { askPassword } from './ask-password.ts';
import { rejoinStudio } from './rejoin-studio.ts';

/** What a desk asks of the server that may run on its computer. */
export interface ServerOfDesk extends Pick<ServerHere, 'invite'> {
  standing(): Promise<ServerStanding>;
}

/**
 * The link of a new invitation to the server of this very computer, for a desk that has lost its secret: a
 * system without a keyring keeps none over a restart. Undefined if the desk's server is elsewhere.
 */
async function ownInvitation(
  studio: SharedStudio | undefined,
  server: ServerOfDesk,
): Promise<string | undefined> {
  const { running } = await server.standing();
  if (studio === undefined || running === null) return undefined;
  const address = `https://127.0.0.1:${running.port}`;
  if (studio.address !== address || studio.fingerprint !== running.fingerprint) return undefined;
  const { account, name, role } = studio;
  const invited = await server.invite({
    kind: 'invite',
    studio: studio.studio,
    insteadOf: studio.client,
    member: { account, name, role },
  });
  if (!invited.ok) return undefined;
  const { code } = invited.value;
  return invitationLink({ address, studio: studio.studio, code, fingerprint: running.fingerprint });
}

export function openShared({
  host,
  secrets,
  server,
  fetchOf,
  joined,
}: {
  readonly host: Pick<Host, 'shared' | 'state'>;
  readonly secrets: Secrets;
  readonly server: ServerOfDesk;
  readonly fetchOf: ServerFetch;
  /** Keeps the secret of the desk, and reads the studio. */
  readonly joined: (token: string) => void;
}): {
  readonly handlers: Handlers<Extract<CallName, `shared/${string}`>>;
  /** Joins again by itself if the desk has no secret, and its server is this very computer. */
  keepJoined(): Promise<void>;
} {
  const ports: MemberPorts = {
    fetchOf,
    token: () => secrets.read(sharedToken),
    addresses: async () => (await server.standing()).addresses,
  };
  const studio = () => host.state().workspace.sharedStudio.get('studio');

  async function rejoin(
    link: string,
    signIn: SignInCall | null,
  ): Promise<Result<null, Refusal | StudioRefusal>> {
    const again = await rejoinStudio({ link, signIn }, studio(), { fetchOf, ids: systemIds });
    if (!again.ok) return again;
    const kept = host.shared.rejoin(again.value.desk, again.value.at);
    if (kept.ok) joined(again.value.token);
    return kept;
  }
  return {
    handlers: {
      'shared/let-go': ({ id }) => host.shared.letGo(id),
      'shared/again': ({ id, instead }) => host.shared.again(id, instead),
      'shared/here': ({ place }) => {
        host.shared.here(place);
        return ok(null);
      },
      'shared/server': async () => (await server.standing()).state,
      'shared/members': (call) => askMembers(studio(), call, ports),
      'shared/password': (call) =>
        askPassword(studio(), host.state().workspace.firm.get('firm')?.name ?? '', call, ports),
      'shared/rejoin': ({ link, signIn }) => rejoin(link, signIn),
    },
    async keepJoined() {
      if (secrets.read(sharedToken) !== undefined) return;
      const link = await ownInvitation(studio(), server);
      if (link !== undefined) await rejoin(link, null);
    },
  };
}
