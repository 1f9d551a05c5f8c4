import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import type { CrashMoment } from '../../support/simulated-disk.ts';
import type { VendorStep } from './vendor-steps.ts';

export const sharedWishes = [
  'add-person',
  'change-person',
  'add-client',
  'record-service',
  'need',
  'assign',
  'free',
  'note',
  'undo',
  'redo',
  'erase',
] as const;
export type SharedWish = (typeof sharedWishes)[number];

const messageFaults = ['lost', 'reply-lost', 'doubled', 'slow'] as const;
export type MessageFault = (typeof messageFaults)[number];

export type SharedStep =
  | VendorStep
  | { readonly do: 'wish'; readonly desk: number; readonly wish: SharedWish; readonly number: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'kill' | 'start' | 'quit' | 'wake'; readonly desk: number }
  | { readonly do: 'crash'; readonly desk: number; readonly step: number; readonly moment: CrashMoment }
  | { readonly do: 'partition'; readonly desk: number; readonly on: boolean }
  | { readonly do: 'message'; readonly fault: MessageFault; readonly times: number }
  | { readonly do: 'server-restarts'; readonly server: number }
  | { readonly do: 'commit-fails'; readonly failure: 'before' | 'unknown' }
  | { readonly do: 'back-up' | 'restore' }
  | { readonly do: 'copy-folder'; readonly from: number; readonly to: number }
  | { readonly do: 'clock'; readonly desk: number; readonly ms: number };

export interface SharedSchedule {
  readonly seed: number;
  readonly desks: number;
  readonly steps: readonly SharedStep[];
  /** The studio is a sample, and its servers exchange with a vendor. */
  readonly vendor?: true;
}

const moments: readonly CrashMoment[] = ['before', 'torn', 'whole', 'after', 'power'];

/** The schedule of a seed: 15 to 60 steps on two or three desks. */
export function sharedScheduleOf(seed: number): SharedSchedule {
  const chance = seededChance(seed);
  const below = (most: number): number => Math.floor(chance.next() * most);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const desks = 2 + below(2);
  /** The last desk may get the folder of the first one, so nobody else copies. */
  const steps = Array.from({ length: 15 + below(45) }, (): SharedStep => {
    const desk = below(desks);
    const dice = below(100);
    if (dice < 52) return { do: 'wish', desk, wish: pick(sharedWishes), number: below(1000) };
    if (dice < 62) return { do: 'wait', ms: pick([200, 2000, 20_000, 70_000]) };
    if (dice < 68) return { do: pick(['kill', 'start', 'quit', 'wake'] as const), desk };
    if (dice < 72) return { do: 'crash', desk, step: 1 + below(25), moment: pick(moments) };
    if (dice < 79) return { do: 'partition', desk, on: below(2) === 0 };
    if (dice < 86) return { do: 'message', fault: pick(messageFaults), times: 1 + below(3) };
    if (dice < 89) return { do: 'server-restarts', server: below(2) };
    if (dice < 94) return { do: 'commit-fails', failure: pick(['before', 'unknown'] as const) };
    if (dice < 96) return { do: 'back-up' };
    if (dice < 97) return { do: 'restore' };
    if (dice < 98) return { do: 'copy-folder', from: desk, to: below(desks) };
    return { do: 'clock', desk, ms: pick([-86_400_000, -60_000, 60_000, 86_400_000]) };
  });
  return { seed, desks, steps };
}
