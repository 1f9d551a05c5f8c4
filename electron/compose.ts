import type { BackendRefusal, CallName, Calls, ChangedEvent, StoreNotice } from '../core/bridge/contract.ts';
import { openHost } from '../core/host/host.ts';
import type { Desktop } from '../core/host/desktop.ts';
import { romeDay } from '../core/kernel/day.ts';
import { parse } from '../core/kernel/parse.ts';
import { err, ok, type Result } from '../core/kernel/result.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../core/persistence/documents.ts';
import type { DocumentStore, Fetch, HttpAnswer, LineStore, Log, Secrets } from '../core/ports.ts';
import {
  accepted,
  simulatorAnswerSchema,
  simulatorStateSchema,
  type SimulatorAction,
  type SimulatorState,
} from '../core/aruba/protocol.ts';
import { readJson } from '../core/aruba/access.ts';
import type { StudioEntry } from '../core/bridge/studios.ts';
import { ownDesk } from '../core/desk/rules/own-desk.ts';
import type { SaveFile } from './adapters/files.ts';
import type { PrintPdf } from './adapters/print.ts';
import { httpFetch } from './adapters/http-fetch.ts';
import {
  inTurn,
  stepByStep,
  systemClock,
  systemIds,
  systemRng,
  systemScheduler,
  pause,
} from './adapters/system.ts';
import { sampleDesk, sampleServices } from './sample/sample-desk.ts';
import { embeddedBackend } from './simulator/embedded.ts';
import { sampleAccount } from './simulator/sample/sample.ts';
import type { SimulatorDocument } from './simulator/state/state.ts';

/** The function that answers each of some calls. */
export type Handlers<Names extends CallName> = {
  readonly [N in Names]: (payload: Calls[N]['takes']) => Promise<Calls[N]['gives']> | Calls[N]['gives'];
};

/** The application behind the windows. It answers every call except `window/new`. */
export interface Application {
  readonly handlers: Handlers<Exclude<CallName, 'window/new'>>;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
  close(): Promise<void>;
}

/** The calls about the studios themselves. All others are about the studio that is open. */
export const studioCalls = ['studios/list', 'studios/open', 'studios/create', 'studios/remove'] as const;
export type StudioCall = (typeof studioCalls)[number];

/** The desk of one studio. */
export interface StudioApplication extends Omit<Application, 'handlers'> {
  readonly handlers: Handlers<Exclude<CallName, StudioCall | 'window/new'>>;
}

/**
 * What the application gets from the world. If `backendUrl` is null, the simulator runs inside
 * this process, without a port.
 */
export interface Environment {
  readonly studio: Pick<StudioEntry, 'kind' | 'name'>;
  readonly backendUrl: string | null;
  readonly limits: 'on' | 'off';
  readonly store: <T>(name: string) => DocumentStore<T>;
  readonly lines: (name: string) => LineStore;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly saveFile: SaveFile;
  readonly printPdf: PrintPdf;
  readonly desktop: Desktop;
}

/**
 * Connects the parts, while the window loads its page. The first start creates the sample firm, without
 * a network and not signed in.
 */
export async function compose({
  studio,
  backendUrl,
  limits,
  store,
  lines,
  secrets,
  log,
  saveFile,
  printPdf,
  desktop,
}: Environment): Promise<StudioApplication> {
  const clock = systemClock;
  const simulated = studio.kind === 'sample';
  const embedded =
    simulated && backendUrl === null
      ? embeddedBackend({
          store: store<SimulatorDocument>('simulator'),
          lines: lines('simulator'),
          clock,
          scheduler: systemScheduler,
          ids: systemIds,
          log,
          limits,
        })
      : null;
  // A studio of one's own has no vendor behind it: neither the simulator nor a connection (rule J2).
  const fetch = !simulated ? null : embedded === null ? httpFetch(backendUrl ?? '') : inTurn(embedded.fetch);
  const host = await stepByStep(
    openHost({
      clock,
      scheduler: systemScheduler,
      rng: systemRng,
      ids: systemIds,
      log,
      fetch,
      secrets,
      desktop,
      pause,
      stores: {
        workspace: store<WorkspaceDocument>('workspace'),
        backup: store<WorkspaceDocument>('workspace-backup'),
        journal: [lines('journal-1'), lines('journal-2')],
        replica: store<ReplicaDocument>('replica'),
      },
    }),
  );
  if (host.fresh && simulated)
    host.seed(sampleServices(romeDay(clock.now())), (state) => sampleDesk(state, sampleAccount.username));
  else if (host.fresh) host.seed([], () => ownDesk(studio.name));
  const reset: readonly StoreNotice[] =
    embedded === null || embedded.notice === null
      ? []
      : [{ document: 'simulator', movedTo: embedded.notice.movedTo, recovery: 'empty' }];
  const simulator = fetch === null ? noSimulator : simulatorCalls(fetch);

  return {
    handlers: {
      'app/snapshot': () => {
        const { changes, ...snapshot } = host.snapshot();
        return {
          ...snapshot,
          rows: JSON.stringify(changes),
          notices: [...snapshot.notices, ...reset],
          simulated,
          simulatorInside: embedded !== null,
        };
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
        await host.syncNow();
        return ok(null);
      },
      'files/save': ({ name, content, base64 }) => saveFile(name, content, base64 ? 'base64' : 'utf8'),
      'print/pdf': async ({ name, document }) => {
        const pdf = await printPdf(document);
        return pdf === null
          ? err({ reason: 'no-pdf' })
          : saveFile(name, Buffer.from(pdf).toString('base64'), 'base64');
      },
      'reminders/tell': (words) => host.reminders.tell(words),
      'reminders/read': ({ key }) => host.reminders.read(key),
      'calendar/choose': (wish) => host.calendar.choose(wish),
      'calendar/update': ({ content }) => host.calendar.update(content),
      'calendar/stop': () => host.calendar.stop(),
      'simulator/state': () => simulator.state(),
      'simulator/act': async (action) => {
        const result = await simulator.act(action);
        await host.syncNow();
        return result;
      },
    },
    onChanged: (listener) => host.onChanged(listener),
    close: () => host.close(),
  };
}

const timeoutMs = 10_000;

/** In a studio of one's own there is no other side of the counter. */
const noSimulator = {
  state: (): Promise<Result<SimulatorState, BackendRefusal>> =>
    Promise.resolve(err({ reason: 'unreachable' })),
  act: (): Promise<Result<SimulatorState, BackendRefusal>> => Promise.resolve(err({ reason: 'unreachable' })),
};

/** Calls of the simulator's own page, over the same HTTP as everything else. */
function simulatorCalls(fetch: Fetch) {
  const body = (answer: HttpAnswer): Result<unknown, BackendRefusal> =>
    answer.kind === 'answer' ? ok(readJson(answer.body)) : err({ reason: 'unreachable' });
  return {
    async state(): Promise<Result<SimulatorState, BackendRefusal>> {
      const read = body(await fetch({ method: 'GET', path: '/simulator/state', headers: {}, timeoutMs }));
      if (!read.ok) return read;
      const parsed = parse(simulatorStateSchema, read.value);
      return parsed.ok ? parsed : err({ reason: 'unreadable-answer' });
    },
    async act(action: SimulatorAction): Promise<Result<SimulatorState, BackendRefusal>> {
      const read = body(
        await fetch({
          method: 'POST',
          path: '/simulator/actions',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(action),
          timeoutMs,
        }),
      );
      if (!read.ok) return read;
      const parsed = parse(simulatorAnswerSchema, read.value);
      if (!parsed.ok) return err({ reason: 'unreadable-answer' });
      return parsed.value.errorCode === accepted
        ? ok(parsed.value.state)
        : err({ reason: 'refused', description: parsed.value.errorDescription });
    },
  };
}
