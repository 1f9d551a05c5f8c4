import { describe, expect, test } from 'vitest';
import { failed, syncBench } from '../../support/sync-bench.ts';

const elsewhere = { kind: 'changed-elsewhere' } as const;
const stored = { kind: 'stored' } as const;

describe('drafts', () => {
  test('go out after the commands and the pull, and another pull shows that they are there', async () => {
    const bench = syncBench(['a'], { drafts: { x: [], y: [] } });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['push a', 'pull', 'draft x', 'draft y', 'pull']);
  });

  test('without a draft one pull is enough', async () => {
    const bench = syncBench([]);
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull']);
  });

  test('stay at home while the pull fails: they would be made from an old version', async () => {
    const bench = syncBench([], { drafts: { x: [] }, pulls: [failed('no-answer')] });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull']);
  });

  test('changed elsewhere: fetched, merged, and sent once more', async () => {
    const bench = syncBench([], { drafts: { x: [elsewhere, stored] } });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull', 'draft x', 'refresh x', 'draft x', 'pull']);
  });

  test('changed elsewhere again and again: no storm, the next exchange goes on', async () => {
    const bench = syncBench([], { drafts: { x: [elsewhere, elsewhere, stored] } });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull', 'draft x', 'refresh x', 'draft x']);
    await bench.sync.wake();
    expect(bench.steps().slice(4)).toEqual(['pull', 'draft x', 'pull']);
  });

  test('in conflict it waits for the person, and holds no other one up', async () => {
    const bench = syncBench([], { drafts: { x: [elsewhere], y: [] }, refreshed: 'conflict' });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull', 'draft x', 'refresh x', 'draft y', 'pull']);
  });

  test.each(['no-answer', 'server-error', 'unreadable', 'rate-limited', 'unreachable'] as const)(
    '%s ends the exchange, and the draft is sent again later',
    async (why) => {
      const bench = syncBench([], { drafts: { x: [{ kind: 'failed', why }], y: [] } });
      await bench.sync.wake();
      expect(bench.steps()).toEqual(['pull', 'draft x']);
      expect(bench.sync.state().nextTry).toBeGreaterThan(0);
      await bench.sync.wake();
      expect(bench.steps().slice(2)).toEqual(['pull', 'draft x', 'draft y', 'pull']);
    },
  );

  test('the version that cannot be fetched ends the exchange too', async () => {
    const bench = syncBench([], {
      drafts: { x: [elsewhere], y: [] },
      refreshed: { kind: 'failed', why: 'no-answer' },
    });
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['pull', 'draft x', 'refresh x']);
    expect(bench.sync.state().link).toBe('offline');
  });
});
