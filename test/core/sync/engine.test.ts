import { describe, expect, test } from 'vitest';
import { pollDelay, rateLimitDelay, retryDelay } from '../../../core/sync/retry.ts';
import { failed, received, syncBench, unknown, unsent } from '../../support/sync-bench.ts';

/** Waits until all promises that need no timer are settled. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `c${from + index}`);

describe('an exchange', () => {
  test('sends in order, each saved as sending before it leaves, then pulls; only the pull empties the outbox', async () => {
    const bench = syncBench(['a', 'b']);
    await bench.sync.wake();
    expect(bench.happened).toEqual([
      'save a sending',
      'push a',
      'save a sending',
      'save b sending',
      'push b',
      'save b sending',
      'pull',
    ]);
    expect([bench.outbox.size, bench.sync.state()]).toEqual([
      0,
      { link: 'online', lastSync: 0, nextTry: pollDelay },
    ]);
  });

  test('what is sent within a moment is marked by one write: first one, then as many as its pace allows', async () => {
    const bench = syncBench(Array.from({ length: 53 }, (_, index) => `c${index}`));
    await bench.sync.wake();
    expect(bench.writes()).toEqual([
      ['c0'],
      ['c0', ...names(1, 51)],
      [...names(1, 51), 'c51', 'c52'],
      ['c51', 'c52'],
    ]);
    expect([bench.outbox.size, bench.steps().slice(0, 2)]).toEqual([0, ['push c0', 'push c1']]);
  });

  test('where each takes long, each is marked alone: the others can still be withdrawn', async () => {
    const bench = syncBench(['a', 'b', 'c'], { pushTakesMs: 60 });
    await bench.sync.wake();
    expect(bench.writes()).toEqual([['a'], ['a', 'b'], ['b', 'c'], ['c']]);
  });

  test('where the other side becomes slow, the rest of a group can be withdrawn again', async () => {
    const bench = syncBench(['a', 'b', 'c', 'd', 'e'], { pushTakesMs: [1, 600, 600] });
    const states: string[] = [];
    bench.onPush(() => {
      states.push(['c', 'd', 'e'].map((id) => bench.outbox.get(id)?.state ?? 'gone').join(' '));
      if (bench.steps().at(-1) === 'push d') bench.outbox.delete('e');
    });
    await bench.sync.wake();
    expect(states).toEqual([
      'queued queued queued',
      'sending sending sending',
      'sending sending sending',
      'sending sending queued',
    ]);
    expect(bench.steps()).toEqual(['push a', 'push b', 'push c', 'push d', 'pull']);
    expect(bench.outbox.size).toBe(0);
  });

  test.each([unsent('unreachable'), unknown('no-answer')])(
    'where one stops the rest, those of its group are as they were: never sent ($why)',
    async (outcome) => {
      const bench = syncBench(['a', 'b', 'c', 'd'], { pushes: [received, received, outcome] });
      await bench.sync.wake();
      const states = ['a', 'b', 'c', 'd'].map((id) => {
        const entry = bench.outbox.get(id);
        return entry === undefined ? 'gone' : `${entry.state} ${entry.tries}`;
      });
      const stopped = outcome.kind === 'unknown' ? 'outcome-unknown 1' : 'queued 1';
      const sent = outcome.kind === 'unknown' ? 'gone' : 'sending 1';
      expect(states).toEqual([sent, sent, stopped, 'queued 0']);
      await bench.sync.wake();
      await bench.sync.wake();
      expect([bench.outbox.size, bench.steps().filter((step) => step === 'push d')]).toEqual([0, ['push d']]);
    },
  );

  test('commands about different things are on their way together, each marked before it leaves', async () => {
    const bench = syncBench(names(0, 6), { about: (command) => command });
    const states: string[] = [];
    bench.onPush(() => states.push([...bench.outbox.values()].map(({ state }) => state[0]).join('')));
    await bench.sync.wake();
    expect([bench.mostTalkers(), bench.outbox.size]).toEqual([4, 0]);
    expect(bench.steps()).toEqual([...names(0, 6).map((name) => `push ${name}`), 'pull']);
    expect(states).toEqual(['sqqqqq', 'ssssss', 'ssssss', 'ssssss', 'ssssss', 'ssssss']);
  });

  test('where one of those stops, the others are awaited and say how they ended; the rest was never sent', async () => {
    const pushes = [received, received, unknown('no-answer'), received, unsent('unreachable')];
    const bench = syncBench(names(0, 8), { about: (command) => command, pushes });
    await bench.sync.wake();
    const states = names(0, 8).map((id) => {
      const entry = bench.outbox.get(id);
      return entry === undefined ? 'gone' : `${entry.state} ${entry.tries}`;
    });
    expect(states).toEqual([
      'gone',
      'gone',
      'outcome-unknown 1',
      'gone',
      'queued 1',
      'queued 0',
      'queued 0',
      'queued 0',
    ]);
    expect(bench.steps()).toEqual([...names(0, 5).map((name) => `push ${name}`), 'pull']);
  });

  test.each([
    [unknown('no-answer'), unsent('rate-limited'), 'waiting'],
    [unsent('rate-limited'), unsent('sign-in-needed'), 'waiting'],
    [unknown('server-error'), unsent('sign-in-needed'), 'sign-in-needed'],
    [unsent('unreachable'), unknown('no-answer'), 'offline'],
  ] as const)(
    'where two of those stop, a pause that was asked for comes first, then the sign-in: $0.why, $1.why',
    async (one, other, link) => {
      const pushes = [received, one, other];
      const bench = syncBench(names(0, 8), { about: (command) => command, pushes });
      await bench.sync.wake();
      expect([bench.sync.state().link, bench.steps().includes('pull')]).toEqual([link, false]);
    },
  );

  test('nothing is sent that could not be saved first', async () => {
    const bench = syncBench(['a']);
    bench.fillDisk(true);
    await bench.sync.wake();
    expect([bench.happened, bench.problems.length, bench.outbox.get('a')?.state]).toEqual([[], 1, 'queued']);
    bench.fillDisk(false);
    await bench.sync.wake();
    expect(bench.steps()).toEqual(['push a', 'pull']);
  });

  test('an unknown outcome stays until a pull, and the order is kept: nothing overtakes it', async () => {
    const bench = syncBench(['a', 'b'], {
      pushes: [unknown('no-answer'), unsent('unreachable'), received, received],
    });
    await bench.sync.wake();
    // The pull still runs, because it shows whether the command arrived.
    expect([bench.steps(), bench.outbox.get('a')?.state, bench.outbox.get('b')?.state]).toEqual([
      ['push a', 'pull'],
      'outcome-unknown',
      'queued',
    ]);
    await bench.sync.wake();
    expect(bench.outbox.get('a')?.state).toBe('outcome-unknown');
    await bench.sync.wake();
    expect([bench.steps().slice(2), bench.outbox.size]).toEqual([['push a', 'push a', 'push b', 'pull'], 0]);
  });

  test('one that was not accepted holds nobody up', async () => {
    const bench = syncBench(['a', 'b'], { pushes: [unsent('not-accepted')] });
    await bench.sync.wake();
    expect([bench.steps(), bench.outbox.get('a')?.lastAnswer, bench.outbox.has('b')]).toEqual([
      ['push a', 'push b', 'pull'],
      'not-accepted',
      false,
    ]);
    expect(bench.sync.state().nextTry).toBe(retryDelay(1, 0));
  });

  test.each(['unreachable', 'rate-limited', 'sign-in-needed'] as const)(
    '%s: nothing more is asked',
    async (why) => {
      const bench = syncBench(['a', 'b'], { pushes: [unsent(why)] });
      await bench.sync.wake();
      expect([bench.steps(), bench.outbox.get('a')?.state]).toEqual([['push a'], 'queued']);
    },
  );

  test('one that was taken back while another was on its way is not sent', async () => {
    const bench = syncBench(['a', 'b']);
    const release = bench.hold();
    const over = bench.sync.wake();
    await rest();
    bench.outbox.delete('b');
    release();
    await over;
    expect(bench.steps()).toEqual(['push a', 'pull']);
  });
});

describe('when the next exchange comes', () => {
  test('sign-in needed: not by itself', async () => {
    const bench = syncBench(['a'], { pushes: [unsent('sign-in-needed')] });
    await bench.sync.wake();
    expect([bench.sync.state(), bench.scheduler.waiting()]).toEqual([
      { link: 'sign-in-needed', lastSync: null, nextTry: null },
      [],
    ]);
    bench.scheduler.advance(10 * 60_000);
    expect(bench.steps()).toEqual(['push a']);
    await bench.sync.wake();
    expect([bench.outbox.size, bench.sync.state().link]).toEqual([0, 'online']);
  });

  test.each(['push', 'pull'] as const)(
    'too many requests at the %s: silence for the whole pause',
    async (where) => {
      const bench = syncBench(
        ['a'],
        where === 'push' ? { pushes: [unsent('rate-limited')] } : { pulls: [failed('rate-limited')] },
      );
      await bench.sync.wake();
      const before = bench.steps().length;
      bench.scheduler.advance(rateLimitDelay - 1);
      await rest();
      expect(bench.steps()).toHaveLength(before);
      bench.scheduler.advance(1);
      await rest();
      expect([bench.outbox.size, bench.steps().length > before]).toEqual([0, true]);
    },
  );

  test('failures wait longer and longer; a success starts anew', async () => {
    const bench = syncBench([], {
      pulls: [failed('unreachable'), failed('no-answer'), failed('server-error')],
      chance: 0.5,
    });
    const waits: (number | undefined)[] = [];
    const links: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      await bench.sync.wake();
      waits.push(bench.scheduler.waiting()[0]);
      links.push(bench.sync.state().link);
    }
    expect(waits).toEqual([retryDelay(1, 0.5), retryDelay(2, 0.5), retryDelay(3, 0.5), pollDelay, pollDelay]);
    expect(links).toEqual(['offline', 'offline', 'unreadable', 'online', 'online']);
    expect(bench.scheduler.waiting()).toHaveLength(1);
  });

  test('it polls while all is well, and finds what was queued meanwhile', async () => {
    const bench = syncBench([]);
    await bench.sync.wake();
    bench.queue('late');
    bench.scheduler.advance(pollDelay);
    await rest();
    expect(bench.steps()).toEqual(['pull', 'push late', 'pull']);
  });
});

describe('one exchange at a time', () => {
  test('woken while it runs, it runs once more, however often it was woken', async () => {
    const bench = syncBench(['a']);
    const release = bench.hold();
    const first = bench.sync.wake();
    await rest();
    bench.queue('b');
    const others = [bench.sync.wake(), bench.sync.wake(), bench.sync.wake()];
    release();
    await Promise.all([first, ...others]);
    expect(bench.steps()).toEqual(['push a', 'pull', 'push b', 'pull']);
    expect(bench.mostTalkers()).toBe(1);
  });

  test('whoever woke it is answered only when that work is over', async () => {
    const bench = syncBench(['a']);
    const release = bench.hold();
    let over = false;
    const waking = bench.sync.wake().then(() => {
      over = true;
    });
    await rest();
    expect(over).toBe(false);
    release();
    await waking;
    expect(bench.outbox.size).toBe(0);
  });

  test.each([
    ['push', { pushes: [new Error('broken')] }],
    ['pull', { pulls: [new Error('broken')] }],
  ] as const)('an exception in a %s is reported and does not end the loop', async (_where, script) => {
    const bench = syncBench(['a'], script);
    await bench.sync.wake();
    expect([bench.problems.length, bench.scheduler.waiting()]).toEqual([1, [retryDelay(1, 0)]]);
    bench.scheduler.advance(retryDelay(1, 0));
    await rest();
    expect([bench.outbox.size, bench.sync.state().link]).toEqual([0, 'online']);
  });
});

describe('stopping', () => {
  test('waits for the exchange that runs, starts none after it', async () => {
    const bench = syncBench(['a']);
    const release = bench.hold();
    const waking = bench.sync.wake();
    await rest();
    let stopped = false;
    const stopping = bench.sync.stop().then(() => {
      stopped = true;
    });
    void bench.sync.wake();
    await rest();
    expect(stopped).toBe(false);
    release();
    await stopping;
    await waking;
    bench.queue('b');
    await bench.sync.wake();
    bench.scheduler.advance(10 * 60_000);
    await rest();
    expect([bench.steps(), bench.scheduler.waiting()]).toEqual([['push a', 'pull'], []]);
  });

  test('calls off the next one', async () => {
    const bench = syncBench([]);
    await bench.sync.wake();
    await bench.sync.stop();
    expect(bench.scheduler.waiting()).toEqual([]);
  });
});
