// The server's own backups while it serves: without them the desks would keep every command for ever.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, Scheduler } from '../../core/ports.ts';
import { codeOf } from '../adapters/envelope.ts';
import { backUp } from './administration.ts';
import type { Statements } from './sql.ts';

const everyMs = 60 * 60_000;
const firstMs = 60_000;
/** Two days of hours. `npm run studio -- backup FILE` keeps more, and in another place. */
const mostKept = 48;
const named = /^server-[\dT-]+\.json$/;

/** Writes a backup into the folder, and removes the oldest. Throws if the disk or the database refuses. */
export async function backUpInto(folder: string, sql: Statements, clock: Clock): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  await backUp(sql, clock, (backup) => {
    const file = join(folder, `server-${stamp}.json`);
    // Written beside it first: a crash leaves no half backup under a backup's name.
    writeFileSync(`${file}.new`, JSON.stringify(backup), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  });
  const old = readdirSync(folder)
    .filter((name) => named.test(name))
    .toSorted()
    .slice(0, -mostKept);
  for (const name of old) rmSync(join(folder, name), { force: true });
}

/** Backs up a minute after the start and then each hour. The returned function stops it. */
export function backUpHourly(
  folder: string,
  sql: Statements,
  { clock, scheduler, log }: { readonly clock: Clock; readonly scheduler: Scheduler; readonly log: Log },
): () => void {
  let callOff = scheduler.after(firstMs, run);
  function run(): void {
    callOff = scheduler.after(everyMs, run);
    void backUpInto(folder, sql, clock).catch((error: unknown) =>
      log.error('shared.backup-failed', { code: codeOf(error) }),
    );
  }
  return () => callOff();
}
