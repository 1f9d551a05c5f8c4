// The server of a shared studio on a real PostgreSQL: what is acknowledged is there, once, in one order.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answers, protocolVersion, type Page, type Pushed } from '../../../core/shared/protocol.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import type { SharedRole } from '../../../core/desk/rows/shared-rows.ts';
import { createWatching } from '../../../core/shared/server/watching.ts';
import { systemClock, systemDigest, systemIds, systemScheduler } from '../../../electron/adapters/system.ts';
import {
  backUp,
  createStudio,
  endAccess,
  invite,
  restore,
  type Backup,
} from '../../../electron/studio-server/administration.ts';
import { backUpInto } from '../../../electron/studio-server/automatic-backups.ts';
import { openFenced } from '../../../electron/studio-server/fence.ts';
import type { OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { postgresStudio } from '../../../electron/studio-server/postgres-studio.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { noSignIn } from '../../support/no-sign-in.ts';
import { openSql, type ServingSql, type Sql } from '../../../electron/studio-server/sql.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';
import { realPostgres } from '../../support/real-postgres.ts';

let postgres: OwnPostgres;
let sql: Sql;
let serving: ServingSql;
let studio = '';

const server = (over = serving): Answering =>
  createAnswering({
    database: postgresStudio(over),
    clock: systemClock,
    ids: systemIds,
    digest: systemDigest,
    signIn: noSignIn,
    log: quietLog,
    watching: createWatching({
      database: postgresStudio(over),
      clock: systemClock,
      scheduler: systemScheduler,
      ids: systemIds,
      log: quietLog,
    }),
  });

beforeAll(async () => {
  postgres = await realPostgres();
  sql = openSql(postgres.url, quietLog);
  await Promise.all([migrate(sql), migrate(sql)]);
  serving = await openFenced(sql, postgres.url, quietLog);
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
}, 60_000);
beforeEach(async () => {
  studio = await createStudio(sql, systemIds, {
    name: 'Studio Marchetti',
    rows: ownDesk('Studio Marchetti'),
  });
});

/** A desk that speaks to the server by hand. */
async function paired(account: string, role: SharedRole = 'order') {
  const code = await invite(sql, studio, { account, name: account.toUpperCase(), role });
  const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
  const ask = async (answering: Answering, method: 'GET' | 'POST', call: string, body?: unknown) =>
    answering({
      method,
      path: `/v1/studios/${studio}/${call}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const pair = () => ask(server(), 'POST', 'pair', { code, client, token });
  expect(answers.paired.parse((await pair()).body)).toMatchObject({ client, account, role });
  let seq = 0;
  const sent = (command: unknown, cid = randomUUID()) => {
    seq += 1;
    return { seq, cid, at: Date.now(), day: '2026-11-28', command };
  };
  return {
    client,
    pair,
    ask,
    sent,
    push: (commands: readonly unknown[], answering = server()) =>
      ask(answering, 'POST', 'push', { client, protocol: protocolVersion, commands }),
    pull: async (after = { version: 0, table: '', id: '' }, heard = 0) =>
      (
        await ask(
          server(),
          'GET',
          `pull?client=${client}&protocol=${protocolVersion}&version=${after.version}&table=${after.table}&id=${encodeURIComponent(after.id)}&heard=${heard}`,
        )
      ).body as Page,
  };
}

const person = (number: number) => ({
  type: 'person/add',
  details: { ...exampleDetails, email: `p${number}@x.it`, familyName: `P${number}` },
});
const outcomes = (answer: { readonly body: unknown }) =>
  (answer.body as Pushed).results.map(({ outcome }) => outcome);
const peopleIn = (page: Page) => page.rows.filter(([table, , value]) => table === 'people' && value !== null);

test('a code works once; another token, an ended member and an unknown studio are refused', async () => {
  const desk = await paired('maria');
  expect(await desk.pair()).toMatchObject({ status: 401 });
  const stranger = await server()({
    method: 'POST',
    path: `/v1/studios/${studio}/push`,
    headers: { authorization: `Bearer ${'x'.repeat(64)}` },
    body: JSON.stringify({ client: desk.client, protocol: protocolVersion, commands: [] }),
  });
  expect(stranger.status).toBe(401);
  expect((await desk.push([desk.sent(person(1))])).status).toBe(200);
  expect(await endAccess(sql, studio, 'maria')).toBe(true);
  expect((await desk.push([desk.sent(person(2))])).status).toBe(401);
});

test('a command that comes twice, or in parallel at two servers, has one effect and one result', async () => {
  const desk = await paired('maria');
  const command = desk.sent(person(1));
  const other = await openFenced(sql, postgres.url, quietLog);
  const both = await Promise.all([
    desk.push([command]),
    desk.push([command], server(other)),
    desk.push([command]),
  ]);
  expect(new Set(both.map((answer) => JSON.stringify(answer.body)))).toHaveLength(1);
  expect(outcomes(await desk.push([command]))).toEqual(['applied']);
  expect(peopleIn(await desk.pull())).toHaveLength(1);
  await other.close();
});

test('a hole, a number that another desk has used, a newer desk and an older one consume nothing', async () => {
  const desk = await paired('maria');
  await desk.push([desk.sent(person(1))]);
  expect(await desk.push([{ ...desk.sent(person(2)), seq: 3 }])).toEqual({
    status: 409,
    body: { reason: 'gap', lastSeq: 1 },
  });
  expect(await desk.push([{ ...desk.sent(person(2)), seq: 1 }])).toEqual({
    status: 409,
    body: { reason: 'forked', lastSeq: 1 },
  });
  for (const [protocol, status] of [
    [protocolVersion + 1, 422],
    [protocolVersion - 1, 426],
  ] as const)
    expect(
      await desk.ask(server(), 'POST', 'push', { client: desk.client, protocol, commands: [] }),
    ).toMatchObject({ status });
  expect(peopleIn(await desk.pull())).toHaveLength(1);
});

test('roles: whoever reads cannot write; who erases must administer; a refusal says so', async () => {
  const reads = await paired('lettore', 'read');
  const answer = await reads.push([reads.sent(person(1))]);
  expect((answer.body as Pushed).results[0]).toMatchObject({
    outcome: 'refused',
    refusal: { reason: 'not-allowed' },
  });
  const prepares = await paired('maria', 'prepare');
  const [added] = ((await prepares.push([prepares.sent(person(1))])).body as Pushed).results;
  expect(added?.outcome).toBe('applied');
  const id = peopleIn(await prepares.pull())[0]?.[1] ?? '';
  expect(outcomes(await prepares.push([prepares.sent({ type: 'person/erase', personId: id })]))).toEqual([
    'refused',
  ]);
});

test('an erased person is in no earlier command any more', async () => {
  const admin = await paired('anna', 'administer');
  await admin.push([admin.sent(person(77))]);
  const id = peopleIn(await admin.pull())[0]?.[1] ?? '';
  expect(outcomes(await admin.push([admin.sent(person(77)), admin.sent(person(78))]))).toEqual([
    'refused',
    'applied',
  ]);
  const refusal = {
    reason: 'duplicate-email',
    email: 'P77@x.it',
    names: ['Anna P77'],
    changedBy: { name: 'Anna P77', at: 1 },
    most: 7,
  };
  await sql.query(`update command set refusal = $2 where studio = $1 and outcome = 'refused'`, [
    studio,
    JSON.stringify(refusal),
  ]);
  expect(outcomes(await admin.push([admin.sent({ type: 'person/erase', personId: id })]))).toEqual([
    'applied',
  ]);
  // A desk that has not heard of it goes on about the person.
  const late = { type: 'person/note', personId: id, text: 'malata fino a marzo' };
  expect(outcomes(await admin.push([admin.sent(late)]))).toEqual(['refused']);
  const dump = await sql.query<{ text: string; refusal: object | null }>(
    `select concat(command::text, inverse::text, refusal::text) as text, refusal
       from command where studio = $1 order by taken, seq`,
    [studio],
  );
  expect(dump.filter(({ text }) => /p77@x\.it|Anna P77|malata/i.test(text))).toEqual([]);
  expect(dump[1]?.refusal).toEqual({ reason: 'duplicate-email', email: '…', names: [], most: 7 });
  // An older server logged it, and so it lies in its backup.
  const content = `select command::text as text from command where studio = $1 and command is not null`;
  await sql.query(`update command set command = $2 where studio = $1 and refusal ->> 'reason' = 'unknown'`, [
    studio,
    JSON.stringify(late),
  ]);
  const kept: Backup[] = [];
  await backUp(sql, systemClock, (backup) => kept.push(JSON.parse(JSON.stringify(backup)) as Backup));
  await restore(sql, kept[0] as Backup, { ids: systemIds, clock: systemClock });
  const restored = await sql.query<{ text: string }>(content, [studio]);
  expect(restored.filter(({ text }) => text.includes('malata'))).toEqual([]);
  // Others lose nothing.
  expect(dump.filter(({ text }) => text.includes('p78@x.it'))).toHaveLength(1);
});

test('undo is given back to its own account, unless somebody has changed the row since', async () => {
  const [maria, anna] = [await paired('maria'), await paired('anna')];
  const add = maria.sent(person(1));
  await maria.push([add]);
  expect(outcomes(await anna.push([anna.sent({ type: 'undo', cid: add.cid })]))).toEqual(['refused']);
  const id = peopleIn(await maria.pull())[0]?.[1] ?? '';
  const note = anna.sent({
    type: 'person/change',
    personId: id,
    details: { ...person(1).details, department: 'Paghe' },
  });
  await anna.push([note]);
  const late = await maria.push([maria.sent({ type: 'undo', cid: add.cid })]);
  expect((late.body as Pushed).results[0]?.refusal).toMatchObject({ reason: 'changed-since' });
  expect(outcomes(await anna.push([anna.sent({ type: 'undo', cid: note.cid })]))).toEqual(['applied']);
});

test('8 desks at 2 servers without a pause: everything once, versions without a hole, all desks read the same', async () => {
  const other = await openFenced(sql, postgres.url, quietLog);
  const [one, two] = [server(), server(other)];
  const desks = await Promise.all(Array.from({ length: 8 }, (_, index) => paired(`account-${index}`)));
  await Promise.all(
    desks.map(async (desk, at) => {
      for (let round = 0; round < 10; round += 1) {
        const commands = [desk.sent(person(1000 * at + round)), desk.sent(person(round))];
        const answer = await desk.push(commands, round % 2 === 0 ? one : two);
        expect(answer.status).toBe(200);
      }
    }),
  );
  const log = await sql.query<{ version: number; outcome: string }>(
    'select version, outcome from command where studio = $1',
    [studio],
  );
  expect(log).toHaveLength(160);
  const applied = log.filter(({ outcome }) => outcome === 'applied').map(({ version }) => version);
  expect(applied.toSorted((a, b) => a - b)).toEqual(applied.map((_, index) => index + 2));
  // 80 addresses of their own, and 10 that all of them wanted; desk 0 wanted the same ones twice.
  expect(peopleIn(await (desks[0] as (typeof desks)[0]).pull())).toHaveLength(80);
  await other.close();
});

test('a backup is safe once it is durable; a restore begins another past and knows what it has by its id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-server-backup-'));
  const file = join(folder, 'copia.json');
  const desk = await paired('maria');
  const [early, late] = [desk.sent(person(1)), desk.sent(person(2))];
  await desk.push([early]);
  await expect(
    backUp(sql, systemClock, () => {
      throw new Error('disk full');
    }),
  ).rejects.toThrow('disk full');
  expect((await desk.pull()).safeVersion).toBe(0);
  await backUp(sql, systemClock, (backup) => writeFileSync(file, JSON.stringify(backup)));
  const before = await desk.pull();
  expect(before.safeVersion).toBe(before.version);
  await desk.push([late]);

  await restore(sql, JSON.parse(readFileSync(file, 'utf8')) as Backup, {
    ids: systemIds,
    clock: systemClock,
  });
  const after = await desk.pull();
  expect(after.epoch).not.toBe(before.epoch);
  expect([peopleIn(after).length, after.lastSeq]).toEqual([1, 1]);
  // The desk sends everything again under new numbers.
  const again = await desk.push([
    { ...early, seq: 2 },
    { ...late, seq: 3 },
  ]);
  expect(outcomes(again)).toEqual(['applied', 'applied']);
  expect(peopleIn(await desk.pull())).toHaveLength(2);
  rmSync(folder, { recursive: true });
});

test('the backups of the server: the newest 48 stay, and each tells the desks what is safe', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-server-backups-'));
  const clock = { now: () => Date.parse('2026-11-28T10:00:00Z') + hours * 3_600_000 };
  let hours = 0;
  const desk = await paired('maria');
  await desk.push([desk.sent(person(1))]);
  for (; hours < 50; hours += 1) await backUpInto(folder, sql, clock);
  const names = readdirSync(folder).toSorted();
  expect([names.length, names[0], names.at(-1)]).toEqual([
    48,
    'server-2026-11-28T12-00-00.json',
    'server-2026-11-30T11-00-00.json',
  ]);
  const page = await desk.pull();
  expect(page.safeVersion).toBe(page.version);
  rmSync(folder, { recursive: true });
});
