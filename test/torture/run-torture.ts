// Starts the desk, lets it work for a moment, kills it, and compares the state afterwards with what it had
// confirmed. Between two lives it damages files.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Rng } from '../../core/ports.ts';
import { confirmed } from './confirmed.ts';
import type { Said, There } from './said.ts';

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

const startLimitMs = 30_000;
const dies = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  );

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

const journalFiles = ['journal-1.changes', 'journal-2.changes'] as const;

function newestJournal(folder: string): string {
  const sizes = journalFiles.map((name) =>
    existsSync(join(folder, name)) ? statSync(join(folder, name)).mtimeMs : 0,
  );
  return journalFiles[(sizes[1] ?? 0) > (sizes[0] ?? 0) ? 1 : 0];
}

/**
 * Damages a file as a program that died while writing, or a bad disk, may do. Returns false if the program
 * can repair it without a notice: the previous version of a document stays beside it during a write.
 */
function damage(folder: string, name: string, chance: Rng): boolean {
  const file = join(folder, name === 'journal' ? newestJournal(folder) : `${name}.json`);
  if (!existsSync(file) || statSync(file).size === 0) return false;
  const text = readFileSync(file, 'utf8');
  if (name === 'journal') {
    // The last line stays whole. A line without its end would count as one that was never confirmed.
    writeFileSync(file, text.slice(0, 40) + '\u0000'.repeat(64) + text.slice(104));
    return text.indexOf('\n') > 104;
  }
  if (chance.next() < 0.5) truncateSync(file, Math.floor(chance.next() * text.length));
  else writeFileSync(file, text.slice(0, 40) + '\u0000'.repeat(64) + text.slice(104));
  return !existsSync(`${file}.kept`);
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
  let damagedDocument: string | null = null;
  let mustBeSaid = false;
  let damaged = 0;
  let notSaved = 0;
  let readOnly = 0;

  /** One life of the desk. Resolves after its death. `lives`: how long it may work after its start. */
  async function life(lives: number, place: 'usual' | 'cramped' | 'read-only' = 'usual'): Promise<void> {
    const command = [process.execPath, deskProgram, desks, backend?.url ?? ''];
    const [program = '', ...args] =
      place === 'cramped'
        ? withoutRoom(desks, command)
        : place === 'read-only'
          ? asOrdinaryUser(command)
          : command;
    const before = known.count();
    if (place === 'read-only') forbidWriting(desks, true);
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const limit = setTimeout(() => {
      problems.push('the desk does not start');
      child.kill('SIGKILL');
    }, startLimitMs);
    let timer: NodeJS.Timeout | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      let said: Said;
      try {
        said = JSON.parse(line) as Said;
      } catch {
        // The last line was cut by the death of the desk. It confirmed nothing.
        return;
      }
      if (said.kind === 'not-saved') notSaved += 1;
      if (said.kind !== 'there') return known.hear(said);
      clearTimeout(limit);
      compare(said);
      timer = setTimeout(() => child.kill('SIGKILL'), lives);
    });
    await dies(child);
    clearTimeout(limit);
    clearTimeout(timer);
    if (child.exitCode !== null) problems.push(`the desk ended by itself with ${child.exitCode}`);
    if (place !== 'read-only') return;
    forbidWriting(desks, false);
    readOnly += 1;
    const { people, orders } = known.count();
    if (people !== before.people || orders !== before.orders)
      problems.push('something was confirmed though nothing could be written');
  }

  function compare(there: There): void {
    if (damagedDocument === null) return void problems.push(...known.missing(there));
    const told = there.notices.find((notice) => notice.startsWith(damagedDocument ?? ''));
    if (told === undefined && mustBeSaid) problems.push(`nothing was said of the damaged ${damagedDocument}`);
    const aside = told?.split(' ').at(-1) ?? '';
    // `null`: a start moved the file and ended before its notice, so the name is unknown.
    const keptNames = new RegExp(String.raw`^${damagedDocument}(?:-\d\.changes)?\.damaged-`);
    const kept = readdirSync(desks).some((name) =>
      aside === 'null' ? keptNames.test(name) : name === aside,
    );
    if (told !== undefined && !kept) problems.push(`the damaged ${damagedDocument} was not kept`);
    if (damagedDocument === 'journal') known.startAnew(there);
    problems.push(...known.missing(there));
    damagedDocument = null;
  }

  for (let kill = 1; kill <= kills && problems.length === 0; kill += 1) {
    // The limit on the file size kills by a signal, even between moving a damaged replica aside and its
    // notice. The replica is then fetched again, and only that notice may be lost.
    const place =
      kill % 7 === 3 && damagedDocument !== 'replica'
        ? 'cramped'
        : kill % 7 === 5 && damagedDocument === null
          ? 'read-only'
          : 'usual';
    await life(Math.floor(chance.next() ** 2 * 700), place);
    if (kill % 50 === 0)
      say(`${kill} kills, ${known.count().people} people and ${known.count().orders} orders confirmed`);
    if (kill % 6 !== 0) continue;
    damagedDocument = ['workspace', 'replica', 'workspace', 'replica', 'journal'][damaged % 5] ?? 'workspace';
    mustBeSaid = damage(desks, damagedDocument, chance);
    damaged += 1;
  }
  if (problems.length === 0) await life(0);
  if (backend !== null) {
    backend.child.kill('SIGKILL');
    await dies(backend.child);
  }
  return { problems, kills, damaged, notSaved, readOnly, ...known.count() };
}
