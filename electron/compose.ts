import type { AccountPorts } from '../core/account/account-ports.ts';
import type { FolderWriter, ScreenChange } from '../core/bridge/contract.ts';
import type { StoreNotice } from '../core/bridge/storage.ts';
import { openHost, type Host } from '../core/host/host.ts';
import { sharedToken } from '../core/host/shared/shared-exchange.ts';
import type { Desktop } from '../core/host/desktop.ts';
import { romeDay } from '../core/kernel/day.ts';
import { ok } from '../core/kernel/result.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../core/persistence/documents.ts';
import type { DocumentStore, EndKeeper, Fetch, LineStore, Log, Secrets } from '../core/ports.ts';
import type { StudioEntry } from '../core/bridge/studios.ts';
import { openKeptScreen, type ScreenDocument } from './studios/kept-screen.ts';
import { ownDesk } from '../core/desk/rules/own-desk.ts';
import type { ComposedDesk } from './application.ts';
import type { ServerFetch } from './adapters/server-fetch.ts';
import {
  stepByStep,
  systemClock,
  systemDigest,
  systemIds,
  systemRng,
  systemScheduler,
} from './adapters/system.ts';
import type { FolderHold } from './studios/folder-hold.ts';
import { openShared, type ServerOfDesk } from './studios/shared-handlers.ts';
import { onlyReading } from './studios/only-reading.ts';
import { sampleDesk, sampleServices } from './sample/sample-desk.ts';
import { simulatorCalls } from './simulator-calls.ts';
import { sampleAccount } from './simulator/sample/sample.ts';
import type { VendorInside } from './vendor-thread/open-vendor.ts';

/**
 * What the desk gets from the world. If `backendUrl` is null, a sample's vendor runs beside it, without a
 * port.
 */
export interface Environment {
  readonly studio: Pick<StudioEntry, 'kind' | 'name'>;
  readonly backendUrl: string | null;
  /** Opens the vendor of a sample, inside the program. */
  readonly vendor: () => Promise<VendorInside>;
  readonly store: <T>(name: string) => DocumentStore<T>;
  readonly lines: (name: string) => LineStore;
  /** Keeps the end of the journal apart from it. */
  readonly end: EndKeeper;
  /** Reads from Aruba, in a studio of one's own. */
  readonly account: () => AccountPorts;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Sends requests to a server at an address. */
  readonly fetchOf: ServerFetch;
  readonly desktop: Desktop;
  /** The system user who runs the program. */
  readonly user: string;
  /** Another computer that has the data folder open: this program then only reads (rule J6). */
  readonly writtenBy: FolderWriter | null;
  /** Errors of the disk that the data folder's card has met. */
  readonly disk: Pick<FolderHold, 'trouble' | 'onTrouble'>;
  /** Called with the operator's name, at the start and when it changes. */
  readonly named: (operator: string) => void;
  /** Whether this computer is the server of its shared studios. */
  readonly server: ServerOfDesk;
}

/**
 * Connects the parts, in a thread of their own (desk-thread/). The first start creates the sample firm,
 * without a network and not signed in.
 */
export async function compose({
  studio,
  backendUrl,
  vendor,
  store,
  lines,
  end,
  account,
  secrets,
  log,
  fetchOf,
  desktop,
  user,
  writtenBy,
  disk,
  named,
  server,
}: Environment): Promise<ComposedDesk> {
  const clock = systemClock;
  const simulated = studio.kind === 'sample';
  const reads = writtenBy !== null;
  // It reads its files while the desk reads its own.
  const opening = simulated && backendUrl === null && !reads ? vendor() : null;
  // Awaited below, unless the desk cannot be opened.
  opening?.catch(() => undefined);
  // A studio of one's own has no vendor behind it: neither the simulator nor a connection (rule J2).
  const fetch: Fetch | null = !simulated
    ? null
    : reads
      ? noFetch
      : opening === null
        ? fetchOf({ address: backendUrl ?? '', fingerprint: null })
        : async (request) => (await opening).fetch(request);
  const reached: ServerFetch = reads ? () => noFetch : fetchOf;
  const kept = openKeptScreen(store<ScreenDocument>('screen'), systemScheduler, log);
  const host = await stepByStep(
    openHost({
      clock,
      scheduler: systemScheduler,
      rng: systemRng,
      ids: systemIds,
      digest: systemDigest,
      log,
      fetch,
      account: simulated || reads ? null : account,
      secrets,
      user,
      desktop: simulated || reads ? null : desktop,
      server: reached,
      stores: {
        workspace: store<WorkspaceDocument>('workspace'),
        backup: store<WorkspaceDocument>('workspace-backup'),
        journal: [lines('journal-1'), lines('journal-2')],
        end,
        replica: store<ReplicaDocument>('replica'),
      },
    }),
  );
  const inside = await opening;
  if (host.fresh && simulated)
    host.seed(sampleServices(romeDay(clock.now())), (state) => sampleDesk(state, sampleAccount.username));
  else if (host.fresh) host.seed([], () => ownDesk(studio.name));
  if (disk.trouble() !== null) host.diskFailed(disk.trouble());
  disk.onTrouble((error) => host.diskFailed(error));
  const reset: readonly StoreNotice[] =
    inside === null || inside.notice === null
      ? []
      : [
          {
            document: 'simulator',
            movedTo: inside.notice.movedTo,
            recovery: 'empty',
            missing: null,
            last: null,
          },
        ];
  const simulator = simulatorCalls((request) => host.simulator(request));
  const tellName = (changes: readonly ScreenChange[]): void => {
    for (const change of changes)
      if (change.table === 'operators' && change.id === user && change.value !== null)
        named(change.value.name);
  };
  tellName(host.snapshot().changes);
  host.onChanged(({ changes }) => tellName(changes));

  const joined = (token: string): void => application.joined(token);
  const shared = openShared({ host, secrets, server, fetchOf: reached, joined });
  const application: ComposedDesk = {
    state: () => host.state(),
    share({ joined, token }) {
      secrets.write(sharedToken, token);
      return host.shared.share(joined);
    },
    joined(token) {
      secrets.write(sharedToken, token);
      void host.syncNow();
    },
    handlers: {
      'app/snapshot': () => {
        const { changes, ...snapshot } = host.snapshot();
        return {
          ...snapshot,
          rows: JSON.stringify(changes),
          notices: [...snapshot.notices, ...reset],
          writtenBy,
          kept: kept.text(),
          simulated,
          simulatorInside: inside !== null && !isShared(host),
          backendAddress: simulated && !reads ? backendUrl : null,
        };
      },
      ...shared.handlers,
      'window/keep': ({ text }) => {
        kept.keep(text);
        return ok(null);
      },
      'command/submit': (command) => host.submit(command),
      'command/undo': () => host.undo(),
      'command/redo': () => host.redo(),
      'access/sign-in': ({ username, password }) => host.signIn(username, password),
      'access/sign-out': () => {
        host.signOut();
        return ok(null);
      },
      'sync/now': async () => {
        await shared.keepJoined();
        await host.syncNow();
        return ok(null);
      },
      'reminders/tell': (words) => host.reminders.tell(words),
      'reminders/read': ({ key }) => host.reminders.read(key),
      'calendar/choose': (wish) => host.calendar.choose(wish),
      'calendar/update': ({ content }) => host.calendar.update(content),
      'calendar/stop': () => host.calendar.stop(),
      'account/read': (wish) => host.account.read(wish),
      'account/stop': () => {
        host.account.stop();
        return ok(null);
      },
      'account/standing': async () => ok(await host.account.standing()),
      'account/forget': (wish) => host.account.forget(wish),
      'simulator/state': () => simulator.state(),
      'simulator/act': async (action) => {
        const result = await simulator.act(action);
        await host.syncNow();
        return result;
      },
    },
    onChanged: (listener) =>
      host.onChanged((event) => listener({ ...event, notices: [...event.notices, ...reset] })),
    async close(how) {
      kept.close();
      await host.close(how);
      await inside?.close();
    },
  };
  return reads ? onlyReading(application) : application;
}

/** The vendor of a shared sample is the server's. */
const isShared = (host: Pick<Host, 'state'>): boolean => host.state().workspace.sharedStudio.size > 0;

/** No vendor can be reached. */
const noFetch: Fetch = () => Promise.resolve({ kind: 'unreachable' });
