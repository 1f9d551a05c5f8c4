// `npm run studio`: the server of shared studios, without a window. DATABASE_URL names a PostgreSQL of the
// firm's; without it a PostgreSQL of its own runs in the data folder.
import { join, resolve } from 'node:path';
import { systemClock, systemScheduler } from '../adapters/system.ts';
import { createLog } from '../adapters/log.ts';
import { backUpHourly } from './automatic-backups.ts';
import { BadOrder, carryOutOrder, readOrder, type Begun } from './commands.ts';
import { migrate } from './schema.ts';
import { openExchanging } from './exchanging.ts';
import { openFenced } from './fence.ts';
import { openSql } from './sql.ts';
import { startOwnPostgres } from './own-postgres.ts';

async function main(): Promise<void> {
  const order = readOrder(process.argv.slice(2));
  const data = resolve(order.data);
  const log = createLog(data, systemClock);
  const given = process.env['DATABASE_URL'];
  const own = given === undefined ? await startOwnPostgres(data, log) : null;
  const url = given ?? own?.url ?? '';
  const sql = openSql(url, log);
  const end = async (): Promise<void> => {
    await sql.close();
    await own?.stop();
  };
  try {
    await migrate(sql);
    const begin = async (): Promise<Begun> => {
      const serving = await openFenced(sql, url, log);
      const ports = { clock: systemClock, scheduler: systemScheduler, log };
      return {
        sql: serving,
        backups: backUpHourly(join(data, 'copie'), sql, ports),
        exchanging: openExchanging(sql, { data, inside: own !== null }, log),
      };
    };
    const done = await carryOutOrder(sql, begin, order, log);
    if (typeof done === 'string') {
      process.stdout.write(`${done}\n`);
      return await end();
    }
    process.stdout.write(`${done.address}\n`);
    const stop = (): void => {
      void done.close().then(end);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    await end();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof BadOrder ? error.message : String(error)}\n`);
  process.exit(error instanceof BadOrder ? 2 : 1);
}
