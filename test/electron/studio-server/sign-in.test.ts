// Joining with a password on a real PostgreSQL, with real hashes and codes.
import { randomBytes, randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { createSignIn } from '../../../core/shared/server/sign-in.ts';
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
import { argonPasswords, codeStep } from '../../../electron/studio-server/passwords.ts';
import { newCodeSecret } from '../../../electron/studios/code-secret.ts';
import { postgresSignIn } from '../../../electron/studio-server/postgres-sign-in.ts';
import { postgresStudio } from '../../../electron/studio-server/postgres-studio.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { openSql, type ServingSql, type Sql } from '../../../electron/studio-server/sql.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { realPostgres } from '../../support/real-postgres.ts';

let postgres: OwnPostgres;
let sql: Sql;
let serving: ServingSql;
let now = Date.parse('2026-11-28T10:00:00Z');
let answering: Answering;
const clock = { now: () => now };
const studios: string[] = [];

beforeAll(async () => {
  postgres = await realPostgres();
  sql = openSql(postgres.url, quietLog);
  await migrate(sql);
  serving = await openFenced(sql, postgres.url, quietLog);
  for (const name of ['Studio Marchetti', 'Studio Neri'])
    studios.push(await createStudio(sql, systemIds, { name, rows: ownDesk(name) }));
  const database = postgresStudio(serving);
  answering = createAnswering({
    database,
    clock,
    ids: systemIds,
    digest: systemDigest,
    log: quietLog,
    watching: createWatching({
      database,
      clock,
      scheduler: systemScheduler,
      ids: systemIds,
      log: quietLog,
    }),
    signIn: createSignIn({
      database: postgresSignIn(serving),
      passwords: argonPasswords,
      codeStep,
      clock,
    }),
  });
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
}, 60_000);

const post = (studio: number, call: string, body: object, token = '') =>
  answering({
    method: 'POST',
    path: `/v1/studios/${studios[studio]}/${call}`,
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
const newDesk = () => ({ client: randomUUID(), token: randomBytes(32).toString('hex'), computer: 'PC-2' });

async function invited(studio: number, name: string) {
  const account = name.toLowerCase();
  const code = await invite(sql, studios[studio] ?? '', { account, name, role: 'order' });
  const desk = newDesk();
  expect((await post(studio, 'pair', { code, ...desk })).status).toBe(200);
  return {
    ...desk,
    wish: async (wish: object) => post(studio, 'password', { client: desk.client, wish }, desk.token),
  };
}
const joins = (name: string, password: string, code: string | null = null, studio = 0) =>
  post(studio, 'sign-in', { name, password, code, ...newDesk() });

test('a member sets a password and joins another computer with it; in another studio it opens nothing', async () => {
  const maria = await invited(0, 'Maria');
  await invited(1, 'Maria');
  expect((await joins('Maria', 'una password lunga')).status).toBe(401);
  expect(await maria.wish({ kind: 'set', password: 'una password lunga' })).toEqual({
    status: 200,
    body: { set: true, code: false, refusal: null },
  });
  const second = newDesk();
  const words = { name: 'maria', password: 'una password lunga', code: null };
  expect(await post(0, 'sign-in', { ...words, ...second })).toEqual({
    status: 200,
    body: {
      client: second.client,
      account: 'maria',
      name: 'Maria',
      role: 'order',
      studioName: 'Studio Marchetti',
    },
  });
  // The new desk works, and neither the password nor its hash is told to it.
  const look = await post(0, 'password', { client: second.client, wish: { kind: 'look' } }, second.token);
  expect(look).toEqual({ status: 200, body: { set: true, code: false, refusal: null } });
  expect((await joins('Maria', 'una password lunga', null, 1)).status).toBe(401);
  expect((await joins('Maria', 'una Password lunga')).status).toBe(401);
});

test('the database holds no password, and the same password twice is not the same hash', async () => {
  const [anna, luca] = [await invited(0, 'Anna'), await invited(0, 'Luca')];
  for (const one of [anna, luca]) await one.wish({ kind: 'set', password: 'la stessa password' });
  const rows = await sql.query<{ password: string }>(
    `select password from sign_in where account in ('anna', 'luca')`,
  );
  expect(new Set(rows.map(({ password }) => password)).size).toBe(2);
  for (const { password } of rows)
    expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
});

test('a hash of another program is read, and what is none is a mistake', async () => {
  // The test vector of the reference implementation, with its 64 MiB.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await argonPasswords.matches(reference, 'password')).toBe(true);
  expect(await argonPasswords.matches(reference, 'Password')).toBe(false);
  expect(await argonPasswords.matches(await argonPasswords.hash('però'), 'pero\u0300')).toBe(true);
  await expect(argonPasswords.matches('argon2id', 'x')).rejects.toThrow('no hash');
});

test('with an app a code is asked for: the one of now, once; the secret is proved before it counts', async () => {
  const carla = await invited(0, 'Carla');
  const { secret, uri } = newCodeSecret('Studio Marchetti', 'Carla');
  expect(uri).toMatch(/^otpauth:\/\/totp\/Allinea%20Studio%20Marchetti:Carla\?/);
  const code = (at: number) => new TOTP({ secret }).generate({ timestamp: at });
  const wrong = code(now + 3_600_000);
  expect(await carla.wish({ kind: 'code', secret, code: code(now) })).toMatchObject({
    body: { refusal: 'no-password' },
  });
  await carla.wish({ kind: 'set', password: 'una password lunga' });
  expect(await carla.wish({ kind: 'code', secret, code: wrong })).toMatchObject({
    body: { code: false, refusal: 'wrong-code' },
  });
  expect(await carla.wish({ kind: 'code', secret, code: code(now) })).toMatchObject({ body: { code: true } });
  expect(await joins('Carla', 'una password lunga')).toEqual({
    status: 403,
    body: { reason: 'code-needed' },
  });
  const good = code(now);
  expect((await joins('Carla', 'una password lunga', good)).status).toBe(200);
  expect(await joins('Carla', 'una password lunga', good)).toMatchObject({ body: { reason: 'wrong-code' } });
  now += 30_000;
  // The clock of the telephone is half a minute late: a code that was used is used, whoever shows it.
  expect(await joins('Carla', 'una password lunga', good)).toMatchObject({ body: { reason: 'wrong-code' } });
  expect((await joins('Carla', 'una password lunga', code(now))).status).toBe(200);
  await carla.wish({ kind: 'no-code' });
  expect((await joins('Carla', 'una password lunga')).status).toBe(200);
});

test('whose access has ended joins with no password; a password taken away opens nothing', async () => {
  const dario = await invited(0, 'Dario');
  await dario.wish({ kind: 'set', password: 'una password lunga' });
  await endAccess(sql, studios[0] ?? '', 'dario');
  expect((await joins('Dario', 'una password lunga')).status).toBe(401);
  expect((await dario.wish({ kind: 'look' })).status).toBe(401);
  // Readmitted, the person comes by the invitation, not by the old password.
  await invited(0, 'Dario');
  expect((await joins('Dario', 'una password lunga')).status).toBe(401);
  const elena = await invited(0, 'Elena');
  await elena.wish({ kind: 'set', password: 'una password lunga' });
  await elena.wish({ kind: 'remove' });
  expect((await joins('Elena', 'una password lunga')).status).toBe(401);
});

test('a restored server knows the passwords; a backup from before there were any is restored, too', async () => {
  const gina = await invited(0, 'Gina');
  await gina.wish({ kind: 'set', password: 'una password lunga' });
  const kept: Backup[] = [];
  await backUp(sql, clock, (backup) => void kept.push(JSON.parse(JSON.stringify(backup)) as Backup));
  await gina.wish({ kind: 'remove' });
  const [backup] = kept as [Backup];
  await restore(sql, backup, { ids: systemIds, clock });
  expect((await joins('Gina', 'una password lunga')).status).toBe(200);
  const { sign_in: _, ...older } = backup.tables;
  await restore(sql, { ...backup, tables: older as Backup['tables'] }, { ids: systemIds, clock });
  expect((await joins('Gina', 'una password lunga')).status).toBe(401);
});

test('what is too short, too long or no request at all changes nothing', async () => {
  const fabio = await invited(0, 'Fabio');
  for (const wish of [
    { kind: 'set', password: 'corta' },
    { kind: 'set', password: 'x'.repeat(201) },
    { kind: 'code', secret: 'nope', code: '123456' },
    { kind: 'other' },
  ])
    expect((await fabio.wish(wish)).status).toBe(400);
  expect((await joins('Fabio\0', 'x')).status).toBe(400);
  expect(await fabio.wish({ kind: 'look' })).toMatchObject({ body: { set: false } });
});
