// The calls about a studio that several people share.
import { sharedToken } from '../../core/host/shared/shared-exchange.ts';
import type { Host } from '../../core/host/host.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Secrets } from '../../core/ports.ts';
import type { CallName } from '../../core/bridge/contract.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { systemIds } from '../adapters/system.ts';
import type { Handlers } from '../application.ts';
import type { ServerHere } from '../studio-server/server-here.ts';
import { askMembers } from './ask-members.ts';
import { rejoinStudio } from './rejoin-studio.ts';

export function sharedHandlers({
  host,
  secrets,
  server,
  fetchOf,
  joined,
}: {
  readonly host: Pick<Host, 'shared' | 'state'>;
  readonly secrets: Secrets;
  readonly server: Pick<ServerHere, 'state' | 'addresses'>;
  readonly fetchOf: ServerFetch;
  /** Keeps the secret of the desk, and reads the studio. */
  readonly joined: (token: string) => void;
}): Handlers<Extract<CallName, `shared/${string}`>> {
  const studio = () => host.state().workspace.sharedStudio.get('studio');
  return {
    'shared/let-go': ({ id }) => host.shared.letGo(id),
    'shared/again': ({ id }) => host.shared.again(id),
    'shared/here': ({ place }) => {
      host.shared.here(place);
      return ok(null);
    },
    'shared/server': () => server.state(),
    'shared/members': (call) =>
      askMembers(studio(), call, {
        fetchOf,
        token: () => secrets.read(sharedToken),
        addresses: () => server.addresses(),
      }),
    'shared/rejoin': async ({ link }) => {
      const again = await rejoinStudio(link, studio(), { fetchOf, ids: systemIds });
      if (!again.ok) return again;
      const kept = host.shared.rejoin(again.value.desk, again.value.at);
      if (kept.ok) joined(again.value.token);
      return kept;
    },
  };
}
