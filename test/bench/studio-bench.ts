// `npm run bench -- studio`: the server of a shared studio on its own PostgreSQL, over HTTP on this computer.
// Needs `npm run build`. The desks of the measure run in this process, beside the servers' processes.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, table, timed, timingOf } from './measure.ts';
import { rebaseTimes } from './rebase-bench.ts';
import type { Desk } from './studio-desk.ts';
import { desksOf, openServer, type Server } from './studio-servers.ts';
import { addition, calmDay, flatOut, importOf } from './studio-work.ts';

const manyStudios = 1000;

const judged = (name: string, value: string, limit: string, met: boolean): readonly string[] => [
  name,
  value,
  limit,
  met ? 'met' : 'MISSED',
];
const within = (name: string, ms: number, limit: number): readonly string[] =>
  judged(name, milliseconds(ms), milliseconds(limit), ms <= limit);
const atLeast = (name: string, perSecond: number, limit: number): readonly string[] =>
  judged(name, `${perSecond.toFixed(0)}/s`, `${limit}/s`, perSecond >= limit);

async function rowsOf(server: Server): Promise<readonly (readonly string[])[]> {
  const [one, two] = [await server.serve(0), await server.serve(1)];
  const studio = await server.create('Studio Marchetti');
  const desks = await desksOf(server, one, studio, 20);
  const reader = await server.desk(one, studio, 'account-20');
  const [first] = desks as [Desk];
  await first.push(importOf(1000));
  // The first seconds compile the programs.
  await calmDay(desks, reader, 5);
  const calm = await calmDay(desks, reader, 10);
  const rows: (readonly string[])[] = [
    within('20 desks, a command each half second: push, p95', calm.push.p95, 100),
    within('the same: pull, p95', calm.pull.p95, 50),
    within('the same: until another desk has read it, p95', calm.seen.p95, 150),
    atLeast(
      'one studio, 10 desks without a pause, 5 in a push',
      await flatOut(desks.slice(0, 10), 4, 5),
      300,
    ),
  ];
  const many: Desk[] = [];
  for (let at = 0; at < 10; at += 1) {
    const id = await server.create(`Studio ${at}`);
    many.push(...(await desksOf(server, at % 2 === 0 ? one : two, id, 2)));
  }
  rows.push(atLeast('ten studios, two processes, 20 in a push', await flatOut(many, 4, 20), 1000));
  for (const size of [1000, 10_000, 100_000]) {
    const id = await server.create(`Studio con ${size}`);
    const [writer] = (await desksOf(server, one, id, 1)) as [Desk];
    const imported: number[] = [];
    for (let left = size; left > 0; left -= 10_000) {
      const { ms } = await timed(() => writer.push(importOf(Math.min(left, 10_000))));
      imported.push(ms);
    }
    const whole = await timed(() => writer.pull(0));
    const version = whole.value.version;
    const added = await timed(() => writer.push(addition()));
    const news = await timed(() => writer.pull(version + 1));
    const of = `${size.toLocaleString('en')} people`;
    const most = size === 10_000 ? 1500 : null;
    const last = imported.at(-1) ?? 0;
    rows.push(
      most === null
        ? [`${of}: the import of the last ${Math.min(size, 10_000).toLocaleString('en')}`, milliseconds(last)]
        : within(`${of}: their import`, last, most),
      size === 10_000
        ? within(`${of}: a new desk reads everything`, whole.ms, 2000)
        : [`${of}: a new desk reads everything`, milliseconds(whole.ms)],
      [
        `${of}: it is ${(whole.value.bytes / 1e6).toFixed(1)} MB; one more person, pushed`,
        milliseconds(added.ms),
      ],
      [`${of}: a restart reads only what changed`, `${milliseconds(news.ms)}, ${news.value.bytes} bytes`],
    );
    if (size === 10_000) {
      const memory = server.memoryMb(0);
      rows.push(judged(`${of}: memory of the server`, `${memory.toFixed(0)} MB`, '250 MB', memory <= 250));
    }
  }
  const crowd: Desk[] = [];
  for (let at = 0; at < manyStudios; at += 1) {
    const id = await server.create(`Studio ${at} di molti`);
    crowd.push(await server.desk(at % 2 === 0 ? one : two, id, 'maria'));
  }
  const took: number[] = [];
  const { ms } = await timed(async () => {
    const left = [...crowd, ...crowd];
    const work = async (): Promise<void> => {
      for (let desk = left.pop(); desk !== undefined; desk = left.pop()) {
        const one = desk;
        took.push((await timed(() => one.push(addition()))).ms);
      }
    };
    await Promise.all(Array.from({ length: 20 }, work));
  });
  rows.push([
    `${manyStudios.toLocaleString('en')} studios on one PostgreSQL, each in turn: push, p95`,
    `${milliseconds(timingOf(took).p95)}, ${((took.length / ms) * 1000).toFixed(0)}/s`,
  ]);
  const [memory, other] = [server.memoryMb(0), server.memoryMb(1)];
  rows.push(
    ['memory of the process that had 506 studios and 111,000 people', `${memory.toFixed(0)} MB`],
    [`memory of the other process`, `${other.toFixed(0)} MB`],
  );
  return rows;
}

export async function studioBench(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-studio-'));
  chmodSync(folder, 0o755);
  const server = await openServer(folder);
  try {
    const rows = [
      ...(await rowsOf(server)),
      within('a desk decides 500 waiting commands again', rebaseTimes(), 100),
    ];
    return table([
      ['the server of a shared studio, its own PostgreSQL', '', 'goal', ''],
      ...rows.map((row) => [...row, '', ''].slice(0, 4)),
    ]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
