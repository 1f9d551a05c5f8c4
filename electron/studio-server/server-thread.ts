// The server of shared studios inside the program: its own PostgreSQL and HTTPS, in a thread, so that the
// window never waits for it. What runs here is what `npm run studio` runs.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createLog } from '../adapters/log.ts';
import { codeOf } from '../adapters/envelope.ts';
import { systemClock, systemIds, systemScheduler } from '../adapters/system.ts';
import { createStudio, invite, revokeDesk } from './administration.ts';
import { backUpHourly } from './automatic-backups.ts';
import { ownCertificate } from './certificate.ts';
import { startOwnPostgres } from './own-postgres.ts';
import { migrate } from './schema.ts';
import { serveStudios, type Serving } from './serve.ts';
import { openSql } from './sql.ts';
import { openFenced } from './fence.ts';
import { openExchanging } from './exchanging.ts';
import { writeVendor } from './vendor-files.ts';
import type { FromServer, ServerPlace, ToServer } from './server-messages.ts';

const place = workerData as ServerPlace;
const say = (message: FromServer): void => parentPort?.postMessage(message, []);

/** A sample brings its vendor along. */
function created({ name, rows, vendor }: Extract<ToServer, { kind: 'create' }>) {
  if (vendor === null) return { name, rows };
  const prepare = (studio: string): void => writeVendor(place.folder, studio, vendor);
  return { name, rows, vendor: { address: null, prepare } };
}

async function run(): Promise<void> {
  const log = createLog(place.folder, systemClock);
  const certificate = ownCertificate(place.folder, systemClock.now());
  const postgres = await startOwnPostgres(place.folder, log);
  const sql = openSql(postgres.url, log);
  let serving: Serving;
  try {
    await migrate(sql);
    const fenced = await openFenced(sql, postgres.url, log);
    serving = await serveStudios({
      sql: fenced,
      clock: systemClock,
      log,
      certificate,
      ...place,
      exchanging: openExchanging(sql, { data: place.folder, inside: true }, log),
      backups: backUpHourly(join(place.folder, 'copie'), sql, {
        clock: systemClock,
        scheduler: systemScheduler,
        log,
      }),
    });
  } catch (error) {
    await sql.close();
    await postgres.stop();
    throw error;
  }
  parentPort?.on('message', (wish: ToServer) => {
    void (async () => {
      if (wish.kind === 'stop') {
        await serving.close();
        await sql.close();
        await postgres.stop();
        say({ kind: 'stopped' });
        return;
      }
      try {
        const studio =
          wish.kind === 'invite' ? wish.studio : await createStudio(sql, systemIds, created(wish));
        if (wish.kind === 'invite') await revokeDesk(sql, studio, wish.insteadOf);
        say({ kind: 'invited', studio, code: await invite(sql, studio, wish.member) });
      } catch (error) {
        log.error('shared.not-invited', { code: codeOf(error) });
        say({ kind: 'not-invited', code: codeOf(error) });
      }
    })();
  });
  say({ kind: 'running', port: Number(new URL(serving.address).port), fingerprint: certificate.fingerprint });
}

try {
  await run();
} catch (error) {
  say({ kind: 'failed', code: codeOf(error) });
}
