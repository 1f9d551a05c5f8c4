import { describe, expect, test } from 'vitest';
import type { CommandKey } from '../../../core/kernel/id.ts';
import { afterRestart, afterSend, beforeSend, type OutboxEntry } from '../../../core/sync/outbox.ts';
import { retryDelay } from '../../../core/sync/retry.ts';

const queued: OutboxEntry<string, never> = {
  id: '0193-key' as CommandKey,
  order: 1,
  command: 'order',
  state: 'queued',
  tries: 0,
  lastAnswer: 'none',
  refusal: null,
};

describe('outbox', () => {
  test('marked before it leaves; after a crash that means unknown, never "not sent"', () => {
    const sending = beforeSend(queued);
    expect(sending).toMatchObject({ state: 'sending', tries: 1 });
    expect(afterRestart(sending)).toMatchObject({ state: 'outcome-unknown', lastAnswer: 'no-answer' });
    expect(afterRestart(queued)).toBe(queued);
  });

  test('an unknown outcome is not forgotten by a later try that surely did not arrive', () => {
    const unknown = afterSend(beforeSend(queued), { kind: 'unknown', why: 'no-answer' });
    const again = afterSend(beforeSend(unknown), { kind: 'unsent', why: 'unreachable' });
    expect([unknown.state, beforeSend(unknown).state, again.state]).toEqual([
      'outcome-unknown',
      'outcome-unknown',
      'outcome-unknown',
    ]);
  });

  test('surely not sent: back in the queue', () => {
    expect(afterSend(beforeSend(queued), { kind: 'unsent', why: 'rate-limited' })).toMatchObject({
      state: 'queued',
      lastAnswer: 'rate-limited',
    });
  });

  test('an answer does not take it out: only a pull does', () => {
    expect(afterSend(beforeSend(queued), { kind: 'received' })).toMatchObject({
      state: 'sending',
      lastAnswer: 'received',
    });
  });

  test('whatever happens, the key stays the one that was made first', () => {
    let entry = queued;
    for (const outcome of [
      { kind: 'unsent', why: 'unreachable' },
      { kind: 'unknown', why: 'server-error' },
      { kind: 'received' },
    ] as const) {
      entry = afterRestart(afterSend(beforeSend(entry), outcome));
      expect(entry.id).toBe(queued.id);
    }
  });
});

describe('waiting between tries', () => {
  test('doubles from a second to a minute, half of it by chance', () => {
    expect([1, 2, 3, 7, 20].map((failures) => [retryDelay(failures, 0), retryDelay(failures, 1)])).toEqual([
      [500, 1000],
      [1000, 2000],
      [2000, 4000],
      [30_000, 60_000],
      [30_000, 60_000],
    ]);
  });
});
