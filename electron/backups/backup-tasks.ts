// What a thread does with backups. Each task takes and gives plain data.
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { Disk } from '../adapters/disk.ts';
import { codeOf } from '../adapters/envelope.ts';
import { lockFile } from '../studios/locked-file.ts';
import { packStudio, type PackStudio } from '../studios/studio-file.ts';
import type { Watched } from '../studios/studio-work.ts';
import { listBackups, makeBackup, type BackupPlace } from './backup-files.ts';
import { findInRemoved, forgetInBackups, forgetInSaved, forgetSetAside } from './forget-in-files.ts';
import { changesOfRestore, previewBackup } from './read-backup.ts';

const tasks = {
  list: ({ places }: { readonly places: readonly BackupPlace[] }, disk: Disk) =>
    places.map((place) => listBackups(place, disk)),
  make: makeBackup,
  pack: async (
    { folder, studio, passphrase }: Parameters<PackStudio>[0],
    _: Disk,
    done: (share: number) => void,
  ) => {
    const bytes = packStudio(folder, studio, done);
    return passphrase === null ? bytes : lockFile(bytes, passphrase);
  },
  preview: previewBackup,
  changes: changesOfRestore,
  'forget-in-backups': forgetInBackups,
  'forget-in-saved': forgetInSaved,
  'forget-set-aside': forgetSetAside,
  'find-in-removed': findInRemoved,
};

type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;

export interface Task<N extends TaskName> {
  readonly name: N;
  readonly input: TaskInput<N>;
}

/** The answer of a task, or the code of the error that ended it. */
export type TaskAnswer<N extends TaskName> = Result<TaskOutput<N>, { readonly code: string }>;

/** Carries out a task. Never rejects. */
export async function carryOut<N extends TaskName>(
  { name, input }: Task<N>,
  disk: Disk,
  done: (share: number) => void = () => undefined,
): Promise<TaskAnswer<N>> {
  try {
    const task = tasks[name] as unknown as (
      input: TaskInput<N>,
      disk: Disk,
      done: (share: number) => void,
    ) => TaskOutput<N> | Promise<TaskOutput<N>>;
    return ok(await task(input, disk, done));
  } catch (error) {
    return err({ code: codeOf(error) });
  }
}

/** Carries out a task somewhere else. Never rejects. A task that was stopped answers the code `stopped`. */
export type RunTask = <N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  watched?: Watched,
) => Promise<TaskAnswer<N>>;
