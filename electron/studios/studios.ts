// The studios of a data folder: one folder each (rule J1). What a studio is stands in its own folder, so no
// list can differ from what is there.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  studioKinds,
  type StudioEntry,
  type StudioKind,
  type StudioRefusal,
} from '../../core/bridge/studios.ts';
import type { ReadStudio } from './studio-file.ts';
import type { Watched } from './studio-work.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';

/**
 * The sample's id. A data folder of an older version is this sample: its documents lie in the folder itself.
 */
const sampleId = 'esempio';
const sampleName = 'Studio di esempio';

const home = 'studi';
/** Where studios go that were taken out of the list. */
export const removedHome = 'studi-rimossi';
const card = 'studio.json';
const lastFile = 'ultimo-studio.json';
const mostStudios = 200;
const folderName = /^[a-z0-9][a-z0-9-]{0,99}$/;

const cardSchema = z.object({ name: z.string().min(1).max(200), kind: z.enum(studioKinds) });
const studioId = z.string().max(100);
const lastSchema = z.object({ id: studioId, before: z.array(studioId).max(mostStudios).default([]) });

export interface Studios {
  list(): readonly StudioEntry[];
  /** The folder of a studio that is in the list. */
  folderOf(id: string): string;
  /** Makes a folder with the studio's card. Refuses a name that another studio has. */
  create(kind: StudioKind, name: string): Result<StudioEntry, StudioRefusal>;
  /**
   * Makes a folder from a studio that was read from a file. A name that another studio has gets a number.
   * Nothing is there if it fails.
   */
  install(read: ReadStudio, watched?: Watched): Promise<Result<StudioEntry, StudioRefusal>>;
  /** Takes a studio out of the list. Its folder is moved beside the others, never deleted. */
  remove(id: string, at: number): Result<null, StudioRefusal>;
  /** Writes the card of a studio again if somebody has removed it with its folder. */
  keepCard(studio: StudioEntry): void;
  /** The studio that was open last; null if there is none or it is gone. */
  last(): string | null;
  /** The studios that were opened, the last one first. */
  recent(): readonly StudioEntry[];
  /** Says that a studio was opened now. */
  remember(id: string): void;
}

function readCard<T>(schema: z.ZodType<T>, file: string): T | undefined {
  try {
    const parsed = parse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes beside the file first: a crash leaves the old one or the new one. */
function writeCard(file: string, content: unknown): void {
  const beside = `${file}.new`;
  writeFileSync(beside, JSON.stringify(content), { mode: 0o600, flush: true });
  renameSync(beside, file);
}

/** Letters, digits and hyphens of a name, for a folder that people recognise. */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40) || 'studio';

const isOld = (data: string): boolean =>
  existsSync(join(data, 'workspace.json')) || existsSync(join(data, 'workspace-backup.json'));

/**
 * Opens the studios of a data folder. A folder without a readable card is no studio, and stays as it is.
 * `recentChanged` is called when `recent` may answer something else.
 */
export function openStudios(data: string, recentChanged: () => void = () => undefined): Studios {
  const folder = (id: string): string => (id === sampleId && isOld(data) ? data : join(data, home, id));

  function list(): readonly StudioEntry[] {
    const old: StudioEntry[] = isOld(data) ? [{ id: sampleId, name: sampleName, kind: 'sample' }] : [];
    const ids = existsSync(join(data, home))
      ? readdirSync(join(data, home)).filter(
          (id) => folderName.test(id) && !(id === sampleId && old.length > 0),
        )
      : [];
    const found = ids.flatMap((id): StudioEntry[] => {
      const read = readCard(cardSchema, join(data, home, id, card));
      return read === undefined ? [] : [{ id, ...read }];
    });
    return [...old, ...found].toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
  }

  /** The ids of the studios that were opened, the last one first. Some of them may be gone. */
  function opened(): readonly string[] {
    const read = readCard(lastSchema, join(data, lastFile));
    return read === undefined ? [] : [read.id, ...read.before];
  }

  /** A folder's name that is free. The sample's is not: it says that the studio is the sample. */
  function freeId(slug: string): string {
    const removed = existsSync(join(data, removedHome)) ? readdirSync(join(data, removedHome)) : [];
    // Backups lie below the id: those of a removed studio must not pass for those of a new one.
    const isTaken = (id: string): boolean =>
      existsSync(join(data, home, id)) || removed.some((name) => name.replace(/-\d+$/, '') === id);
    let id = slug === sampleId ? `${slug}-1` : slug;
    for (let count = 2; isTaken(id); count += 1) id = `${slug}-${count}`;
    return id;
  }

  return {
    list,
    folderOf: folder,
    create(kind, name) {
      const known = list();
      if (kind === 'sample') {
        const sample = known.find(({ id }) => id === sampleId);
        if (sample !== undefined) return ok(sample);
      } else if (known.some((studio) => studio.name.toLowerCase() === name.toLowerCase()))
        return err({ reason: 'studio-exists', name });
      if (known.length >= mostStudios) return err({ reason: 'too-many-studios', most: mostStudios });
      const id = kind === 'sample' ? sampleId : freeId(slugOf(name));
      mkdirSync(join(data, home, id), { recursive: true, mode: 0o700 });
      writeCard(join(data, home, id, card), { name, kind });
      return ok({ id, name, kind });
    },
    async install({ name, kind, files }, watched) {
      const known = list();
      if (known.length >= mostStudios) return err({ reason: 'too-many-studios', most: mostStudios });
      const taken = new Set(known.map((studio) => studio.name.toLowerCase()));
      let free = name;
      for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name} (${count})`;
      const id = freeId(slugOf(free));
      // Written under a name that is no studio, then renamed: a crash leaves a whole studio or none.
      const beside = join(data, home, `.${id}.nuovo`);
      await rm(beside, { recursive: true, force: true });
      await mkdir(beside, { recursive: true, mode: 0o700 });
      for (const [index, file] of files.entries()) {
        watched?.done(0.8 + (0.2 * index) / files.length);
        await writeFile(join(beside, file.name), file.text, { mode: 0o600, flush: true });
        if (watched?.signal.aborted !== true) continue;
        await rm(beside, { recursive: true, force: true });
        return err({ reason: 'stopped' });
      }
      await writeFile(join(beside, card), JSON.stringify({ name: free, kind }), { mode: 0o600, flush: true });
      await rename(beside, join(data, home, id));
      return ok({ id, name: free, kind });
    },
    remove(id, at) {
      const studio = list().find((known) => known.id === id);
      if (studio === undefined) return err({ reason: 'unknown-studio' });
      if (folder(id) === data) return err({ reason: 'old-folder' });
      mkdirSync(join(data, removedHome), { recursive: true, mode: 0o700 });
      renameSync(folder(id), join(data, removedHome, `${id}-${at}`));
      recentChanged();
      return ok(null);
    },
    keepCard({ id, name, kind }) {
      const place = folder(id);
      if (place === data || existsSync(join(place, card))) return;
      mkdirSync(place, { recursive: true, mode: 0o700 });
      writeCard(join(place, card), { name, kind });
    },
    last() {
      const id = opened()[0];
      return id !== undefined && list().some((studio) => studio.id === id) ? id : null;
    },
    recent() {
      const known = list();
      return opened().flatMap((id) => known.find((studio) => studio.id === id) ?? []);
    },
    remember(id) {
      const before = opened().filter((other) => other !== id);
      writeCard(join(data, lastFile), { id, before: before.slice(0, mostStudios) });
      recentChanged();
    },
  };
}

/**
 * The studio to open at the start. `asked` is an id or a name; the sample is made if it is asked for.
 * Without a wish it is the last one, or the only one; null means that the person is asked.
 */
export function wantedStudio(studios: Studios, asked: string | null): Result<string | null, string> {
  const known = studios.list();
  if (asked === null) {
    const only = known.length === 1 ? known[0]?.id : undefined;
    return ok(studios.last() ?? only ?? null);
  }
  const found = known.find(
    ({ id, name }) => id === asked.toLowerCase() || name.toLowerCase() === asked.toLowerCase(),
  );
  if (found !== undefined) return ok(found.id);
  if (asked.toLowerCase() !== sampleId)
    return err(
      `nessuno studio si chiama «${asked}». Ci sono: ${known.map(({ name }) => name).join(', ') || 'nessuno'}`,
    );
  const made = studios.create('sample', sampleName);
  return made.ok ? ok(made.value.id) : err(made.error.reason);
}
