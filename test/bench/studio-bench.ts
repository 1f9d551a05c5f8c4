// `npm run bench -- studio`: the server of a shared studio on its own PostgreSQL, over HTTP on this computer.
// Needs `npm run build`. The desks of the measure run in this process, beside the servers' processes.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { answers, protocolVersion, type Page, type Pushed } from '../../core/shared/protocol.ts';
import { systemIds } from '../../electron/adapters/system.ts';
import { createStudio, invite } from '../../electron/studio-server/administration.ts';
import { openSql, type Sql } from '../../electron/studio-server/sql.ts';
import { quietLog } from '../support/counting-ids.ts';
import { milliseconds, table, timed, timingOf } from './measure.ts';
import { rebaseTimes } from './rebase-bench.ts';

const program = fileURLToPath(new URL('../main/studio.mjs', import.meta.url));
const firstPort = 8790;
const manyStudios = 1000;

interface Desk {
  readonly post: (call: string, body: object) => Promise<unknown>;
  /** Returns the studio's version with the last of them. */
  readonly push: (...commands: readonly object[]) => Promise<number>;
  /** The same by a desk that has the studio up to a version. `told`: the version that it then has. */
  readonly pushFrom: (has: Known, command: object) => Promise<{ made: number; told: number | null }>;
  /** Reads everything after a version. */
  readonly pull: (after: number) => Promise<Known & { readonly bytes: number }>;
  readonly client: string;
}

interface Known {
  epoch: string;
  version: number;
}

let people = 0;
const person = () => {
  people += 1;
  const details = { givenName: 'Anna', familyName: `P${people}`, email: `p${people}@x.it` };
  return { ...details, department: 'Paghe', start: null, end: null };
};
const addition = () => ({ type: 'person/add', details: person() });
const importOf = (count: number) => ({
  type: 'people/import',
  rows: Array.from({ length: count }, person),
  present: ['department'],
});

async function openServer(folder: string) {
  const data = `--data=${join(folder, 'server')}`;
  const servers: ChildProcess[] = [];
  /** Makes studios and invitations as the commands do, without a process for each. */
  const opened: { sql?: Sql } = {};
  function sql(): Sql {
    const [pid] = [readFileSync(join(folder, 'server', 'postgres', 'postmaster.pid'), 'utf8').split('\n')];
    const password = readFileSync(join(folder, 'server', 'postgres-password'), 'utf8');
    return (opened.sql ??= openSql(`postgres://allinea:${password}@127.0.0.1:${pid[3]}/allinea`, quietLog));
  }
  async function serve(at: number): Promise<string> {
    const child = spawn(process.execPath, [program, 'serve', data, `--port=${firstPort + at}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    servers.push(child);
    await once(child.stdout, 'data');
    return `http://127.0.0.1:${firstPort + at}`;
  }

  async function desk(address: string, studio: string, name: string): Promise<Desk> {
    const code = await invite(sql(), studio, { account: name, name, role: 'administer' });
    const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const ask = async (call: string, body?: object): Promise<{ value: unknown; bytes: number }> => {
      const answer = await fetch(`${address}/v1/studios/${studio}/${call}`, {
        headers,
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${call}: ${answer.status}`);
      return { value: JSON.parse(text), bytes: text.length };
    };
    const post = async (call: string, body: object) => (await ask(call, body)).value;
    await post('pair', { code, client, token });
    let seq = 0;
    async function send(commands: readonly object[], has: Known | null): Promise<Pushed> {
      const sent = commands.map((command) => {
        seq += 1;
        return { seq, cid: randomUUID(), at: Date.now(), day: '2026-11-28', command };
      });
      const body = { client, protocol: protocolVersion, commands: sent, has };
      const pushed = answers.pushed.parse(await post('push', body));
      const refused = pushed.results.find(({ outcome }) => outcome === 'refused');
      if (refused !== undefined) throw new Error(JSON.stringify(refused.refusal));
      return pushed;
    }
    return {
      client,
      post,
      push: async (...commands) => (await send(commands, null)).version,
      async pushFrom(has, command) {
        const { version, page } = await send([command], has);
        return { made: version, told: page?.version ?? null };
      },
      async pull(after) {
        let cursor: Page['next'] = { version: after, table: '', id: '' };
        let [bytes, version, epoch] = [0, after, ''];
        while (cursor !== null) {
          const query: string = new URLSearchParams({
            client,
            protocol: String(protocolVersion),
            version: String(cursor.version),
            table: cursor.table,
            id: cursor.id,
            heard: '0',
          }).toString();
          const answer = await ask(`pull?${query}`);
          const page = answer.value as Page;
          bytes += answer.bytes;
          [cursor, version, epoch] = [page.next, page.version, page.epoch];
        }
        return { version, epoch, bytes };
      },
    };
  }

  return {
    serve,
    desk,
    create: (name: string) => createStudio(sql(), systemIds, { name, rows: ownDesk(name) }),
    memoryMb: (at: number): number => {
      const status = readFileSync(`/proc/${servers[at]?.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      await opened.sql?.close();
      for (const child of servers.toReversed()) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}
type Server = Awaited<ReturnType<typeof openServer>>;

/**
 * Each desk gives a command every half second: how long a push, a pull, and until another desk has it. All of
 * them have read the studio before, as on a day on which everybody works already. What comes with a news or
 * with the answer to a push is not asked for; `reader` comes back ten times a second and pulls.
 */
async function calmDay(desks: readonly Desk[], reader: Desk, seconds: number) {
  const [pushes, pulls, seen]: [number[], number[], number[]] = [[], [], []];
  const given = new Map<number, number>();
  let over = false;
  function has(known: Known, version: number): void {
    for (let each = known.version + 1; each <= version; each += 1) {
      const begun = given.get(each);
      if (begun !== undefined) seen.push(performance.now() - begun);
    }
    known.version = Math.max(known.version, version);
  }
  const watch = async (desk: Desk, known: Known): Promise<void> => {
    let stamp = '';
    while (!over) {
      const wish = { client: desk.client, protocol: protocolVersion, ...known, stamp, place: null };
      const news = answers.news.parse(await desk.post('news', wish));
      ({ stamp } = news);
      if (news.version > known.version)
        has(known, (news.page ?? (await desk.pull(known.version + 1))).version);
    }
  };
  const work = async (desk: Desk, known: Known, at: number): Promise<void> => {
    await sleep((at * 500) / desks.length);
    for (let round = 0; round < seconds * 2; round += 1) {
      const begun = performance.now();
      const { made, told } = await desk.pushFrom(known, addition());
      pushes.push(performance.now() - begun);
      has(known, told ?? (await desk.pull(known.version + 1)).version);
      given.set(made, begun);
      await sleep(Math.max(0, 500 - (performance.now() - begun)));
    }
  };
  const read = async (known: Known): Promise<void> => {
    while (!over) {
      const { ms, value } = await timed(() => reader.pull(known.version + 1));
      pulls.push(ms);
      known.version = value.version;
      await sleep(100);
    }
  };
  const known: Known[] = [];
  for (const desk of [reader, ...desks]) {
    const { epoch, version } = await desk.pull(1);
    known.push({ epoch, version });
  }
  const [ofReader, ...ofDesks] = known as [Known, ...Known[]];
  const waiting = desks.map((desk, at) => watch(desk, ofDesks[at] ?? ofReader));
  waiting.push(read(ofReader));
  await Promise.all(desks.map((desk, at) => work(desk, ofDesks[at] ?? ofReader, at)));
  over = true;
  await desks[0]?.push(addition());
  await Promise.all(waiting);
  return { push: timingOf(pushes), pull: timingOf(pulls), seen: timingOf(seen) };
}

/** Commands in a second, without a pause, `each` in a push. */
async function flatOut(desks: readonly Desk[], seconds: number, each: number): Promise<number> {
  let count = 0;
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    desks.map(async (desk) => {
      while (performance.now() < until) {
        await desk.push(...Array.from({ length: each }, addition));
        count += each;
      }
    }),
  );
  return count / seconds;
}

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

async function desksOf(server: Server, address: string, studio: string, count: number): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let at = 0; at < count; at += 1) desks.push(await server.desk(address, studio, `account-${at}`));
  return desks;
}

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
