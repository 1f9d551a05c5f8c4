import type { Clock, Rng, Scheduler } from '../ports.ts';
import { createDraftPush, type DraftPorts } from './drafts.ts';
import { afterSend, beforeSend, type LastAnswer, type OutboxEntry, type PushOutcome } from './outbox.ts';
import { pollDelay, rateLimitDelay, retryDelay } from './retry.ts';

/** A marked command cannot be withdrawn. So a group holds what is sent in about this time. */
const groupMs = 100;
const mostInGroup = 50;

/** Where it takes this long all the same, its rest can be withdrawn again. */
const longestGroupMs = 1000;

/** The size of the next group, if `sent` commands of the last one took so long. */
const groupSize = (tookMs: number, sent: number): number =>
  Math.max(1, Math.min(mostInGroup, Math.floor((groupMs * sent) / Math.max(tookMs, sent))));

/** The result of a pull. `complete`: the replica now holds everything that the vendor had. */
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
        | 'too-much'
        | 'sign-in-needed';
    };

export interface SyncPorts<Command, Refusal> extends DraftPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  /** The commands that must still be processed, in the order of sending. Refused ones are left out. */
  pending(): readonly OutboxEntry<Command, Refusal>[];
  /**
   * Makes the entries durable with one write before it returns. Throws if it cannot; then nothing is sent.
   */
  save(entries: readonly OutboxEntry<Command, Refusal>[]): void;
  push(entry: OutboxEntry<Command, Refusal>): Promise<PushOutcome>;
  /** Updates the replica, and removes from the outbox what the vendor shows as processed. */
  pull(): Promise<PullOutcome>;
  /** Called whenever the status may have changed. */
  changed(): void;
  /** Called if something unexpected broke an exchange. The exchange is tried again later. */
  failed(problem: unknown): void;
}

/**
 * How the last exchange ended. `online`: all of it succeeded, or a command was not accepted. `unreadable`:
 * the other side answered with an error or with what is no answer. `too-much`: it answered with more than
 * the budget. `waiting`: it asks to wait. `broken`: the exchange failed on this side.
 */
export type Link =
  | 'idle'
  | 'online'
  | 'offline'
  | 'sign-in-needed'
  | 'unreadable'
  | 'too-much'
  | 'waiting'
  | 'broken';

export interface SyncState {
  readonly link: Link;
  readonly lastSync: number | null;
  readonly nextTry: number | null;
}

type Outcome = 'ok' | 'broken' | LastAnswer;

function linkAfter(outcome: Outcome): Link {
  switch (outcome) {
    case 'unreachable':
    case 'no-answer':
      return 'offline';
    case 'server-error':
    case 'unreadable':
      return 'unreadable';
    case 'rate-limited':
      return 'waiting';
    case 'too-much':
    case 'sign-in-needed':
    case 'broken':
      return outcome;
    case 'ok':
    case 'none':
    case 'received':
    case 'not-accepted':
      return 'online';
  }
}

export interface Sync {
  /** Starts an exchange now, or another one after the running one. Resolves when it is over. */
  wake(): Promise<void>;
  /** Background wake-up. Respects the pause after a 429. */
  nudge(): void;
  state(): SyncState;
  /** No exchange starts after this. Resolves when the running one is over. */
  stop(): Promise<void>;
}

/**
 * Runs one exchange at a time: sends the waiting commands in sequence, pulls, then sends the changed drafts.
 * It knows nothing about orders and seats.
 * A command is marked before it is sent, and never removed here: only a pull shows that it was processed.
 * Several are marked with one write if they are sent within a moment: a disk takes as long for one as for
 * fifty.
 */
export function createSync<Command, Refusal>(ports: SyncPorts<Command, Refusal>): Sync {
  let link: Link = 'idle';
  let lastSync: number | null = null;
  let nextTry: number | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let toldToWait = false;
  let callOff = (): void => undefined;
  const pushDrafts = createDraftPush(ports);

  /** Sends in sequence and stops at the first unclear result. A rejected command does not block the next. */
  async function pushAll(): Promise<'ok' | LastAnswer> {
    let turnedDown: 'ok' | LastAnswer = 'ok';
    // Saved together with the next group. After a crash they still read `sending`, which is safe.
    let received: OutboxEntry<Command, Refusal>[] = [];
    const ids = ports.pending().map(({ id }) => id);
    let size = 1;
    while (ids.length > 0) {
      // Read again: a command may have been withdrawn while others were on their way.
      const still = new Map(ports.pending().map((entry) => [entry.id, entry]));
      const group = ids.splice(0, size).flatMap((id) => still.get(id) ?? []);
      if (group.length === 0) continue;
      const marked = group.map(beforeSend);
      ports.save([...received, ...marked]);
      received = [];
      const begun = ports.clock.now();
      let sent = 0;
      for (const entry of marked) {
        const outcome = await ports.push(entry);
        sent += 1;
        received.push(afterSend(entry, outcome));
        // What was only marked is queued again. What was sent at an earlier time stays unknown, as marked.
        const rest = group.slice(sent);
        const unsent = rest.filter(({ state }) => state === 'queued');
        if (outcome.kind !== 'received') {
          const stops = outcome.why !== 'not-accepted';
          ports.save(stops ? [...received, ...unsent] : received);
          received = [];
          if (stops) return outcome.why;
          turnedDown = outcome.why;
        }
        if (ports.clock.now() - begun <= longestGroupMs || rest.length === 0) continue;
        ports.save([...received, ...unsent]);
        received = [];
        ids.unshift(...rest.map(({ id }) => id));
        break;
      }
      size = groupSize(ports.clock.now() - begun, sent);
    }
    if (received.length > 0) ports.save(received);
    return turnedDown;
  }

  async function exchange(): Promise<void> {
    const pushed = await pushAll();
    if (pushed === 'unreachable' || pushed === 'sign-in-needed' || pushed === 'rate-limited')
      return finish(pushed);
    // Pull after an unknown outcome too: the pull shows whether the command arrived.
    const pull = await ports.pull();
    if (pull.kind === 'failed') return finish(pull.why);
    lastSync = ports.clock.now();
    // Drafts come after the pull, so that they are made from the newest version. A second
    // pull shows that they arrived.
    const drafts = await pushDrafts();
    if (drafts.failed !== null) return finish(drafts.failed);
    const seen = drafts.sent ? await ports.pull() : pull;
    finish(seen.kind === 'failed' ? seen.why : pushed);
  }

  function finish(outcome: Outcome): void {
    callOff();
    toldToWait = outcome === 'rate-limited';
    if (outcome === 'sign-in-needed') {
      link = 'sign-in-needed';
      failures = 0;
      nextTry = null;
      return;
    }
    link = linkAfter(outcome);
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
        finish('broken');
      }
      ports.changed();
      // After a 429 the requests that came meanwhile wait too.
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
