import type { Clock, Rng, Scheduler } from '../ports.ts';
import { createDraftPush, type DraftPorts } from './drafts.ts';
import { groupSize, isSlow } from './groups.ts';
import { afterSend, beforeSend, type LastAnswer, type OutboxEntry, type PushOutcome } from './outbox.ts';
import { pollDelay, rateLimitDelay, retryDelay } from './retry.ts';
import { sendSeveral } from './send-several.ts';

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
  /** What a command is about (see Sending). */
  about(command: Command): string | null;
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

/** Which of two answers decides what happens next: a call for a pause, then a call to sign in. */
const firstOf = (before: LastAnswer | null, then: LastAnswer): LastAnswer =>
  (['rate-limited', 'sign-in-needed'] as const).find((why) => why === before || why === then) ??
  before ??
  then;

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
 * A few commands may be on their way together, if they are about different things.
 * It knows nothing about orders and seats.
 * A command is marked before it is sent, and never removed here: only a pull shows that it was processed.
 * Several are marked with one write if they are sent within a moment (groups.ts).
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

  /**
   * Sends in sequence and stops at the first unclear result; those that are on their way with it are awaited.
   * A rejected command does not block the next.
   */
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
      let stop: LastAnswer | null = null;
      const sent = await sendSeveral(marked, {
        push: (entry) => ports.push(entry),
        about: ({ command }) => ports.about(command),
        answered(entry, outcome) {
          received.push(afterSend(entry, outcome));
          if (outcome.kind !== 'received' && outcome.why !== 'not-accepted') {
            stop = firstOf(stop, outcome.why);
            return false;
          }
          if (outcome.kind !== 'received') {
            turnedDown = outcome.why;
            ports.save(received);
            received = [];
          }
          return !isSlow(ports.clock.now() - begun);
        },
      });
      const rest = group.slice(sent);
      if (stop !== null || rest.length > 0) {
        // A command that did not leave is queued again, unless it had left before: that one stays unknown.
        ports.save([...received, ...rest.filter(({ state }) => state === 'queued')]);
        received = [];
      }
      if (stop !== null) return stop;
      ids.unshift(...rest.map(({ id }) => id));
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
