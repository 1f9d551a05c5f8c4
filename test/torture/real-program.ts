// The whole built program through its launcher, with its lock, its page and its quit: people are added
// through the page's bridge, and all its processes are killed meanwhile. After the next start everything is
// there.
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { applyChanges, type ReplicaRows, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { ScreenChange, Snapshot } from '../../core/bridge/contract.ts';
import type { Rng } from '../../core/ports.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { attack, attackNames, badTelling, replaceJournal, type Attack } from './attacks.ts';
import { confirmed } from './confirmed.ts';
import { journalNumber } from './journal-number.ts';
import type { There } from './said.ts';

export interface RealTorture {
  readonly kills: number;
  readonly chance: Rng;
  /** The built launcher. */
  readonly launcher: string;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export interface RealVerdict {
  readonly problems: readonly string[];
  readonly kills: number;
  readonly damaged: number;
  /** How often it was closed as a person does. */
  readonly quits: number;
  /** Starts while the program already ran. */
  readonly secondStarts: number;
  /** People whose command was confirmed. */
  readonly acknowledged: number;
  /** Of those, the people that must be there at the end: what was told as lost is not counted. */
  readonly people: number;
}

interface Bridge {
  readonly allinea: { call(name: string, payload: unknown): Promise<unknown> };
}

const call = (page: Page, name: string, payload: unknown): Promise<unknown> =>
  page.evaluate(([wanted, given]) => (globalThis as unknown as Bridge).allinea.call(wanted, given), [
    name,
    payload,
  ] as const);

/** What the page was given at its start. The vendor is not asked: only people are added. */
async function there(page: Page): Promise<There> {
  const { rows, notices } = (await call(page, 'app/snapshot', null)) as Snapshot;
  const tables = { ...emptyWorkspace(), ...emptyReplica() };
  applyChanges<WorkspaceRows & ReplicaRows>(tables, JSON.parse(rows) as readonly ScreenChange[]);
  return {
    emails: [...tables.people.values()].map(({ email }) => email),
    waiting: [...tables.outbox.keys()],
    placements: [...tables.placements.keys()],
    orders: [],
    vendorOrders: null,
    notices,
  };
}

const studio = 'esempio';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the launcher without waiting for a page. After `killAfter` milliseconds it and all that it started
 * are killed; null lets it end. Resolves with its exit code.
 */
function startBeside(launcher: string, dataFolder: string, killAfter: number | null): Promise<number | null> {
  const words = [`--data=${dataFolder}`, `--studio=${studio}`, '--test-port=0', '--limits=off', '--headless'];
  const child = spawn(process.execPath, [launcher, ...words], { stdio: 'ignore', detached: true });
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself at this moment.
    }
  };
  process.on('exit', kill);
  const timer = setTimeout(kill, killAfter ?? 60_000);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('exit', kill);
      resolve(code);
    });
  });
}

export async function tortureProgram(options: RealTorture): Promise<RealVerdict> {
  const { kills, chance, launcher, folder: dataFolder, say } = options;
  const problems: string[] = [];
  const known = confirmed();
  const folder = join(dataFolder, 'studi', studio);
  const older = `${dataFolder}-older`;
  let attacked: Attack | null = null;
  let [done, damaged, quits, secondStarts, added, acknowledged] = [0, 0, 0, 0, 0, 0];
  const firstAttack = Math.floor(chance.next() * attackNames.length);

  /** Adds a person. Returns the number of the line that holds it, null if it was not confirmed. */
  async function add(page: Page): Promise<number | null> {
    added += 1;
    const email = `r${added}.${Date.now()}@studiobianchi.example`;
    const nobody = { givenName: 'Nuova', familyName: 'Persona', department: '', start: null, end: null };
    const details = { ...nobody, email };
    const result = (await call(page, 'command/submit', { type: 'person/add', details })) as { ok: boolean };
    if (!result.ok) return null;
    acknowledged += 1;
    const number = journalNumber(folder, email);
    known.hear({ kind: 'person', email, number });
    return number;
  }

  async function started(): Promise<Program> {
    const program = await startProgram({ launcher, dataFolder, limits: 'off' });
    const now = await there(program.page);
    if (attacked !== null) {
      problems.push(...badTelling(attacked, folder, now));
      known.forgiveTold(now, attacked.until);
    }
    const lost = known.missing(now);
    problems.push(...lost);
    if (lost.length > 0)
      problems.push(`after ${attacked?.name ?? 'a kill'}, told: ${JSON.stringify(now.notices)}`);
    attacked = null;
    return program;
  }

  /** Adds people until the program is ended by `end`, which is called after `lives` milliseconds. */
  async function work({ page }: Program, lives: number, end: () => Promise<void>): Promise<void> {
    let gone: Promise<void> | undefined;
    const timer = setTimeout(() => {
      gone = end();
    }, lives);
    try {
      for (;;) await add(page);
    } catch (error) {
      // The bridge ends with the program.
      if (gone === undefined) {
        clearTimeout(timer);
        gone = end();
        problems.push(`the page ended by itself: ${String(error)}`);
      }
    }
    await gone;
  }

  /** Starts the program a second time while people are added. Nothing but their lines may be written. */
  async function startSecond({ page }: Program): Promise<void> {
    const before = (await there(page)).notices.length;
    let running = true;
    const killAfter = secondStarts % 2 === 0 ? null : chance.next() * 1500;
    const second = startBeside(launcher, dataFolder, killAfter).finally(() => (running = false));
    let last: number | null = null;
    while (running) {
      const number = await add(page);
      if (number === null) problems.push('a command was refused while the program was started again');
      else if (last !== null && number !== last + 1)
        problems.push(`command ${number} follows ${last} while the program was started again`);
      last = number;
      await pause(5);
    }
    const code = await second;
    if (killAfter === null && code !== 0) problems.push(`the second start ended with ${code}`);
    if ((await there(page)).notices.length !== before)
      problems.push('the second start wrote into the files of the first one');
    secondStarts += 1;
  }

  for (let round = 1; done < kills && problems.length === 0; round += 1) {
    const program = await started();
    if (round % 3 === 1) await startSecond(program);
    const quit = round % 4 === 3;
    const lives = Math.floor(chance.next() ** 2 * 1500);
    const replacing =
      round % 4 === 0
        ? setTimeout(() => {
            attacked = replaceJournal(folder, chance);
            damaged += 1;
          }, lives * chance.next())
        : undefined;
    await work(program, lives, async () => {
      clearTimeout(replacing);
      if (!quit) return program.kill();
      const code = await program.stop();
      if (code !== 0) problems.push(`the quit ended with ${code}`);
    });
    if (quit) quits += 1;
    else done += 1;
    if (done % 20 === 0 && !quit) say(`${done} kills, ${known.count().people} people confirmed`);
    if (round % 4 === 1) {
      rmSync(older, { recursive: true, force: true });
      cpSync(folder, older, { recursive: true });
    }
    if (round % 4 === 2) {
      const name = attackNames[(firstAttack + damaged) % attackNames.length] ?? 'workspace';
      attacked = attack(name, folder, older, chance);
      damaged += 1;
    }
    if (round % 3 === 2 && done < kills) {
      await startBeside(launcher, dataFolder, chance.next() * 2000);
      done += 1;
    }
  }
  if (problems.length === 0) await (await started()).stop();
  rmSync(older, { recursive: true, force: true });
  return { problems, kills: done, damaged, quits, secondStarts, acknowledged, people: known.count().people };
}
