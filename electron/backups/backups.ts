// The backups of the open studio: made while it is written, listed, previewed and restored. What touches a
// disk runs in a thread.
import type { BackupPreview, BackupReason, BackupRefusal, BackupsState } from '../../core/bridge/backups.ts';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import type { Command, Refusal } from '../../core/desk/command.ts';
import { isBackupDue } from '../../core/host/backup-rotation.ts';
import { everyWhile } from '../../core/host/every-while.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { Clock, EndKeeper, Log, Scheduler } from '../../core/ports.ts';
import type { ChooseFolder } from '../adapters/files.ts';
import type { BackupFile, BackupPlace } from './backup-files.ts';
import { chosenPlace, ownPlace } from './backup-places.ts';
import type { BackupSettings } from './backup-settings.ts';
import type { RunTask } from './backup-tasks.ts';

/** The interval at which the program looks whether a backup is due. */
const lookMs = 60_000;
const mostTries = 3;
/** Another folder would not help. */
const ofTheStudioItself = new Set(['not-sound', 'folder-never-calm']);

export interface BackupPorts {
  readonly studio: StudioEntry;
  /** The studio's folder. */
  readonly from: string;
  readonly data: string;
  readonly computer: string;
  readonly settings: BackupSettings;
  readonly run: RunTask;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly chooseFolder: ChooseFolder;
  /** False while another computer writes to the data folder. */
  readonly writes: () => boolean;
  readonly end: Pick<EndKeeper, 'read'>;
}

export interface Backups {
  list(): Promise<BackupsState>;
  make(why: BackupReason): Promise<Result<null, BackupRefusal>>;
  preview(name: string): Promise<Result<BackupPreview, BackupRefusal>>;
  restore(
    name: string,
    submit: (command: Command) => Promise<Result<unknown, Refusal>>,
  ): Promise<Result<{ readonly changes: number }, BackupRefusal | Refusal>>;
  choose(): Promise<Result<{ readonly folder: string } | null, BackupRefusal>>;
  ownFolder(): Result<null, BackupRefusal>;
  /** Every place where backups of this studio may lie. */
  places(): readonly BackupPlace[];
  close(): void;
}

const failed = (code: string): BackupRefusal =>
  code === 'newer-studio-file' || code === 'newer-data'
    ? { reason: 'newer-studio-file' }
    : { reason: 'backup-failed', code };

export function createBackups(ports: BackupPorts): Backups {
  const { studio, from, data, computer, settings, run, clock, log, writes } = ports;
  const own = ownPlace(data, studio.id);
  /** The backups that were there at the last look. Null: nobody has looked. */
  let known: readonly BackupFile[] | null = null;
  let trouble: string | null = null;

  const placeIn = (root: string): BackupPlace => chosenPlace(root, computer, data, studio.id);
  const chosen = (): BackupPlace | null => {
    const root = settings.now().chosen;
    return root === null ? null : placeIn(root);
  };
  const number = (): number => Math.max(0, ...ports.end.read().map(({ seq }) => seq));

  /** What a chosen folder held last, for the time when its disk is not connected. */
  function seen(place: BackupPlace, files: readonly BackupFile[]): void {
    const names = files.map(({ name }) => name).slice(0, 500);
    if (place === own || names.join() === (settings.now().seen[place.folder] ?? []).join()) return;
    try {
      settings.change((before) => ({ seen: { ...before.seen, [place.folder]: names } }));
    } catch {
      log.error('backup.settings-not-saved');
    }
  }

  /** The backups of the own and of the chosen place, and where the next one goes. */
  async function look(): Promise<{
    readonly target: BackupPlace;
    readonly missing: boolean;
    readonly files: readonly BackupFile[];
  }> {
    const other = chosen();
    const answer = await run('list', { places: other === null ? [own] : [own, other] });
    if (!answer.ok) trouble = answer.error.code;
    const [mine, theirs] = answer.ok ? answer.value : [[], null];
    const missing = other !== null && (theirs ?? null) === null;
    if (other !== null && theirs != null) seen(other, theirs);
    const files = [...(mine ?? []), ...(theirs ?? [])].toSorted((a, b) => b.at - a.at || b.number - a.number);
    known = files;
    return { target: other === null || missing ? own : other, missing, files };
  }

  async function make(why: BackupReason): Promise<Result<null, BackupRefusal>> {
    if (!writes()) return err({ reason: 'read-only' });
    const { target } = await look();
    const wish = { studio, from, why, now: clock.now() };
    let made = await run('make', { ...wish, to: target });
    if (!made.ok && target !== own && !ofTheStudioItself.has(made.error.code)) {
      trouble = made.error.code;
      log.error('backup.chosen-folder-failed', { code: made.error.code });
      made = await run('make', { ...wish, to: own });
    } else trouble = made.ok ? null : made.error.code;
    if (!made.ok) {
      log.error('backup.failed', { code: made.error.code, why });
      return err(failed(made.error.code));
    }
    const { value } = made;
    known = [value, ...(known ?? [])];
    log.info('backup.made', { why, bytes: value.bytes, number: value.number });
    return ok(null);
  }

  let looking = false;
  async function tick(): Promise<void> {
    if (looking) return;
    looking = true;
    await makeIfDue().finally(() => {
      looking = false;
    });
  }

  async function makeIfDue(): Promise<void> {
    if (!writes() || (known !== null && !isBackupDue(known, number(), clock.now()))) return;
    const { files } = await look();
    if (isBackupDue(files, number(), clock.now())) await make('work');
  }

  async function find(name: string): Promise<BackupFile | undefined> {
    const { files } = await look();
    return files.find((file) => file.name === name);
  }

  const callOff = everyWhile(ports.scheduler, lookMs, () => void tick());

  return {
    async list() {
      const { target, missing, files } = await look();
      return {
        entries: files.map(({ name, at, bytes, number: last, why, folder }) => ({
          name,
          at,
          bytes,
          number: last,
          why,
          chosen: folder !== own.folder,
        })),
        folder: target.folder,
        chosen: settings.now().chosen,
        missing,
        trouble,
        writes: writes(),
      };
    },
    make,
    async preview(name) {
      const backup = await find(name);
      if (backup === undefined) return err({ reason: 'unknown-backup' });
      const answer = await run('preview', { studio: studio.id, from, folder: backup.folder, name });
      return answer.ok ? answer : err(failed(answer.error.code));
    },
    async restore(name, submit) {
      if (!writes()) return err({ reason: 'read-only' });
      const backup = await find(name);
      if (backup === undefined) return err({ reason: 'unknown-backup' });
      const before = await make('restore');
      if (!before.ok) return before;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const answer = await run('changes', { studio: studio.id, from, folder: backup.folder, name });
        if (!answer.ok) return err(failed(answer.error.code));
        // Somebody wrote meanwhile: the changes start from an older state.
        if (answer.value.number !== number()) continue;
        const { changes, seen } = answer.value;
        if (changes.length === 0) return ok({ changes: 0 });
        const done = await submit({ type: 'studio/restore', changes: [...changes], seen: [...seen] });
        log.info('backup.restored', { changes: changes.length, number: backup.number });
        return done.ok ? ok({ changes: changes.length }) : done;
      }
      return err({ reason: 'studio-busy' });
    },
    async choose() {
      if (!writes()) return err({ reason: 'read-only' });
      const root = await ports.chooseFolder();
      if (root === null) return ok(null);
      try {
        settings.change(({ chosen: before, former }) => ({
          chosen: root,
          former: [...new Set([...(before === null ? [] : [before]), ...former])]
            .filter((folder) => folder !== root)
            .slice(0, 20),
        }));
      } catch {
        return err({ reason: 'backup-failed', code: 'settings' });
      }
      known = null;
      void make('asked');
      return ok({ folder: placeIn(root).folder });
    },
    ownFolder() {
      try {
        settings.change(({ chosen: before, former }) => ({
          chosen: null,
          former: [...new Set([...(before === null ? [] : [before]), ...former])].slice(0, 20),
        }));
      } catch {
        return err({ reason: 'backup-failed', code: 'settings' });
      }
      known = null;
      return ok(null);
    },
    places() {
      const { chosen: root, former } = settings.now();
      return [own, ...(root === null ? [] : [root]).concat(former).map(placeIn)];
    },
    close: callOff,
  };
}
