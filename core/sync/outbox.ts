import type { CommandKey } from '../kernel/id.ts';

/**
 * The state of a command before a pull shows that the vendor has processed it.
 * `sending` is written before the request leaves: after a crash it means `outcome-unknown`, never "not sent".
 * `refused`: the vendor processed it and said no. It stays until the person has dealt with it.
 */
export type OutboxState = 'queued' | 'sending' | 'outcome-unknown' | 'refused';

/** The last result of a try, shown to the person. */
export type LastAnswer =
  | 'none'
  | 'unreachable'
  | 'no-answer'
  | 'rate-limited'
  | 'server-error'
  | 'unreadable'
  | 'too-much'
  | 'sign-in-needed'
  | 'received'
  | 'not-accepted';

/**
 * A command on its way. `id` is its idempotency key: made once, stored before the
 * first send, never made again.
 */
export interface OutboxEntry<Command, Refusal> {
  readonly id: CommandKey;
  /** Commands are sent in ascending order. */
  readonly order: number;
  readonly command: Command;
  readonly state: OutboxState;
  readonly tries: number;
  readonly lastAnswer: LastAnswer;
  readonly refusal: Refusal | null;
}

/**
 * The result of one push. `unsent`: surely not processed. `unknown`: perhaps processed. `received`:
 * processed; the next pull will show it.
 */
export type PushOutcome =
  | { readonly kind: 'received' }
  | {
      readonly kind: 'unsent';
      readonly why: Extract<LastAnswer, 'unreachable' | 'rate-limited' | 'sign-in-needed' | 'not-accepted'>;
    }
  | {
      readonly kind: 'unknown';
      readonly why: Extract<LastAnswer, 'no-answer' | 'server-error' | 'unreadable' | 'too-much'>;
    };

type Entry = Pick<OutboxEntry<unknown, unknown>, 'state' | 'tries' | 'lastAnswer'>;

/**
 * The entry before a send. If it was sent before and no pull came since, its outcome stays unknown while it
 * is tried again with the same key.
 */
export const beforeSend = <E extends Entry>(entry: E): E => ({
  ...entry,
  state: entry.state === 'queued' ? 'sending' : 'outcome-unknown',
  tries: entry.tries + 1,
});

/**
 * The entry after a send. Only a pull clears an unknown outcome: "not sent this time" says
 * nothing about the time before.
 */
export function afterSend<E extends Entry>(entry: E, outcome: PushOutcome): E {
  if (outcome.kind === 'received') return { ...entry, lastAnswer: 'received' };
  if (outcome.kind === 'unknown') return { ...entry, state: 'outcome-unknown', lastAnswer: outcome.why };
  return {
    ...entry,
    state: entry.state === 'outcome-unknown' ? 'outcome-unknown' : 'queued',
    lastAnswer: outcome.why,
  };
}

/** The entry after a restart: a command that was being sent may have arrived. */
export const afterRestart = <E extends Entry>(entry: E): E =>
  entry.state === 'sending' ? { ...entry, state: 'outcome-unknown', lastAnswer: 'no-answer' } : entry;
