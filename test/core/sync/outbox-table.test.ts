import { describe, expect, test } from 'vitest';
import type { CommandKey } from '../../../core/kernel/id.ts';
import {
  afterRestart,
  afterSend,
  beforeSend,
  type LastAnswer,
  type OutboxEntry,
  type OutboxState,
  type PushOutcome,
} from '../../../core/sync/outbox.ts';
import { pollDelay, rateLimitDelay, retryDelay } from '../../../core/sync/retry.ts';

type Entry = OutboxEntry<string, never>;

const entryIn = (state: OutboxState, lastAnswer: LastAnswer = 'none'): Entry => ({
  id: 'key' as CommandKey,
  order: 1,
  command: 'order',
  state,
  tries: 1,
  lastAnswer,
  refusal: null,
});

const outcomes: readonly PushOutcome[] = [
  { kind: 'received' },
  { kind: 'unsent', why: 'unreachable' },
  { kind: 'unsent', why: 'rate-limited' },
  { kind: 'unsent', why: 'sign-in-needed' },
  { kind: 'unsent', why: 'not-accepted' },
  { kind: 'unknown', why: 'no-answer' },
  { kind: 'unknown', why: 'server-error' },
  { kind: 'unknown', why: 'unreadable' },
];

/** The state before the send, during the send, and after each kind of outcome. */
const table: readonly (readonly [
  before: OutboxState,
  during: OutboxState,
  received: OutboxState,
  unsent: OutboxState,
  unknown: OutboxState,
])[] = [
  ['queued', 'sending', 'sending', 'queued', 'outcome-unknown'],
  ['outcome-unknown', 'outcome-unknown', 'outcome-unknown', 'outcome-unknown', 'outcome-unknown'],
  // Sent before, and no pull has answered since. Perhaps it arrived.
  ['sending', 'outcome-unknown', 'outcome-unknown', 'outcome-unknown', 'outcome-unknown'],
];

describe('the table of the outbox', () => {
  test.each(table)(
    '%s: on its way %s; received %s, unsent %s, unknown %s',
    (before, during, received, unsent, unknown) => {
      const sending = beforeSend(entryIn(before));
      expect([sending.state, sending.tries]).toEqual([during, 2]);
      for (const outcome of outcomes) {
        const after = afterSend(sending, outcome);
        expect(after.state, JSON.stringify(outcome)).toBe({ received, unsent, unknown }[outcome.kind]);
        expect(after.lastAnswer).toBe(outcome.kind === 'received' ? 'received' : outcome.why);
        expect([after.id, after.order, after.command, after.tries]).toEqual(['key', 1, 'order', 2]);
      }
    },
  );

  test.each([
    ['queued', 'queued'],
    ['sending', 'outcome-unknown'],
    ['outcome-unknown', 'outcome-unknown'],
    ['refused', 'refused'],
  ] as const)('after a restart %s is %s', (before, after) => {
    expect(afterRestart(entryIn(before)).state).toBe(after);
  });

  test('received, the pull fails, and the next try does not arrive: it is not "surely not sent"', () => {
    const received = afterSend(beforeSend(entryIn('queued')), { kind: 'received' });
    const again = afterSend(beforeSend(received), { kind: 'unsent', why: 'unreachable' });
    expect(again.state).toBe('outcome-unknown');
  });

  test('the answer could not be saved, and the next try does not arrive: it is not "surely not sent" either', () => {
    const sent = beforeSend(entryIn('queued'));
    const again = afterSend(beforeSend(sent), { kind: 'unsent', why: 'sign-in-needed' });
    expect(again.state).toBe('outcome-unknown');
  });

  test('nothing is changed in place', () => {
    const entry = Object.freeze(entryIn('queued'));
    expect(() => afterRestart(afterSend(beforeSend(entry), { kind: 'received' }))).not.toThrow();
  });
});

describe('pauses', () => {
  test('between half of the longest and the longest, growing, never more than a minute', () => {
    for (let failures = 1; failures <= 40; failures += 1) {
      const longest = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 10));
      for (const chance of [0, 0.25, 0.999_999]) {
        const delay = retryDelay(failures, chance);
        expect(delay).toBeGreaterThanOrEqual(longest / 2);
        expect(delay).toBeLessThanOrEqual(longest);
      }
    }
  });

  test('after "too many requests" longer than after any failure, and longer than the poll', () => {
    expect(rateLimitDelay).toBeGreaterThan(60_000);
    expect(pollDelay).toBeLessThan(rateLimitDelay);
  });
});
