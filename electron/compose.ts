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

/**
 * What the application gets from the world. If `backendUrl` is null, the simulator runs inside
 * this process, without a port.
 */
export interface Environment {
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
  backendUrl,
  limits,
  store,
  lines,
  secrets,
  log,
  saveFile,
  printPdf,
  desktop,
}: Environment): Promise<Application> {
  const clock = systemClock;
  const embedded =
    backendUrl === null
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
  const fetch = embedded === null ? httpFetch(backendUrl ?? '') : inTurn(embedded.fetch);
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
  if (host.fresh)
    host.seed(sampleServices(romeDay(clock.now())), (state) => sampleDesk(state, sampleAccount.username));
  const reset: readonly StoreNotice[] =
    embedded === null || embedded.notice === null
      ? []
      : [{ document: 'simulator', movedTo: embedded.notice.movedTo, recovery: 'empty' }];
  const simulator = simulatorCalls(fetch);

  return {
    handlers: {
      'app/snapshot': () => {
        const { changes, ...snapshot } = host.snapshot();
        // Carts and orders have no public API. So every backend is the simulator, in
        // this process or in another one.
        return {
          ...snapshot,
          rows: JSON.stringify(changes),
          notices: [...snapshot.notices, ...reset],
          simulated: true,
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
