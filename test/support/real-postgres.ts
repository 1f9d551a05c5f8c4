// A PostgreSQL for a test file: one of its own in a temporary folder.
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnPostgres, type OwnPostgres } from '../../electron/studio-server/own-postgres.ts';
import { quietLog } from './counting-ids.ts';

export async function realPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-postgres-'));
  // A test that runs as root starts the server as another user, who must get through.
  chmodSync(folder, 0o755);
  const own = await startOwnPostgres(folder, quietLog);
  return {
    url: own.url,
    async stop() {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
