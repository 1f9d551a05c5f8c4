// The server's own backups while it serves: without them the desks would keep every command for ever. Whoever
// is erased leaves them at once.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, Scheduler } from '../../core/ports.ts';
import { codeOf } from '../adapters/envelope.ts';
import { backUp, forgetRefused } from './administration.ts';
import { backupName, writeBackup } from './backup-file.ts';
import { erasedIn, forgetInBackups } from './forget-in-backups.ts';
import type { Statements } from './sql.ts';

const everyMs = 60 * 60_000;
const firstMs = 60_000;
/** Two days of hours. `npm run studio -- backup FILE` keeps more, and in another place. */
const mostKept = 48;

/** Writes a backup into the folder, and removes the oldest. Throws if the disk or the database refuses. */
export async function backUpInto(folder: string, sql: Statements, clock: Clock): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  await backUp(sql, clock, (backup) => writeBackup(join(folder, `server-${stamp}.json`), backup));
  const old = readdirSync(folder)
    .filter((name) => backupName.test(name))
    .toSorted()
    .slice(0, -mostKept);
  for (const name of old) rmSync(join(folder, name), { force: true });
}

export interface AutomaticBackups {
  /** Somebody was erased: takes the person out of the backups, after the one that is being written. */
  erased(): Promise<void>;
  stop(): void;
}

/**
 * Backs up a minute after the start and then each hour. Whoever was erased while nothing ran leaves the older
 * backups at the start. What fails is tried again after an hour.
 */
export function backUpHourly(
  folder: string,
  sql: Statements,
  { clock, scheduler, log }: { readonly clock: Clock; readonly scheduler: Scheduler; readonly log: Log },
): AutomaticBackups {
  let callOff = scheduler.after(firstMs, run);
  let last = Promise.resolve();
  /** The people who are in no backup of the folder. */
  let forgotten = '[]';

  function inTurn(event: string, work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch((error: unknown) => log.error(event, { code: codeOf(error) }));
    return last;
  }

  async function forget(): Promise<void> {
    const erased = await erasedIn(sql.query);
    const all = JSON.stringify([...erased]);
    if (all === forgotten) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await forgetRefused(sql.query);
    await forgetInBackups(folder, erased);
    // Lets the database use the place of the rows from before.
    await sql.query('vacuum state_row, command');
    forgotten = all;
  }

  const erased = (): Promise<void> => inTurn('shared.not-forgotten', forget);

  function run(): void {
    callOff = scheduler.after(everyMs, run);
    void inTurn('shared.backup-failed', () => backUpInto(folder, sql, clock));
    void erased();
  }

  void erased();
  return { erased, stop: () => callOff() };
}
