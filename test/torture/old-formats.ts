// The first start on a folder of an older format is killed at random moments. Afterwards everything is there
// that an undisturbed first start finds.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Rng } from '../../core/ports.ts';
import { confirmed, type Confirmed } from './confirmed.ts';
import { dies, startDesk, startLimitMs } from './desk-process.ts';
import type { There } from './said.ts';

export interface OldFormats {
  readonly kills: number;
  readonly chance: Rng;
  readonly deskProgram: string;
  /** Has a folder for each studio that an older version left. */
  readonly golden: string;
  readonly folder: string;
}

export interface OldVerdict {
  readonly problems: readonly string[];
  /** Kills before the desk said what it holds. */
  readonly kills: number;
  readonly people: number;
}

interface Life {
  /** Undefined if it was killed before. */
  readonly there: There | undefined;
  /** What was missing then of what had been confirmed before. */
  readonly missing: readonly string[];
  readonly startMs: number;
}

const toldOf = ({ notices }: There): readonly string[] =>
  notices.map(({ document, recovery, missing }) => `${document} ${recovery} ${JSON.stringify(missing)}`);

export async function tortureOldFormats(options: OldFormats): Promise<OldVerdict> {
  const { kills, chance, deskProgram, golden, folder } = options;
  const problems: string[] = [];
  let done = 0;
  let people = 0;

  /** One life. `diesAfter`: after its start, or else after what it holds is said. */
  async function life(
    studio: string,
    copy: string,
    known: Confirmed,
    diesAfter: { readonly start?: number; readonly said?: number },
  ): Promise<Life> {
    const started = performance.now();
    let [there, missing, startMs]: [There | undefined, readonly string[], number] = [undefined, [], 0];
    let killing: NodeJS.Timeout | undefined;
    const child = startDesk(
      [process.execPath, deskProgram, copy, '', studio.endsWith('own') ? 'own' : 'sample'],
      (said) => {
        if (said.kind === 'person' || said.kind === 'placed') known.hear(said);
        if (said.kind !== 'there') return;
        [there, missing, startMs] = [said, known.missing(said), performance.now() - started];
        if (diesAfter.said !== undefined) killing = setTimeout(() => child.kill('SIGKILL'), diesAfter.said);
      },
    );
    const limit = setTimeout(() => child.kill('SIGKILL'), diesAfter.start ?? startLimitMs);
    await dies(child);
    clearTimeout(limit);
    clearTimeout(killing);
    if (child.exitCode !== null) problems.push(`${studio}: the desk ended by itself with ${child.exitCode}`);
    return { there, missing, startMs };
  }

  function copyOf(studio: string, name: string): string {
    const copy = join(folder, `${studio}-${name}`);
    for (const place of [copy, `${copy}-ends`]) if (existsSync(place)) rmSync(place, { recursive: true });
    cpSync(join(golden, studio), copy, { recursive: true });
    return copy;
  }

  const studios = readdirSync(golden);
  const undisturbed = new Map<string, Life>();
  for (const studio of studios)
    undisturbed.set(studio, await life(studio, copyOf(studio, 'undisturbed'), confirmed(), { said: 0 }));

  for (let round = 0; done < kills && problems.length === 0; round += 1) {
    const studio = studios[round % studios.length] ?? '';
    const { there: expected, startMs } = undisturbed.get(studio) ?? {};
    if (expected === undefined || startMs === undefined) {
      problems.push(`${studio}: the desk does not start`);
      break;
    }
    const known = confirmed();
    for (const email of expected.emails) known.hear({ kind: 'person', email, number: 0 });
    // What an undisturbed start does not have either, such as orders at a vendor that is not there.
    const usual = new Set(known.missing(expected));
    const copy = copyOf(studio, 'killed');
    for (let start = 0; start < 1 + Math.floor(chance.next() * 3) && done < kills; start += 1) {
      // A start reads its program first. What it writes, it writes towards its end.
      const moment = startMs * (0.3 + 0.8 * chance.next());
      await life(studio, copy, known, { start: moment });
      done += 1;
    }
    for (const said of [200, 0]) {
      const { there, missing } = await life(studio, copy, known, { said });
      if (there === undefined) {
        problems.push(`${studio}: the desk does not start after a kill in its first start`);
        break;
      }
      problems.push(...missing.filter((problem) => !usual.has(problem)));
      const told = toldOf(there).filter((notice) => !toldOf(expected).includes(notice));
      problems.push(...told.map((notice) => `${studio}: said without a reason: ${notice}`));
      people += known.count().people;
    }
  }
  return { problems, kills: done, people };
}
