// Whoever is erased leaves every file of the server but PostgreSQL's own: on a real PostgreSQL, over HTTP.
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { protocolVersion, type Page, type Pushed } from '../../../core/shared/protocol.ts';
import { createLog } from '../../../electron/adapters/log.ts';
import { systemClock, systemIds, systemScheduler } from '../../../electron/adapters/system.ts';
import {
  createStudio,
  invite,
  restore,
  type Backup,
} from '../../../electron/studio-server/administration.ts';
import {
  backUpHourly,
  backUpInto,
  type AutomaticBackups,
} from '../../../electron/studio-server/automatic-backups.ts';
import { openExchanging } from '../../../electron/studio-server/exchanging.ts';
import { openFenced } from '../../../electron/studio-server/fence.ts';
import { startOwnPostgres, type OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { serveStudios, type Serving } from '../../../electron/studio-server/serve.ts';
import { openSql, type Sql, type Statements } from '../../../electron/studio-server/sql.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';

const data = mkdtempSync(join(tmpdir(), 'allinea-erasure-'));
chmodSync(data, 0o755);
const copies = join(data, 'copie');
const log = createLog(data, systemClock);
let postgres: OwnPostgres;
let sql: Sql;
let serving: Serving;
let backups: AutomaticBackups;
const begin = (): AutomaticBackups =>
  backUpHourly(copies, sql, { clock: systemClock, scheduler: systemScheduler, log });

beforeAll(async () => {
  postgres = await startOwnPostgres(data, log);
  sql = openSql(postgres.url, log);
  await migrate(sql);
  backups = begin();
  serving = await serveStudios({
    sql: await openFenced(sql, postgres.url, log),
    backups: { erased: () => backups.erased(), stop: () => backups.stop() },
    clock: systemClock,
    log,
    host: '127.0.0.1',
    port: 0,
    certificate: null,
    exchanging: openExchanging(sql, { data, inside: true }, log),
  });
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

async function joined(studio: string) {
  const code = await invite(sql, studio, { account: 'anna', name: 'Anna', role: 'administer' });
  const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
  const ask = async (call: string, body?: object): Promise<unknown> =>
    (
      await fetch(`${serving.address}/v1/studios/${studio}/${call}`, {
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      })
    ).json();
  await ask('pair', { code, client, token });
  let seq = 0;
  return {
    async push(command: object, cid = randomUUID()) {
      seq += 1;
      const sent = { seq, cid, at: Date.now(), day: '2026-11-28', command };
      const body = { client, protocol: protocolVersion, commands: [sent] };
      const pushed = (await ask('push', body)) as Pushed;
      expect(pushed.results.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([['applied', null]]);
      return cid;
    },
    async people(): Promise<readonly (readonly [string, string])[]> {
      const query = `pull?client=${client}&protocol=${protocolVersion}&version=0&table=&id=&heard=0`;
      const { rows } = (await ask(query)) as Page;
      return rows.flatMap(([table, id, value]) =>
        table === 'people' && value !== null ? [[id, (value as { email: string }).email] as const] : [],
      );
    },
    forgetNumbers: () => (seq = 0),
  };
}

/** The files of the data folder that hold a word, but those of PostgreSQL. */
const naming = (word: string): readonly string[] =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(data, 'postgres/')))
    .filter((file) => readFileSync(file, 'utf8').toLowerCase().includes(word))
    .toSorted();

const person = (email: string, familyName: string) => ({ ...exampleDetails, email, familyName });
const add = (email: string, familyName: string) => ({
  type: 'person/add',
  details: person(email, familyName),
});
const clockAt = (hour: number) => ({ now: () => Date.parse('2026-11-28T00:00:00Z') + hour * 3_600_000 });

test('erased, a person is in no backup any more; the others are, and a restore works', async () => {
  const studioOf = (name: string) => createStudio(sql, systemIds, { name, rows: ownDesk(name) });
  const [desk, elsewhere] = [await joined(await studioOf('Uno')), await joined(await studioOf('Due'))];
  await desk.push(add('z.zanetti@x.it', 'Zanetti'));
  await desk.push(add('b.neri@x.it', 'Neri'));
  // The same person may be known to another studio, which nobody has asked to forget anybody.
  await elsewhere.push(add('z.zanetti@x.it', 'Zanetti'));
  await backUpInto(copies, sql, clockAt(1));
  const found = (await desk.people()).find(([, email]) => email === 'z.zanetti@x.it');
  const personId = found?.[0] ?? '';
  await desk.push({
    type: 'person/change',
    personId,
    details: person('zoe@x.it', 'Zanetti'),
  });
  await backUpInto(copies, sql, clockAt(2));
  writeFileSync(join(copies, 'server-2026-11-28T03-00-00.json.new'), '{"email":"z.zanetti@x.it');
  expect(naming('zanetti')).toHaveLength(3);
  expect(naming('zoe@x.it')).toHaveLength(1);

  const erase = { type: 'person/erase', personId };
  await desk.push(erase);
  await expect.poll(() => naming('zoe@x.it'), { timeout: 20_000 }).toEqual([]);
  await backups.erased();
  expect(readdirSync(copies).filter((name) => name.endsWith('.new'))).toEqual([]);
  const kept = naming('b.neri@x.it');
  expect(kept).toHaveLength(2);
  for (const file of kept) {
    const { tables } = JSON.parse(readFileSync(file, 'utf8')) as Backup;
    const holders = Object.values(tables).flatMap((rows) =>
      (rows as readonly { readonly studio: string }[]).filter((row) => /zanetti/i.test(JSON.stringify(row))),
    );
    // The row and the command of the other studio.
    expect(holders).toHaveLength(2);
    expect(new Set(holders.map(({ studio }) => studio)).size).toBe(1);
  }

  await restore(sql, JSON.parse(readFileSync(kept[0] as string, 'utf8')) as Backup, {
    ids: systemIds,
    clock: systemClock,
  });
  expect((await desk.people()).map(([, email]) => email)).toEqual(['b.neri@x.it']);
  expect((await elsewhere.people()).map(([, email]) => email)).toEqual(['z.zanetti@x.it']);
  // The desk sends again what the backup does not hold: the erasure too, after the two additions.
  await sql.query('update desk set last_seq = 0');
  desk.forgetNumbers();
  await desk.push(erase);
});

test('erased while nobody served: the person leaves the backups at the next start', async () => {
  backups.stop();
  const desk = await joined(await createStudio(sql, systemIds, { name: 'Tre', rows: ownDesk('Tre') }));
  await desk.push(add('w.wieser@x.it', 'Wieser'));
  await backUpInto(copies, sql, clockAt(5));
  expect(naming('wieser')).toHaveLength(1);
  const [found] = await desk.people();
  // Nobody hears of it.
  const heard = backups;
  backups = { erased: () => Promise.resolve(), stop: () => undefined };
  await desk.push({ type: 'person/erase', personId: found?.[0] ?? '' });
  expect(naming('wieser')).toHaveLength(1);
  heard.stop();
  backups = begin();
  await expect.poll(() => naming('wieser'), { timeout: 20_000 }).toEqual([]);
});

test('a backup that is being made meanwhile does not keep the person', async () => {
  const desk = await joined(
    await createStudio(sql, systemIds, { name: 'Quattro', rows: ownDesk('Quattro') }),
  );
  await desk.push(add('k.kofler@x.it', 'Kofler'));
  const [found] = await desk.people();
  backups.stop();
  let [read, write] = [(): void => undefined, (): void => undefined];
  const hasRead = new Promise<void>((resolve) => (read = resolve));
  const mayWrite = new Promise<void>((resolve) => (write = resolve));
  const slow: Statements = {
    query: sql.query,
    async transaction(isolation, work) {
      const value = await sql.transaction(isolation, work);
      read();
      await mayWrite;
      return value;
    },
  };
  const waiting: (() => void)[] = [];
  const scheduler = { after: (_: number, work: () => void) => (waiting.push(work), () => undefined) };
  const before = readdirSync(copies).length;
  const own = backUpHourly(copies, slow, { clock: systemClock, scheduler, log });
  waiting[0]?.();
  await hasRead;
  await desk.push({ type: 'person/erase', personId: found?.[0] ?? '' });
  const done = own.erased();
  // What does not wait for the backup is over by now.
  await Promise.race([done, delay(1000)]);
  write();
  await done;
  await expect.poll(() => readdirSync(copies).length).toBe(before + 1);
  expect(naming('kofler')).toEqual([]);
});
