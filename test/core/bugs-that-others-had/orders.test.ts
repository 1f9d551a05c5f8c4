// Named regression tests for bugs that other projects had and that would hurt here (end of design.md):
// orders on their way.
import { describe, expect, test } from 'vitest';
import type { CommandKey } from '../../../core/kernel/id.ts';
import { createSync, type SyncPorts } from '../../../core/sync/engine.ts';
import { afterRestart, type OutboxEntry } from '../../../core/sync/outbox.ts';

const key = '01930000-0000-7000-8000-000000000001' as CommandKey;

type Entry = OutboxEntry<string, never>;

/** A vendor that stores commands by key, and an outbox that survives the program. */
function exchange(answers: readonly ('received' | 'no-answer' | 'unreachable')[]) {
  const outbox = new Map<string, Entry>([
    [
      key,
      { id: key, order: 1, command: 'order', state: 'queued', tries: 0, lastAnswer: 'none', refusal: null },
    ],
  ]);
  const vendor = new Map<string, string>();
  const sent: string[] = [];
  const states: string[] = [];
  const left = [...answers];
  const ports: SyncPorts<string, never> = {
    clock: { now: () => 0 },
    scheduler: { after: () => () => undefined },
    rng: { next: () => 0 },
    pending: () => [...outbox.values()],
    save: (entries) => {
      for (const entry of entries) if (outbox.has(entry.id)) outbox.set(entry.id, entry);
    },
    push: async (entry) => {
      const answer = left.shift() ?? 'received';
      sent.push(entry.id);
      states.push(outbox.get(entry.id)?.state ?? 'gone');
      if (answer === 'unreachable') return { kind: 'unsent', why: 'unreachable' };
      // A key is processed once, even if the reply is lost. A known key gets the same answer
      // and changes nothing.
      if (!vendor.has(entry.id)) vendor.set(entry.id, entry.command);
      return answer === 'received' ? { kind: 'received' } : { kind: 'unknown', why: 'no-answer' };
    },
    about: () => null,
    pull: async () => {
      if (left.length > 0) return { kind: 'failed', why: 'unreachable' };
      for (const processed of vendor.keys()) outbox.delete(processed);
      return { kind: 'complete' };
    },
    drafts: () => [],
    pushDraft: () => Promise.reject(new Error('There is no draft')),
    refreshDraft: () => Promise.reject(new Error('There is no draft')),
    changed: () => undefined,
    failed: (problem) => {
      throw problem;
    },
  };
  const restart = (): void => {
    for (const entry of outbox.values()) outbox.set(entry.id, afterRestart(entry));
  };
  return { sync: () => createSync(ports), outbox, vendor, sent, states, restart };
}

describe('orders on their way', () => {
  test('queued commands executed twice after a restart (TanStack db 921)', async () => {
    const desk = exchange(['no-answer', 'received']);
    await desk.sync().wake();
    desk.restart();
    expect(desk.outbox.get(key)?.state).toBe('outcome-unknown');
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.size, desk.sent.length]).toEqual([1, 0, 2]);
    await desk.sync().wake();
    expect(desk.sent).toHaveLength(2);
  });

  test('a new idempotency key at each retry: the key is the one made with the order, stored before the first send', async () => {
    const desk = exchange(['unreachable', 'no-answer', 'unreachable', 'received']);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await desk.sync().wake();
      desk.restart();
    }
    expect(new Set(desk.sent)).toEqual(new Set([key]));
    expect(desk.states).not.toContain('queued');
    expect(desk.vendor.size).toBe(1);
  });

  test('a lost reply replayed as a duplicate: the order stays "outcome unknown" until a pull shows it', async () => {
    const desk = exchange(['no-answer', 'received']);
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.get(key)?.state]).toEqual([1, 'outcome-unknown']);
    await desk.sync().wake();
    expect([desk.vendor.size, desk.outbox.size]).toEqual([1, 0]);
  });
});
