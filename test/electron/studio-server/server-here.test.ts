// The server inside the program, with a thread that only says what the real one says.
import { expect, test } from 'vitest';
import { ok } from '../../../core/kernel/result.ts';
import { createServerHere } from '../../../electron/studio-server/server-here.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';

const thread = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const runs = `
  import { parentPort, workerData } from 'node:worker_threads';
  parentPort.postMessage({ kind: 'running', port: workerData.port, fingerprint: 'f' });
  parentPort.on('message', ({ kind }) => {
    if (kind === 'stop') parentPort.postMessage({ kind: 'stopped' });
    else process.exit(1);
  });`;

function server(code: string, kept: unknown) {
  const scheduler = manualScheduler(fakeClock());
  const changes: (string | null)[] = [];
  const here = createServerHere({
    thread: thread(code),
    folder: '/nowhere',
    postgres: null,
    host: '127.0.0.1',
    settings: { read: () => ok(kept), write: () => undefined } as never,
    scheduler,
    log: quietLog,
    changed: () => changes.push(here.standing().state.kind),
  });
  const until = async (kind: string): Promise<void> => {
    for (let turn = 0; turn < 500 && here.standing().state.kind !== kind; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(here.standing().state.kind).toBe(kind);
  };
  return { here, scheduler, changes, until };
}

test('it stops when another computer takes its folder, and serves again when the folder comes back', async () => {
  const { here, until } = server(runs, { port: 8750 });
  here.resume();
  await until('running');
  expect(here.standing().running).toEqual({ port: 8750, fingerprint: 'f' });
  await here.stop();
  expect(here.standing().running).toBe(null);
  here.resume();
  await until('running');
  await here.stop();
});

test('a computer that never shared a studio starts no server', async () => {
  const { here, scheduler } = server(runs, null);
  here.resume();
  expect(here.standing()).toEqual({ state: { kind: 'none' }, running: null, addresses: [] });
  expect(scheduler.waiting()).toEqual([]);
});

test('a thread that breaks is started again after a while; one that was stopped is not', async () => {
  const { here, scheduler, until } = server(runs, { port: 8751 });
  here.resume();
  await until('running');
  await here.invite({ kind: 'invite', studio: 's', insteadOf: 'd', member: {} as never });
  await until('failed');
  expect(scheduler.waiting()).toHaveLength(1);
  scheduler.advance(30_000);
  await until('running');
  await here.stop();
  expect(scheduler.waiting()).toEqual([]);
});
