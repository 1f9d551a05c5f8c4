// Starts the desk, lets it work for a moment, kills it, and compares the state afterwards with what it had
// confirmed. Between two lives it damages files.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Rng } from '../../core/ports.ts';
import { attack, attackNames, badTelling, newestJournal, replaceJournal, type Attack } from './attacks.ts';
import { confirmed } from './confirmed.ts';
import { dies, startDesk, startLimitMs } from './desk-process.ts';
import type { There } from './said.ts';

export interface Torture {
  readonly kills: number;
  readonly chance: Rng;
  readonly deskProgram: string;
  /** Null: the vendor is inside the desk and dies with it. */
  readonly backendProgram: string | null;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export interface Verdict {
  readonly problems: readonly string[];
  readonly kills: number;
  readonly damaged: number;
  /** The number of commands that were refused because the disk was full. */
  readonly notSaved: number;
  /** The number of lives with a read-only folder. */
  readonly readOnly: number;
  readonly people: number;
  readonly orders: number;
}

async function startBackend(
  program: string,
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(
    process.execPath,
    [program, '--port=0', `--data=${join(folder, 'backend')}`, '--limits=off'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error('The backend does not start');
}

/** Limits the growth of every file. For the program, each write then meets a full disk. */
function withoutRoom(folder: string, command: readonly string[]): readonly string[] {
  const journal = join(folder, newestJournal(folder));
  const kibibytes = Math.ceil((existsSync(journal) ? statSync(journal).size : 0) / 1024) + 2;
  return ['bash', '-c', `ulimit -f ${kibibytes}; exec "$@"`, 'bash', ...command];
}

/** Takes away the right to write in the folder and its content, or gives it back. */
function forbidWriting(folder: string, forbidden: boolean): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), forbidden ? 0o400 : 0o600);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(folder, entry.name), forbidden ? 0o500 : 0o700);
  chmodSync(folder, forbidden ? 0o500 : 0o700);
}

/** root can write read-only files unless the program gives up that privilege. */
const asOrdinaryUser = (command: readonly string[]): readonly string[] =>
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', ...command]
    : command;

export async function torture({
  kills,
  chance,
  deskProgram,
  backendProgram,
  folder,
  say,
}: Torture): Promise<Verdict> {
  const problems: string[] = [];
  const known = confirmed();
  const desks = join(folder, 'desk');
  const backend = backendProgram === null ? null : await startBackend(backendProgram, folder);
  const older = join(folder, 'older');
  const firstAttack = Math.floor(chance.next() * attackNames.length);
  let attacked: Attack | null = null;
  let damaged = 0;
  let notSaved = 0;
  let readOnly = 0;

  /**
   * One life of the desk. Resolves after its death. `lives`: how long it may work after its start.
   * `replaced`: somebody replaces the journal while it works.
   */
  async function life(
    lives: number,
    place: 'usual' | 'cramped' | 'read-only' = 'usual',
    replaced = false,
  ): Promise<void> {
    const command = [process.execPath, deskProgram, desks, backend?.url ?? ''];
    const placed =
      place === 'cramped'
        ? withoutRoom(desks, command)
        : place === 'read-only'
          ? asOrdinaryUser(command)
          : command;
    const before = known.count();
    if (place === 'read-only') forbidWriting(desks, true);
    let timer: NodeJS.Timeout | undefined;
    let replacing: NodeJS.Timeout | undefined;
    const child = startDesk(placed, (said) => {
      if (said.kind === 'not-saved') notSaved += 1;
      if (said.kind === 'person' || said.kind === 'placed') known.hear(said);
      if (said.kind !== 'there') return;
      clearTimeout(limit);
      compare(said);
      timer = setTimeout(() => child.kill('SIGKILL'), lives);
      if (!replaced) return;
      replacing = setTimeout(() => {
        attacked = replaceJournal(desks, chance);
        damaged += 1;
      }, lives * chance.next());
    });
    const limit = setTimeout(() => {
      problems.push('the desk does not start');
      child.kill('SIGKILL');
    }, startLimitMs);
    await dies(child);
    clearTimeout(limit);
    clearTimeout(timer);
    clearTimeout(replacing);
    if (child.exitCode !== null) problems.push(`the desk ended by itself with ${child.exitCode}`);
    if (place !== 'read-only') return;
    forbidWriting(desks, false);
    readOnly += 1;
    const { people, orders } = known.count();
    if (people !== before.people || orders !== before.orders)
      problems.push('something was confirmed though nothing could be written');
  }

  function compare(there: There): void {
    if (attacked !== null) {
      problems.push(...badTelling(attacked, desks, there));
      known.forgiveTold(there, attacked.until);
    }
    const lost = known.missing(there);
    problems.push(...lost);
    if (lost.length > 0)
      problems.push(`after ${attacked?.name ?? 'a kill'}, told: ${JSON.stringify(there.notices)}`);
    attacked = null;
  }

  let done = 0;
  for (let kill = 1; kill <= kills && problems.length === 0; kill += 1) {
    done = kill;
    // The limit on the file size kills by a signal, even between moving a damaged replica aside and its
    // notice. The replica is then fetched again, and only that notice may be lost.
    const place =
      kill % 7 === 3 && attacked?.name !== 'replica'
        ? 'cramped'
        : kill % 7 === 5 && attacked === null
          ? 'read-only'
          : 'usual';
    await life(Math.floor(chance.next() ** 2 * 700), place, kill % 4 === 3 && place === 'usual');
    if (kill % 50 === 0)
      say(`${kill} kills, ${known.count().people} people and ${known.count().orders} orders confirmed`);
    if (kill % 4 === 2) {
      rmSync(older, { recursive: true, force: true });
      if (attacked === null) cpSync(desks, older, { recursive: true });
    }
    if (kill % 4 !== 0 || attacked !== null || !existsSync(older)) continue;
    const name = attackNames[(firstAttack + damaged) % attackNames.length] ?? 'workspace';
    attacked = attack(name, desks, older, chance);
    damaged += 1;
  }
  if (problems.length === 0) await life(0);
  if (backend !== null) {
    backend.child.kill('SIGKILL');
    await dies(backend.child);
  }
  // It ends at the first problem.
  return { problems, kills: done, damaged, notSaved, readOnly, ...known.count() };
}
