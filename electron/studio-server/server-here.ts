// Makes this computer the server of the studios that are shared from it (its thread: server-thread.ts).
import { Worker } from 'node:worker_threads';
import type { ServerState } from '../../core/bridge/shared.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { Log, Scheduler } from '../../core/ports.ts';
import type { Application } from '../application.ts';
import { codeOf } from '../adapters/envelope.ts';
import { networkAddresses } from '../studios/computer.ts';
import { packedPostgres } from './packed-postgres.ts';
import type { FromServer, ServerPlace, ToServer } from './server-messages.ts';
import type { Settings } from '../adapters/settings.ts';

export interface RunningServer {
  readonly port: number;
  readonly fingerprint: string;
}

export interface ServerStanding {
  readonly state: ServerState;
  readonly running: RunningServer | null;
  /** Other computers reach the server at these addresses. */
  readonly addresses: readonly string[];
}

export interface ServerHere {
  /** Starts the server if studios were shared from this computer before, also after it was stopped. */
  resume(): void;
  /** Starts it, if it does not run yet. Refuses with a short code of why it cannot. */
  start(): Promise<Result<RunningServer, { readonly code: string }>>;
  /** Puts a studio on it and invites its first administrator, or invites a member of a studio there. */
  invite(
    wish: Exclude<ToServer, { kind: 'stop' }>,
  ): Promise<Result<{ readonly studio: string; readonly code: string }, { readonly code: string }>>;
  standing(): ServerStanding;
  /** It does not start again by itself. */
  stop(): Promise<void>;
}

/** The first port that is tried, and how many after it. Later starts take the one that the links name. */
const firstPort = 8741;
const mostPorts = 20;
const againMs = 30_000;
const longestStopMs = 4000;

const keptSchema = z.object({ port: z.int().min(1).max(65_535) });

export function createServerHere({
  thread,
  folder,
  postgres,
  host,
  settings,
  scheduler,
  log,
  changed,
}: {
  /** The built file of the thread. */
  readonly thread: URL;
  readonly folder: string;
  /** The folder of PostgreSQL's programs. Null: those of the package. */
  readonly postgres: string | null;
  readonly host: string;
  readonly settings: Settings<unknown>;
  readonly scheduler: Scheduler;
  readonly log: Log;
  /** It runs, or it does not any more. */
  readonly changed: () => void;
}): ServerHere {
  let worker: Worker | null = null;
  let running: RunningServer | null = null;
  let starting: Promise<Result<RunningServer, { readonly code: string }>> | null = null;
  let failure: string | null = null;
  let callOff = (): void => undefined;
  let stopped = false;

  function keptPort(): number | null {
    const read = settings.read();
    const kept = read.ok ? parse(keptSchema, read.value) : null;
    return kept?.ok === true ? kept.value.port : null;
  }

  /** The next message of the thread, or the code of why there is none. */
  const nextFrom = (from: Worker): Promise<FromServer> =>
    new Promise((resolve) => {
      const end = (message: FromServer): void => {
        from.off('message', end);
        from.off('error', broke);
        from.off('exit', ended);
        resolve(message);
      };
      const broke = (error: unknown): void => end({ kind: 'failed', code: codeOf(error) });
      const ended = (): void => end({ kind: 'failed', code: 'exit' });
      from.on('message', end);
      from.on('error', broke);
      from.on('exit', ended);
    });

  async function tryPort(port: number): Promise<Result<RunningServer, { readonly code: string }>> {
    const place: ServerPlace = { folder, host, port };
    const began = new Worker(thread, {
      workerData: place,
      env: postgres === null ? process.env : { ...process.env, [packedPostgres]: postgres },
    });
    const said = await nextFrom(began);
    if (said.kind !== 'running') {
      await began.terminate();
      return err({ code: said.kind === 'failed' ? said.code : 'unknown' });
    }
    worker = began;
    running = { port: said.port, fingerprint: said.fingerprint };
    // A thread that breaks is started again: the desks wait for it.
    const lost = (): void => {
      if (worker !== began) return;
      [worker, running, failure] = [null, null, 'exit'];
      log.error('shared.server-lost');
      startLater();
      changed();
    };
    began.once('error', lost);
    began.once('exit', lost);
    return ok(running);
  }

  async function startNow(): Promise<Result<RunningServer, { readonly code: string }>> {
    const kept = keptPort();
    const ports = kept === null ? Array.from({ length: mostPorts }, (_, next) => firstPort + next) : [kept];
    let result: Result<RunningServer, { readonly code: string }> = err({ code: 'unknown' });
    for (const port of ports) {
      if (stopped) return err({ code: 'stopped' });
      result = await tryPort(port);
      if (result.ok || result.error.code !== 'EADDRINUSE') break;
    }
    if (result.ok) {
      failure = null;
      if (kept === null) settings.write({ port: result.value.port });
      log.info('shared.server-runs');
    } else {
      failure = result.error.code;
      log.error('shared.server-failed', { code: failure });
    }
    changed();
    return result;
  }

  function start(): Promise<Result<RunningServer, { readonly code: string }>> {
    callOff();
    if (running !== null) return Promise.resolve(ok(running));
    starting ??= startNow().finally(() => {
      starting = null;
    });
    return starting;
  }

  function startLater(): void {
    if (stopped) return;
    callOff = scheduler.after(againMs, () => void resume());
  }

  async function resume(): Promise<void> {
    if (keptPort() === null) return;
    const result = await start();
    if (!result.ok) startLater();
  }

  function state(): ServerState {
    if (running !== null) return { kind: 'running' };
    if (failure !== null) return { kind: 'failed', code: failure };
    return { kind: keptPort() === null ? 'none' : 'starting' };
  }

  function addresses(): readonly string[] {
    if (running === null) return [];
    const { port } = running;
    const own = host === '0.0.0.0' ? networkAddresses().map((at) => `https://${at}:${port}`) : [];
    return own.length > 0 ? own : [`https://127.0.0.1:${port}`];
  }

  return {
    resume() {
      stopped = false;
      void resume();
    },
    start,
    async invite(wish) {
      const to = worker;
      if (to === null) return err({ code: 'not-running' });
      const answer = nextFrom(to);
      to.postMessage(wish, []);
      const said = await answer;
      return said.kind === 'invited'
        ? ok({ studio: said.studio, code: said.code })
        : err({ code: 'code' in said ? said.code : 'unknown' });
    },
    standing: () => ({ state: state(), running, addresses: addresses() }),
    async stop() {
      stopped = true;
      callOff();
      await starting;
      const to = worker;
      [worker, running] = [null, null];
      if (to === null) return;
      const said = nextFrom(to);
      to.postMessage({ kind: 'stop' } satisfies ToServer, []);
      let callOffStop = (): void => undefined;
      const tooLong = new Promise<void>((resolve) => {
        callOffStop = scheduler.after(longestStopMs, resolve);
      });
      await Promise.race([said, tooLong]);
      callOffStop();
      await to.terminate();
    },
  };
}

/** Reads a studio that lies on the server of this computer. Without an open studio there is nothing to do. */
export async function readFromServer({ handlers }: Application): Promise<void> {
  const { open } = await handlers['studios/list'](null);
  if (open !== null) await handlers['sync/now'](null);
}
