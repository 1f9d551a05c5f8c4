import type { Clock, Rng, Scheduler } from '../ports.ts';
import { createDraftPush, type DraftPorts } from './drafts.ts';
import { afterSend, beforeSend, type LastAnswer, type OutboxEntry, type PushOutcome } from './outbox.ts';
import { pollDelay, rateLimitDelay, retryDelay } from './retry.ts';

/** What a pull came to. `complete`: the replica now holds all that the vendor had to say. */
export type PullOutcome =
  | { readonly kind: 'complete' }
  | {
      readonly kind: 'failed';
      readonly why:
        | 'unreachable'
        | 'no-answer'
        | 'rate-limited'
        | 'server-error'
        | 'unreadable'
        | 'sign-in-needed';
    };

export interface SyncPorts<Command, Refusal> extends DraftPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  /** The commands that still have to be processed, refused ones left out, in the order of sending. */
  pending(): readonly OutboxEntry<Command, Refusal>[];
  /**
   * Makes the entries durable, with one write, before it returns; throws where it cannot, and then nothing is
   * sent.
   */
  save(entries: readonly OutboxEntry<Command, Refusal>[]): void;
  push(entry: OutboxEntry<Command, Refusal>): Promise<PushOutcome>;
  /** Brings the replica up to date, and takes out of the outbox what the vendor shows as processed. */
  pull(): Promise<PullOutcome>;
  /** Called whenever the status may have changed. */
  changed(): void;
  /** Called where something unexpected broke an exchange: it is tried again later. */
  failed(problem: unknown): void;
}

export interface SyncState {
  readonly link: 'idle' | 'online' | 'offline' | 'sign-in-needed';
  readonly lastSync: number | null;
  readonly nextTry: number | null;
}

export interface Sync {
  /** Starts an exchange now, or another one after the one that runs; resolves when it is over. */
  wake(): Promise<void>;
  /**
   * The same for what nobody asked for just now: after "too many requests" it waits for its time like
   * everything else.
   */
  nudge(): void;
  state(): SyncState;
  /** No exchange starts any more; resolves when the one that runs is over. */
  stop(): Promise<void>;
}

/**
 * Sends what waits, in order, pulls, and sends the drafts that differ; one exchange at a time. Knows no order
 * and no seat.
 * A command is marked before it leaves and never removed here: only a pull shows that it was processed.
 */
export function createSync<Command, Refusal>(ports: SyncPorts<Command, Refusal>): Sync {
  let link: SyncState['link'] = 'idle';
  let lastSync: number | null = null;
  let nextTry: number | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let toldToWait = false;
  let callOff = (): void => undefined;
  const pushDrafts = createDraftPush(ports);

  /**
   * Stops at the first command that could not be settled, so that the order is kept; one that was turned down
   * holds nobody up.
   */
  async function pushAll(): Promise<'ok' | LastAnswer> {
    let turnedDown: 'ok' | LastAnswer = 'ok';
    // Saved together with the next one: until then it is `sending`, which promises no more than what is true.
    let received: readonly OutboxEntry<Command, Refusal>[] = [];
    for (const { id } of ports.pending()) {
      // Looked up anew: it may have been withdrawn while another one was on its way.
      const waiting = ports.pending().find((entry) => entry.id === id);
      if (waiting === undefined) continue;
      const entry = beforeSend(waiting);
      ports.save([...received, entry]);
      ports.changed();
      const outcome = await ports.push(entry);
      received = outcome.kind === 'received' ? [afterSend(entry, outcome)] : [];
      if (outcome.kind === 'received') continue;
      ports.save([afterSend(entry, outcome)]);
      if (outcome.why !== 'not-accepted') return outcome.why;
      turnedDown = outcome.why;
    }
    if (received.length > 0) ports.save(received);
    return turnedDown;
  }

  async function exchange(): Promise<void> {
    const pushed = await pushAll();
    if (pushed === 'unreachable' || pushed === 'sign-in-needed' || pushed === 'rate-limited')
      return finish(pushed);
    // After an unknown outcome too: the pull is the question "did it arrive?".
    const pull = await ports.pull();
    if (pull.kind === 'failed') return finish(pull.why);
    lastSync = ports.clock.now();
    // After the pull, so that they are made from the newest version; and another one shows that they are
    // there.
    const drafts = await pushDrafts();
    if (drafts.failed !== null) return finish(drafts.failed);
    const seen = drafts.sent ? await ports.pull() : pull;
    finish(seen.kind === 'failed' ? seen.why : pushed);
  }

  function finish(outcome: 'ok' | LastAnswer): void {
    callOff();
    toldToWait = outcome === 'rate-limited';
    if (outcome === 'sign-in-needed') {
      link = 'sign-in-needed';
      failures = 0;
      nextTry = null;
      return;
    }
    link = outcome === 'unreachable' || outcome === 'no-answer' ? 'offline' : 'online';
    failures = outcome === 'ok' ? 0 : failures + 1;
    const delay =
      outcome === 'ok'
        ? pollDelay
        : outcome === 'rate-limited'
          ? rateLimitDelay
          : retryDelay(failures, ports.rng.next());
    if (stopped) return;
    nextTry = ports.clock.now() + delay;
    callOff = ports.scheduler.after(delay, () => void wake());
  }

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await exchange();
      } catch (problem) {
        ports.failed(problem);
        finish('server-error');
      }
      ports.changed();
      // Told to wait: what was asked for meanwhile waits as well.
    } while (again && !stopped && !toldToWait);
    running = null;
  }

  function wake(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running !== null) {
      again = true;
      return running;
    }
    running = run();
    return running;
  }

  return {
    wake,
    nudge: () => {
      if (!toldToWait || running !== null) void wake();
    },
    state: () => ({ link, lastSync, nextTry }),
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
  };
}
