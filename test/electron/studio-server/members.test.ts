// What an administrator may ask about the members of a shared studio, on a real PostgreSQL; and what nobody
// else may.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import type { SharedRole } from '../../../core/desk/rows/shared-rows.ts';
import { invitationMs, membersSchema, silentMs, type MemberWish } from '../../../core/shared/members.ts';
import { protocolVersion, type Pushed } from '../../../core/shared/protocol.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { createWatching } from '../../../core/shared/server/watching.ts';
import { systemDigest, systemIds, systemScheduler } from '../../../electron/adapters/system.ts';
import {
  backUp,
  createStudio,
  endAccess,
  invite,
  restore,
  type Backup,
} from '../../../electron/studio-server/administration.ts';
import { openFenced } from '../../../electron/studio-server/fence.ts';
import type { OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { changedChannel, postgresStudio } from '../../../electron/studio-server/postgres-studio.ts';
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
let now = Date.now();
let answering: Answering;

beforeAll(async () => {
  postgres = await realPostgres();
  sql = openSql(postgres.url, quietLog);
  await migrate(sql);
  serving = await openFenced(sql, postgres.url, quietLog);
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
}, 60_000);
beforeEach(async () => {
  now = Date.now();
  studio = await createStudio(sql, systemIds, {
    name: 'Studio Marchetti',
    rows: ownDesk('Studio Marchetti'),
  });
  const database = postgresStudio(serving);
  const clock = { now: () => now };
  answering = createAnswering({
    database,
    clock,
    ids: systemIds,
    digest: systemDigest,
    signIn: noSignIn,
    log: quietLog,
    watching: createWatching({
      database,
      clock,
      scheduler: systemScheduler,
      ids: systemIds,
      log: quietLog,
    }),
  });
});

const post = (token: string, call: string, body: unknown, of = studio) =>
  answering({
    method: 'POST',
    path: `/v1/studios/${of}/${call}`,
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });

const pair = async (code: string, computer = 'PC') => {
  const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
  const { status } = await post('', 'pair', { code, client, token, computer });
  return { status, client, token };
};

async function desk(account: string, role: SharedRole) {
  const code = await invite(sql, studio, { account, name: account.toUpperCase(), role });
  const { client, token } = await pair(code, `PC-${account}`);
  let seq = 0;
  return {
    client,
    token,
    ask: async (wish: MemberWish) => post(token, 'members', { client, wish }),
    members: async (wish: MemberWish = { kind: 'list' }) =>
      membersSchema.parse((await post(token, 'members', { client, wish })).body),
    push: async (command: unknown) => {
      seq += 1;
      const sent = { seq, cid: randomUUID(), at: now, day: '2026-11-28', command };
      return post(token, 'push', { client, protocol: protocolVersion, commands: [sent] });
    },
  };
}
const add = (number: number) => ({
  type: 'person/add',
  details: { ...exampleDetails, email: `p${number}@x.it` },
});
const invitation = (account: string, role: SharedRole = 'prepare') => {
  const code = randomBytes(24).toString('base64url');
  const wish: MemberWish = { kind: 'invite', account, name: account, role, codeHash: systemDigest(code) };
  return { code, wish };
};

test('only who administers may ask, whatever is asked; nothing changes then', async () => {
  const admin = await desk('maria', 'administer');
  const before = await admin.members();
  for (const role of ['read', 'prepare', 'order'] as const) {
    const other = await desk(role, role);
    for (const wish of [
      { kind: 'list' },
      invitation('luca', 'administer').wish,
      { kind: 'role', account: role, role: 'administer' },
      { kind: 'end', account: 'maria' },
      { kind: 'revoke', desk: admin.client },
    ] as const)
      expect(await other.ask(wish)).toMatchObject({ status: 403 });
    expect(
      await post(admin.token, 'members', { client: other.client, wish: { kind: 'list' } }),
    ).toMatchObject({
      status: 401,
    });
  }
  const after = await admin.members();
  expect(after.members.filter(({ account }) => account === 'maria')).toEqual(before.members);
});

test('an administrator of one studio has no power over another one', async () => {
  const admin = await desk('maria', 'administer');
  const elsewhere = await createStudio(sql, systemIds, { name: 'Altro', rows: ownDesk('Altro') });
  for (const call of ['members', 'push', 'news', 'here'])
    expect((await post(admin.token, call, bodyFor(call, admin.client), elsewhere)).status).toBe(401);
});

const bodyFor = (call: string, client: string): unknown =>
  ({
    members: { client, wish: { kind: 'list' } },
    push: { client, protocol: protocolVersion, commands: [] },
    news: { client, protocol: protocolVersion, version: 0, epoch: '', stamp: '', place: null },
    here: { client, place: null },
  })[call];

test('invited, joined with a computer, another role, ended, readmitted', async () => {
  const admin = await desk('maria', 'administer');
  const { code, wish } = invitation('anna');
  const memberOf = async (account: string) =>
    (await admin.members()).members.find((member) => member.account === account);
  expect((await admin.members(wish)).refusal).toBeNull();
  expect(await memberOf('anna')).toMatchObject({ invited: true, ended: false, desks: [] });
  const anna = await pair(code, 'PC-ANNA');
  expect(anna.status).toBe(200);
  expect((await pair(code)).status).toBe(401);
  expect(await memberOf('anna')).toMatchObject({
    invited: false,
    desks: [{ id: anna.client, computer: 'PC-ANNA', revoked: false }],
  });

  const push = () =>
    post(anna.token, 'push', { client: anna.client, protocol: protocolVersion, commands: [] });
  await admin.members({ kind: 'role', account: 'anna', role: 'read' });
  expect(await memberOf('anna')).toMatchObject({ role: 'read' });
  expect((await push()).status).toBe(200);
  await admin.members({ kind: 'end', account: 'anna' });
  expect((await push()).status).toBe(401);
  const again = invitation('anna', 'order');
  await admin.members(again.wish);
  expect(await memberOf('anna')).toMatchObject({ ended: false, role: 'order' });
  expect((await pair(again.code)).status).toBe(200);
});

test('who is readmitted joins anew: the computers from before stay out, also those of an earlier version', async () => {
  const admin = await desk('maria', 'administer');
  const stolen = await desk('anna', 'order');
  const { members } = await admin.members({ kind: 'end', account: 'anna' });
  expect(members.find(({ account }) => account === 'anna')?.desks).toMatchObject([{ revoked: true }]);
  const again = invitation('anna', 'order');
  await admin.members(again.wish);
  expect((await stolen.push(add(1))).status).toBe(401);
  const genuine = await pair(again.code);
  const push = { client: genuine.client, protocol: protocolVersion, commands: [] };
  expect((await post(genuine.token, 'push', push)).status).toBe(200);
  expect((await stolen.push(add(1))).status).toBe(401);
  // Ended by whoever runs the server, and by a program that left the computers as they were.
  for (const revoked of [true, false]) {
    await endAccess(sql, studio, 'anna');
    if (!revoked) await sql.query('update desk set revoked = false where studio = $1', [studio]);
    await admin.members(invitation('anna', 'order').wish);
    expect((await post(genuine.token, 'push', push)).status).toBe(401);
  }
});

test('the last one who administers stays while the others have only been invited', async () => {
  const admin = await desk('maria', 'administer');
  const { code, wish } = invitation('anna', 'administer');
  await admin.members(wish);
  expect((await admin.members({ kind: 'end', account: 'maria' })).refusal).toBe('last-administrator');
  const anna = await pair(code);
  await admin.members({ kind: 'revoke', desk: anna.client });
  expect((await admin.members({ kind: 'end', account: 'maria' })).refusal).toBe('last-administrator');
  const again = invitation('anna', 'administer');
  await admin.members(again.wish);
  await pair(again.code);
  expect((await admin.members({ kind: 'end', account: 'maria' })).refusal).toBeNull();
});

test('a lost computer is taken away alone', async () => {
  const admin = await desk('maria', 'administer');
  const [home, office] = [await desk('anna', 'prepare'), await desk('anna', 'prepare')];
  await admin.members({ kind: 'revoke', desk: home.client });
  expect([(await home.push(add(1))).status, (await office.push(add(1))).status]).toEqual([401, 200]);
  expect((await admin.members({ kind: 'revoke', desk: randomUUID() })).refusal).toBe('no-such-member');
});

test('a computer that is silent for 90 days has no access any more; a new invitation gives it back', async () => {
  const admin = await desk('maria', 'administer');
  const [begun, anna, luca] = [now, await desk('anna', 'prepare'), await desk('luca', 'prepare')];
  const news = ({ client, token }: typeof anna) => post(token, 'news', bodyFor('news', client));
  const computerOf = async (account: string) =>
    (await admin.members()).members.find((member) => member.account === account)?.desks[0];
  now = begun + silentMs / 2;
  expect([(await news(admin)).status, (await news(anna)).status]).toEqual([200, 200]);
  // Never heard since it was paired: its silence counts from there.
  now = begun + silentMs;
  expect(await computerOf('luca')).toMatchObject({ heard: null, silent: false });
  expect((await luca.push(add(1))).status).toBe(200);
  now += 1;
  expect(await computerOf('luca')).toMatchObject({ heard: null, silent: true, revoked: false });
  for (const call of ['push', 'news', 'here', 'members'])
    expect((await post(luca.token, call, bodyFor(call, luca.client))).status).toBe(401);
  // A copy of its folder does not get around it.
  expect((await post(luca.token, 'fork', { from: luca.client, to: randomUUID() })).status).toBe(401);
  expect(await computerOf('anna')).toMatchObject({ heard: begun + silentMs / 2, silent: false });
  expect((await anna.push(add(2))).status).toBe(200);
  await news(admin);

  now = begun + 1.5 * silentMs + 1;
  expect([(await anna.push(add(3))).status, (await admin.ask({ kind: 'list' })).status]).toEqual([401, 200]);
  const { code, wish } = invitation('anna');
  await admin.members(wish);
  const again = await pair(code);
  expect((await post(again.token, 'push', bodyFor('push', again.client))).status).toBe(200);
  now += silentMs + 1;
  expect((await post(again.token, 'push', bodyFor('push', again.client))).status).toBe(401);
});

test('a copied folder inherits the silence', async () => {
  const anna = await desk('anna', 'prepare');
  now += silentMs;
  const copy = randomUUID();
  expect((await post(anna.token, 'fork', { from: anna.client, to: copy })).status).toBe(200);
  expect((await post(anna.token, 'push', bodyFor('push', copy))).status).toBe(200);
  now += 1;
  expect((await post(anna.token, 'push', bodyFor('push', copy))).status).toBe(401);
});

test('after a restore silence counts anew, but whoever was out stays out', async () => {
  const [anna, luca] = [await desk('anna', 'prepare'), await desk('luca', 'prepare')];
  const news = ({ client, token }: typeof anna) => post(token, 'news', bodyFor('news', client));
  const clock = { now: () => now };
  now += silentMs;
  await news(anna);
  now += 1;
  const kept: Backup[] = [];
  await backUp(sql, clock, (backup) => kept.push(JSON.parse(JSON.stringify(backup)) as Backup));
  now += 3 * silentMs;
  expect((await news(anna)).status).toBe(401);
  await restore(sql, kept[0] as Backup, { ids: systemIds, clock });
  expect([(await news(anna)).status, (await news(luca)).status]).toEqual([200, 401]);
  // A backup of an older program does not say when it was made, nor since when a desk is there.
  const { kind, tables } = kept[0] as Backup;
  const older = (tables.desk as readonly { readonly since?: number }[]).map(({ since: _, ...row }) => row);
  await restore(sql, { kind, tables: { ...tables, desk: older } }, { ids: systemIds, clock });
  expect((await news(anna)).status).toBe(200);
});

test('somebody administers to the end, also if two end each other at once', async () => {
  const [maria, anna] = [await desk('maria', 'administer'), await desk('anna', 'administer')];
  const both = await Promise.all([
    maria.ask({ kind: 'end', account: 'anna' }),
    anna.ask({ kind: 'role', account: 'maria', role: 'read' }),
  ]);
  expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const left = await sql.query(`select from member where studio = $1 and role = 'administer' and not ended`, [
    studio,
  ]);
  expect(left).toHaveLength(1);
  const last = (await maria.ask({ kind: 'list' })).status === 200 ? maria : anna;
  const account = last === maria ? 'maria' : 'anna';
  expect((await last.members({ kind: 'end', account })).refusal).toBe('last-administrator');
  expect((await last.members({ kind: 'role', account, role: 'order' })).refusal).toBe('last-administrator');
  expect((await last.members(invitation(account, 'order').wish)).refusal).toBe('last-administrator');
});

test('an invitation ends after a week, and with the access of its member', async () => {
  const admin = await desk('maria', 'administer');
  const [old, ended] = [invitation('anna'), invitation('luca')];
  await admin.members(old.wish);
  await admin.members(ended.wish);
  await admin.members({ kind: 'end', account: 'luca' });
  await admin.members(invitation('luca').wish);
  expect((await pair(ended.code)).status).toBe(401);
  now += invitationMs + 1;
  expect((await pair(old.code)).status).toBe(401);
});

test('codes cannot be guessed by the hundred', async () => {
  const statuses = new Set<number>();
  const admin = await desk('maria', 'administer');
  for (let guess = 0; guess < 100; guess += 1)
    statuses.add((await pair(randomBytes(24).toString('base64url'))).status);
  expect([...statuses]).toEqual([401, 429]);
  // A right code waits for a minute too: it is not told apart.
  const { code, wish } = invitation('anna');
  await admin.members(wish);
  expect((await pair(code)).status).toBe(429);
  now += 60_000;
  expect((await pair(code)).status).toBe(200);
});

test('a refusal says who has changed the same thing before, if it was somebody else', async () => {
  const [maria, anna] = [await desk('maria', 'order'), await desk('anna', 'order')];
  const refusalOf = async (answer: ReturnType<typeof maria.push>) =>
    ((await answer).body as Pushed).results[0]?.refusal;
  await anna.push(add(2));
  await maria.push(add(1));
  const [row] = await sql.query<{ id: string }>(
    `select id from state_row where studio = $1 and tbl = 'people' and value ->> 'email' = 'p1@x.it'`,
    [studio],
  );
  const { details } = add(2);
  const taken = { type: 'person/change', personId: row?.id ?? '', details };
  expect(await refusalOf(anna.push(taken))).toMatchObject({
    reason: 'duplicate-email',
    changedBy: { name: 'MARIA', at: now },
  });
  expect(await refusalOf(maria.push(taken))).not.toHaveProperty('changedBy');
  expect(await refusalOf(anna.push(add(1)))).toMatchObject({ changedBy: { name: 'MARIA' } });
});

test('every process hears of a change with its commit', async () => {
  const maria = await desk('maria', 'order');
  const other = await openFenced(sql, postgres.url, quietLog);
  const heard: string[] = [];
  other.listen(changedChannel, (what) => heard.push(what));
  await expect.poll(async () => (await maria.push(add(heard.length + 1))) && heard[0]).toBe(studio);
  await other.close();
});
