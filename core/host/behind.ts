import { createRegisterReplica, type RegisterReplica } from '../desk/register/register-replica.ts';
import type { SharedStudio } from '../desk/rows/shared-rows.ts';
import { romeDay } from '../kernel/day.ts';
import type { Steps } from '../kernel/steps.ts';
import { openReplicaStore, type ReplicaStore } from '../persistence/replica-store.ts';
import type { WorkspaceStore } from '../persistence/workspace-store.ts';
import type { Fetch } from '../ports.ts';
import type { HostPorts } from './host-ports.ts';
import { createShownRows, type ShownRows } from './shared/shown-rows.ts';

const unreachable: Fetch = () => Promise.resolve({ kind: 'unreachable' });

/**
 * What the desk shows beside the firm's own rows: the vendor's last confirmed state, or the register's fold.
 */
export type Behind =
  | { readonly kind: 'vendor'; readonly fetch: Fetch; readonly replica: ReplicaStore }
  | { readonly kind: 'register'; readonly replica: RegisterReplica }
  | {
      readonly kind: 'server';
      readonly fetch: Fetch;
      readonly studio: () => SharedStudio;
      readonly shown: ShownRows;
      readonly replica: Omit<RegisterReplica, 'follow' | 'dayOffset'> & { readonly dayOffset: number };
    };

/** Asks the server where the studio's row says that it is: a new invitation may name another address. */
function serverFetch({ server }: HostPorts, studio: () => SharedStudio): Fetch {
  const open = (at: SharedStudio) => ({ at, fetch: server?.(at) ?? unreachable });
  let known = open(studio());
  return (request) => {
    const now = studio();
    if (now.address !== known.at.address || now.fingerprint !== known.at.fingerprint) known = open(now);
    return known.fetch(request);
  };
}

/** Opens it, in steps. */
export function* openBehind(ports: HostPorts, store: WorkspaceStore): Steps<Behind> {
  const { fetch, stores } = ports;
  const shared = store.tables.sharedStudio.get('studio');
  if (shared !== undefined) {
    const studio = (): SharedStudio => store.tables.sharedStudio.get('studio') ?? shared;
    const shown = createShownRows({
      confirmed: store.tables,
      ids: ports.ids,
      today: () => romeDay(ports.clock.now()),
      by: () => ({ by: studio().name, user: studio().account }),
    });
    const replica = {
      tables: shown.replica.tables,
      get dayOffset() {
        return shown.replica.dayOffset;
      },
      lastSync: null,
      lost: null,
    } as const;
    return { kind: 'server', fetch: serverFetch(ports, studio), studio, shown, replica };
  }
  if (fetch === null) return { kind: 'register', replica: createRegisterReplica(store.tables) };
  return { kind: 'vendor', fetch, replica: yield* openReplicaStore(stores.replica, !store.fresh) };
}
