// The server of shared studios under requests that no honest desk sends: bad JSON, SQL in every field,
// numbers that jump, other studios, roles by direct calls. On a real PostgreSQL.
// `FUZZ_RUNS=100000` sends that many and prints what came back.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { protocolVersion } from '../../../core/shared/protocol.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { systemClock, systemDigest, systemIds } from '../../../electron/adapters/system.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { createStudio, invite } from '../../../electron/studio-server/administration.ts';
import { openFenced } from '../../../electron/studio-server/fence.ts';
import type { OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { postgresStudio } from '../../../electron/studio-server/postgres-studio.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { noSignIn } from '../../support/no-sign-in.ts';
import { openSql, type ServingSql, type Sql } from '../../../electron/studio-server/sql.ts';
import { exampleCommands } from '../../support/example-commands.ts';
import { fuzzRuns, growth, printTable } from '../../support/fuzz-runs.ts';
import { mutator } from '../../support/malformed.ts';
import { realPostgres } from '../../support/real-postgres.ts';

let postgres: OwnPostgres;
let sql: Sql;
let serving: ServingSql;
let answering: Answering;
const broken: string[] = [];

beforeAll(async () => {
  postgres = await realPostgres();
  const log = { info: () => undefined, error: (event: string) => broken.push(event) };
  sql = openSql(postgres.url, log);
  await migrate(sql);
  serving = await openFenced(sql, postgres.url, log);
  answering = createAnswering({
    database: postgresStudio(serving),
    clock: systemClock,
    ids: systemIds,
    digest: systemDigest,
    signIn: noSignIn,
    log: {
      info: () => undefined,
      error: (event, data) => broken.push(`${event} ${JSON.stringify(data ?? {})}`),
    },
    // Nobody waits here.
    watching: {
      changed: () => undefined,
      membersChanged: () => undefined,
      here: () => undefined,
      news: async (_studio, { member: { role } }, { version, epoch }) => ({
        version,
        epoch,
        role,
        stamp: '',
        others: [],
        page: null,
      }),
    },
  });
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
}, 60_000);

const injections = [
  "'; drop table member; --",
  "' or '1'='1",
  '$1',
  '\u0000',
  '\uD800',
  '%00',
  '{"$ne":null}',
  '../../etc/passwd',
  '\u202Eabc',
  'Robert"); truncate command; --',
];

test(
  'no request breaks the server, reads or writes another studio, or gives a role',
  { timeout: 900_000 },
  async () => {
    const count = fuzzRuns(600);
    const seed = inject('freeSeed');
    const chance = seededChance(seed);
    const bad = mutator(chance);
    const pick = <T>(all: readonly T[]): T => all[bad.whole(all.length)] as T;
    const studioOf = (name: string) => createStudio(sql, systemIds, { name, rows: ownDesk(name) });
    const [own, other] = [await studioOf('Studio Marchetti'), await studioOf('Altro')];

    async function join(role: 'read' | 'administer', studio: string) {
      const code = await invite(sql, studio, { account: role, name: role, role });
      const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
      await answering({
        method: 'POST',
        path: `/v1/studios/${studio}/pair`,
        headers: {},
        body: JSON.stringify({ code, client, token }),
      });
      return { role, client, token, seq: 0 };
    }
    const desks = [await join('read', own), await join('administer', own)];
    await join('administer', other);
    const othersNow = async () =>
      JSON.stringify(
        await Promise.all(
          ['member', 'state_row', 'command', 'desk'].map((table) =>
            sql.query(`select * from ${table} where studio = $1 order by 1, 2, 3`, [other]),
          ),
        ),
      );
    const before = await othersNow();
    const firstRows = await sql.query('select * from state_row where studio = $1 and version > 1', [own]);
    expect(firstRows).toEqual([]);

    const goods = (desk: (typeof desks)[0]): Readonly<Record<string, unknown>> => ({
      push: {
        client: desk.client,
        protocol: protocolVersion,
        commands: [
          {
            seq: desk.seq + 1,
            cid: randomUUID(),
            at: Date.now(),
            day: '2026-11-28',
            command: pick(exampleCommands),
          },
        ],
      },
      news: {
        client: desk.client,
        protocol: protocolVersion,
        version: 1,
        epoch: '',
        stamp: '',
        place: { screen: 'people', id: null },
      },
      here: { client: desk.client, place: null },
      fork: { from: desk.client, to: randomUUID() },
      pair: { code: randomBytes(24).toString('base64url'), client: randomUUID(), token: 'x'.repeat(64) },
      members: {
        client: desk.client,
        wish: pick([
          { kind: 'list' },
          { kind: 'invite', account: 'luca', name: 'Luca', role: 'administer', codeHash: 'a'.repeat(64) },
          { kind: 'role', account: 'read', role: 'read' },
          { kind: 'revoke', desk: randomUUID() },
        ]),
      },
    });
    /** The text with one of its strings replaced by what a database may take for more than a text. */
    const injected = (text: string): string => {
      const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
      const one = bad.whole(4) === 0 && strings.length > 0 ? pick(strings) : undefined;
      return one === undefined
        ? text
        : `${text.slice(0, one.index)}${JSON.stringify(pick(injections))}${text.slice(one.index + one[0].length)}`;
    };

    const grown = growth();
    const tally = new Map<string, number>();
    for (let round = 0; round < count; round += 1) {
      const desk = pick(desks);
      const call = pick(['push', 'push', 'push', 'pull', 'news', 'here', 'fork', 'pair', 'members']);
      const good = goods(desk)[call];
      const studio = bad.whole(10) === 0 ? pick([other, 'no-such', ...injections]) : own;
      const query = `client=${desk.client}&protocol=${protocolVersion}&version=${pick(['0', '1', '-1', '1e9', '%00', "'"])}&table=${encodeURIComponent(pick(['', 'people', ...injections]).toWellFormed())}&id=${pick(['', '%00', 'x', '%zz'])}&heard=0`;
      const body =
        good === undefined ? '' : bad.whole(6) === 0 ? JSON.stringify(good) : injected(bad.text(good));
      const answer = await answering({
        method: call === 'pull' ? 'GET' : 'POST',
        path: `/v1/studios/${studio}/${call}${call === 'pull' ? `?${query}` : ''}`,
        headers: {
          authorization: `Bearer ${bad.whole(12) === 0 ? pick(injections) : desk.token}`,
        },
        ...(call === 'pull' ? {} : { body }),
      });
      const name = `${call} ${answer.status}`;
      tally.set(name, (tally.get(name) ?? 0) + 1);
      expect(
        [200, 400, 401, 403, 404, 409, 422, 426, 429],
        `${name} ${studio} ${query} ${body.slice(0, 600)}; ${broken.at(-1)}`,
      ).toContain(answer.status);
      if (call === 'push' && answer.status === 200)
        desk.seq = Math.max(desk.seq, (answer.body as { readonly lastSeq: number }).lastSeq);
      if (studio === other) expect(answer.status, name).toBeGreaterThanOrEqual(400);
    }
    printTable(`${count} hostile requests, seed ${seed}`, tally, grown());
    expect(await othersNow()).toBe(before);
    expect(grown()).toBeLessThan(700);
    const [reader] = await sql.query<{ role: string }>(
      `select role from member where studio = $1 and account = 'read'`,
      [own],
    );
    expect(reader?.role).toBe('read');
    // Only the reader's own name for the history may come from the reader's desk.
    const written = await sql.query(
      `select type from (select command ->> 'type' as type from command
      where studio = $1 and account = 'read' and outcome = 'applied') as applied
      where type <> 'operator/name'`,
      [own],
    );
    expect(written).toEqual([]);
    for (const name of ['push 200', 'push 400', 'members 403', 'pull 200', 'pair 401'])
      expect(tally.get(name) ?? 0, name).toBeGreaterThan(0);
    // After all of it an honest administrator is answered.
    const { client, token } = desks[1] ?? expect.fail('nobody administers');
    const honest = await answering({
      method: 'POST',
      path: `/v1/studios/${own}/members`,
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ client, wish: { kind: 'list' } }),
    });
    expect(honest.status).toBe(200);
  },
);
