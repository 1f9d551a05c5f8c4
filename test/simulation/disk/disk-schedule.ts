// What happens to one studio's folder: work, ends of the program, and what disks and other programs do to
// files. A schedule is plain data, made from a seed.
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { crashMoments, type CrashMoment } from '../../support/simulated-disk.ts';

export const studioFiles = [
  'workspace.json',
  'workspace-backup.json',
  'journal-1.changes',
  'journal-2.changes',
  'journal.end',
] as const;
export type StudioFile = (typeof studioFiles)[number];

export type DiskStep =
  /** A person adds somebody, undoes it, or erases somebody. */
  | { readonly do: 'add' | 'undo' | 'erase'; readonly number: number }
  | { readonly do: 'checkpoint' | 'start' | 'kill' | 'quit' | 'pause' }
  | { readonly do: 'crash'; readonly step: number; readonly moment: CrashMoment }
  | { readonly do: 'full' | 'errors'; readonly number: number }
  | { readonly do: 'protected' | 'vanished' | 'room' | 'copy' | 'put-back-all' }
  /** What somebody, or a bad disk, does to one file. */
  | {
      readonly do: 'rot' | 'empty' | 'shorten' | 'remove' | 'put-back' | 'rewrite';
      readonly file: StudioFile;
      readonly number: number;
    }
  /** A second program is started on the same folder, and a person works there. */
  | { readonly do: 'second-writer' };

export interface DiskSchedule {
  readonly seed: number;
  readonly steps: readonly DiskStep[];
}

export function diskScheduleOf(seed: number): DiskSchedule {
  const chance = seededChance(seed + 0xd15c);
  const whole = (below: number): number => Math.floor(chance.next() * below);
  const of = <T>(all: readonly T[]): T => all[whole(all.length)] as T;

  const one = (): DiskStep => {
    const turn = whole(100);
    if (turn < 38) return { do: 'add', number: whole(1e6) };
    if (turn < 41) return { do: of(['undo', 'erase']), number: whole(1e6) };
    if (turn < 47) return { do: 'checkpoint' };
    if (turn < 60) return { do: of(['start', 'kill', 'quit', 'pause']) };
    if (turn < 70) return { do: 'crash', step: 1 + whole(25), moment: of(crashMoments) };
    if (turn < 76) return { do: of(['full', 'errors']), number: whole(1e6) };
    if (turn < 80) return { do: of(['protected', 'vanished', 'room', 'room']) };
    if (turn < 84) return { do: 'copy' };
    if (turn < 86) return { do: 'put-back-all' };
    if (turn < 88) return { do: 'second-writer' };
    return {
      do: of(['rot', 'empty', 'shorten', 'remove', 'put-back', 'rewrite']),
      file: of(studioFiles),
      number: whole(1e6),
    };
  };
  return { seed, steps: Array.from({ length: 10 + whole(40) }, one) };
}
