// What happens to the files of a studio between two lives: a bad disk, a sync tool, a restore.
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StoreNotice } from '../../core/bridge/storage.ts';
import type { Rng } from '../../core/ports.ts';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { journalFiles } from './journal-number.ts';
import type { There } from './said.ts';

/**
 * The first three are damaged. `older-…`: a copy made before is put back. `no-journal`: it is removed.
 * `older-folder`: the whole studio is put back; only what this computer keeps elsewhere is of today.
 */
export const attackNames = [
  'older-journal',
  'workspace',
  'no-journal',
  'replica',
  'older-workspace',
  'journal',
  'older-folder',
] as const;
type BetweenLives = (typeof attackNames)[number];
/** `replaced-journal`: while the desk works. */
type AttackName = BetweenLives | 'replaced-journal';

export interface Attack {
  readonly name: AttackName;
  /** The program cannot know a better state without telling. */
  readonly mustBeTold: boolean;
  /** Commands with a higher number were confirmed after the attack: they are not lost. */
  readonly until: number;
  /** The damaged file, and what is in it. A disk that takes nothing lets it stay in its place. */
  readonly damaged?: { readonly file: string; readonly bytes: Buffer } | null;
}

export function newestJournal(folder: string): string {
  const sizes = journalFiles.map((name) =>
    existsSync(join(folder, name)) ? statSync(join(folder, name)).mtimeMs : 0,
  );
  return journalFiles[(sizes[1] ?? 0) > (sizes[0] ?? 0) ? 1 : 0];
}

/**
 * Damages a file as a program that died while writing, or a bad disk, may do. Returns false if the program
 * can repair it without a notice: the previous version of a document stays beside it during a write.
 */
function damage(file: string, name: 'workspace' | 'replica' | 'journal', chance: Rng): boolean {
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

function numberOf(file: string): number {
  if (!existsSync(file)) return 0;
  return Number(/"document":\{"schemaVersion":\d+,"seq":(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
}

/** Attacks `folder`. `older`: a copy of it, of an earlier moment of the same history. */
export function attack(name: BetweenLives, folder: string, older: string, chance: Rng): Attack {
  if (name === 'workspace' || name === 'replica' || name === 'journal') {
    const file = join(folder, name === 'journal' ? newestJournal(folder) : `${name}.json`);
    const mustBeTold = damage(file, name, chance);
    const damaged = existsSync(file) ? { file, bytes: readFileSync(file) } : null;
    return { name, mustBeTold, until: Infinity, damaged };
  }
  const mustBeTold = (): boolean => {
    if (name === 'older-folder') {
      rmSync(folder, { recursive: true });
      cpSync(older, folder, { recursive: true });
    } else if (name === 'older-workspace') {
      const file = join(folder, 'workspace.json');
      if (!existsSync(join(older, 'workspace.json'))) return false;
      copyFileSync(join(older, 'workspace.json'), file);
      return numberOf(file) < numberOf(join(folder, 'workspace-backup.json'));
    } else
      for (const journal of journalFiles) {
        rmSync(join(folder, journal), { force: true });
        if (name === 'older-journal' && existsSync(join(older, journal)))
          copyFileSync(join(older, journal), join(folder, journal));
      }
    // Nothing may have been written since. What is lost must be told: the comparison sees to that.
    return false;
  };
  return { name, mustBeTold: mustBeTold(), until: Infinity };
}

/**
 * Removes the journal, or renames a copy or an empty file over it, while the desk writes. What was confirmed
 * before may be lost if the desk dies at once, and is told. What is confirmed later may not.
 */
export function replaceJournal(folder: string, chance: Rng): Attack {
  const journal = join(folder, newestJournal(folder));
  const how = chance.next();
  if (how < 0.3) rmSync(journal, { force: true });
  else if (existsSync(journal)) {
    if (how < 0.6) writeFileSync(`${journal}.copy`, '');
    else copyFileSync(journal, `${journal}.copy`);
    renameSync(`${journal}.copy`, journal);
  }
  const [end] = endFile(join(folder, 'journal.end')).read();
  // One command may have been checked before the attack, and not yet be in the file of the end.
  return { name: 'replaced-journal', mustBeTold: false, until: (end?.seq ?? 0) + 1 };
}

const documentOf = (name: AttackName): StoreNotice['document'] =>
  name === 'replica' ? name : name.endsWith('workspace') ? 'workspace' : 'journal';

/** What is wrong with what the program told after an attack. */
export function badTelling(
  { name, mustBeTold, damaged: spoiled }: Attack,
  folder: string,
  { notices }: There,
): readonly string[] {
  const document = documentOf(name);
  const told = notices.find((notice) => notice.document === document);
  if (told === undefined) return mustBeTold ? [`nothing was said after ${name}`] : [];
  const { missing, last, movedTo } = told;
  const here = readdirSync(folder);
  const asides = movedTo?.split(', ') ?? [];
  // `null`: a start moved the file and ended before its notice, so the name is unknown. Or the disk takes
  // nothing, and the file stays as it is.
  const keptNames = new RegExp(String.raw`^${document}(?:-\d\.changes)?\.damaged-`);
  const damaged = name === 'workspace' || name === 'replica' || name === 'journal';
  const stays =
    spoiled != null && existsSync(spoiled.file) && readFileSync(spoiled.file).equals(spoiled.bytes);
  const kept =
    movedTo === null
      ? !damaged || stays || here.some((file) => keptNames.test(file))
      : asides.every((file) => here.includes(file));
  return [
    ...(kept ? [] : [`${document} was not kept after ${name}`]),
    // Another history has the same numbers: what is missing then begins before the last command that is here.
    ...(missing !== null && last !== null && told.recovery !== 'fork' && last.seq + 1 !== missing.from
      ? [`after ${name} the last command is ${last.seq}, but ${missing.from} is the first that is missing`]
      : []),
    ...(missing !== null && (name === 'workspace' || name === 'older-workspace' || name === 'replica')
      ? [`after ${name} the commands ${missing.from} to ${missing.to} are missing`]
      : []),
  ];
}
