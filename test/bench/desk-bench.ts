// `npm run bench -- desk`: the whole desk without a window, on real files, with 10,000 people
// and 10,000 services.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { confirmOrders, must } from './confirm-orders.ts';
import { milliseconds, table, timed, timingOf } from './measure.ts';
import { makeLargeDesk, openDesk, people, services } from './large-desk.ts';

const orders = 1000;
/** The longest time in which `work` let nothing else run in the desk's thread, in milliseconds. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const resolution = 5;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  await work();
  delay.disable();
  return Math.max(0, delay.max / 1e6 - resolution);
}

export async function deskBench(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  try {
    const host = makeLargeDesk(folder);
    const pull = await timed(() => host.signIn(sampleAccount.username, sampleAccount.password));

    const took: number[] = [];
    for (let index = 0; index < 400; index += 1) {
      const personIds = [`p-${(index * 7) % people}` as PersonId];
      const begun = performance.now();
      must(host, {
        type: 'seat/need',
        serviceId: `fe-${index % services}` as ServiceId,
        personIds,
        needed: true,
      });
      took.push(performance.now() - begun);
      await turn();
    }
    const command = timingOf(took);

    host.signOut();
    confirmOrders(host, orders);
    let pause = 0;
    const drain = await timed(async () => {
      pause = await longestPause(() => host.signIn(sampleAccount.username, sampleAccount.password));
    });
    const left = host.snapshot().sync.pending;
    if (left > 0) throw new Error(`${left} commands were not drained`);
    await host.close();

    const again = await timed(() => {
      const next = openDesk(folder);
      next.snapshot();
      return next;
    });
    await again.value.close();
    const row = (name: string, value: number, limit: number): string[] => [
      name,
      milliseconds(value),
      milliseconds(limit),
      value <= limit ? 'met' : 'MISSED',
    ];
    return table([
      [
        `${people.toLocaleString('en')} people, ${services.toLocaleString('en')} services, real files`,
        'time',
        'limit',
        '',
      ],
      row('command durable, median', command.median, 5),
      row('command durable, p95', command.p95, 15),
      row(`first pull of ${services.toLocaleString('en')} services`, pull.ms, 2000),
      row(`${orders.toLocaleString('en')} queued orders drained`, drain.ms, 5000),
      row('longest pause of the desk meanwhile', pause, 100),
      row('start: documents read and checked, first picture made', again.ms, 1500),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
