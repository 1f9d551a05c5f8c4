// A schedule is plain data, made from a seed. It can be shrunk, kept as a file and run again.
import type { Rng } from '../../core/ports.ts';
import type { Fault } from '../../electron/simulator/faults/faults.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { crashMoments, type CrashMoment } from '../support/simulated-disk.ts';
import { diskActs, type DiskAct } from './machine-disk.ts';
import { wishKinds, type WishKind } from './wishes/wishes.ts';

/** The number of a client, or the vendor. */
export type Machine = number | 'vendor';

export type VendorAct =
  | 'pay'
  | 'register'
  | 'activate'
  | 'fail-activation'
  | 'move-day'
  | 'manual-activation'
  | 'expire-tokens'
  | 'back-up'
  | 'restore';

/**
 * What happens next. When the step runs, its numbers choose among the people, carts and orders that the desk
 * then has. So the other steps keep their meaning if one is left out.
 */
export type Step =
  | {
      readonly do: 'wish';
      readonly client: number;
      readonly wish: WishKind;
      readonly numbers: readonly [number, number, number];
    }
  | { readonly do: 'sync' | 'sign-in' | 'sign-out' | 'undo' | 'redo' | 'quit'; readonly client: number }
  | { readonly do: 'pass' | 'sleep'; readonly ms: number }
  | { readonly do: 'vendor'; readonly act: VendorAct; readonly number: number }
  | {
      readonly do: 'fault';
      readonly fault: { readonly kind: Fault['kind'] } & Readonly<Record<string, unknown>>;
    }
  | { readonly do: 'crash'; readonly machine: Machine; readonly write: number; readonly moment: CrashMoment }
  | { readonly do: 'disk'; readonly client: number; readonly act: DiskAct; readonly number: number }
  | { readonly do: 'clock'; readonly client: number; readonly ms: number }
  | { readonly do: 'kill' | 'start'; readonly machine: Machine };

export interface Schedule {
  readonly seed: number;
  readonly start: string;
  /** The error of each client's clock, in milliseconds. */
  readonly skews: readonly number[];
  /** The vendor's pages hold at most this many changes, whatever size was asked for. */
  readonly pageSize: number;
  readonly steps: readonly Step[];
}

/** The begin and the end of summer time, ends of months and of a year, a leap day, an ordinary noon. */
const starts = [
  '2026-11-24T11:00:00Z',
  '2026-10-24T21:50:00Z',
  '2026-10-25T00:30:00Z',
  '2027-03-28T00:50:00Z',
  '2027-01-31T22:55:00Z',
  '2027-02-28T22:57:00Z',
  '2028-02-28T22:58:00Z',
  '2026-12-31T22:59:30Z',
  '2027-05-31T21:58:00Z',
] as const;

const acts: readonly VendorAct[] = [
  'pay',
  'pay',
  'register',
  'register',
  'activate',
  'activate',
  'fail-activation',
  'move-day',
  'manual-activation',
  'expire-tokens',
];

const faultKinds: readonly Fault['kind'][] = [
  'none',
  'none',
  'none',
  'offline',
  'slow',
  'no-answer',
  'no-answer-after',
  'no-answer-after',
  'too-many-requests',
  'server-error',
  'lost-reply',
  'html',
  'html-after',
  'cut-json',
  'cut-json-after',
  'duplicate',
  'reordered',
  'tokens-expired',
  'tokens-revoked',
];

const paths = ['/', '/', '/api/v2/orders', '/api/v2/orders', '/api/v2/changes', '/auth'];

/** The moments at which a process alone dies. */
const withoutPower: readonly CrashMoment[] = ['before', 'torn', 'whole', 'after'];

const hour = 3_600_000;
const day = 24 * hour;

function picker(chance: Rng) {
  const whole = (below: number): number => Math.floor(chance.next() * below);
  const of = <T>(all: readonly T[]): T => {
    const one = all[whole(all.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  return { whole, of };
}

export function scheduleOf(seed: number, length?: number): Schedule {
  const { whole, of } = picker(seededChance(seed));
  const clients = of([1, 1, 2, 2, 3]);
  const client = (): number => whole(clients);
  const machine = (): Machine => (whole(4) === 0 ? 'vendor' : client());

  const fault = (): Step => {
    if (whole(3) === 0)
      return {
        do: 'fault',
        fault: {
          kind: 'by-chance',
          seed: whole(1e9),
          share: of([0.1, 0.3, 0.6]),
          delayMs: of([100, 20_000]),
        },
      };
    const times = whole(4) === 0 ? {} : { times: 1 + whole(3) };
    return {
      do: 'fault',
      fault: { kind: of(faultKinds), path: of(paths), delayMs: of([50, 3000, 12_000]), ...times },
    };
  };
  const oneStep = (): Step => {
    const turn = whole(100);
    if (turn < 44)
      return {
        do: 'wish',
        client: client(),
        wish: of(wishKinds),
        numbers: [whole(1e6), whole(1e6), whole(1e6)],
      };
    if (turn < 52) return { do: 'sync', client: client() };
    if (turn < 56) return { do: 'sign-in', client: client() };
    if (turn < 58) return { do: 'sign-out', client: client() };
    if (turn < 60) return { do: of(['undo', 'redo']), client: client() };
    if (turn < 69) return { do: 'pass', ms: of([1, 1000, 12_000, 16_000, 61_000, 95_000]) };
    if (turn < 73) return { do: 'sleep', ms: of([hour / 3, hour, 2 * hour, day, 3 * day]) };
    if (turn < 81) return { do: 'vendor', act: of(acts), number: whole(1e6) };
    if (turn < 89) return fault();
    if (turn < 94) return { do: 'crash', machine: machine(), write: 1 + whole(5), moment: of(withoutPower) };
    if (turn < 96) return { do: 'kill', machine: machine() };
    if (turn < 98) return { do: 'start', machine: machine() };
    return { do: 'quit', client: client() };
  };

  /**
   * What happens to disks and clocks. It has random numbers of its own, so that the other steps of a seed
   * stay what they were.
   */
  function withDisks(steps: readonly Step[]): readonly Step[] {
    const more = picker(seededChance(seed + 0x5eed));
    const one = (): Step => {
      const who = more.whole(clients);
      const turn = more.whole(10);
      if (turn < 3)
        return {
          do: 'crash',
          machine: more.whole(5) === 0 ? 'vendor' : who,
          write: 1 + more.whole(30),
          moment: more.of(['power', 'power', ...crashMoments]),
        };
      if (turn < 4) return { do: 'clock', client: who, ms: more.of([-day, -hour, -60_000, hour, day]) };
      return { do: 'disk', client: who, act: more.of(diskActs), number: more.whole(1e6) };
    };
    let all = steps;
    for (let left = more.whole(4); left > 0; left -= 1)
      all = all.toSpliced(more.whole(all.length + 1), 0, one());
    return all;
  }

  const schedule: Schedule = {
    seed,
    start: of(starts),
    skews: Array.from({ length: clients }, () => Math.round((whole(1000) / 500 - 1) * 5 * 60_000)),
    pageSize: of([1, 2, 5, 100]),
    steps: withDisks(Array.from({ length: length ?? 15 + whole(45) }, oneStep)),
  };
  return seed % restoredEvery === 0 ? withRestore(schedule) : schedule;
}

/** In one of so many schedules the vendor is restored from an older backup. */
const restoredEvery = 4;

/**
 * Puts a backup and a restore among the steps, and what people do about it. It has numbers of its own, so the
 * other steps stay as they are.
 */
function withRestore(schedule: Schedule): Schedule {
  const { whole } = picker(seededChance(schedule.seed + 0xbac));
  const steps = [...schedule.steps];
  const clients = schedule.skews.length;
  const at = (from: number): number => from + whole(steps.length - from + 1);
  const backUp = whole(3) === 0 ? -1 : whole(Math.ceil(steps.length / 2));
  if (backUp >= 0) steps.splice(backUp, 0, { do: 'vendor', act: 'back-up', number: 0 });
  const restore = at(Math.min(backUp + 3, steps.length));
  steps.splice(restore, 0, { do: 'vendor', act: 'restore', number: 0 });
  for (let decided = 1 + whole(4); decided > 0; decided -= 1)
    steps.splice(at(restore + 1), 0, {
      do: 'wish',
      client: whole(clients),
      wish: whole(3) === 0 ? 'let-go' : 'send-again',
      numbers: [whole(1e6), whole(1e6), whole(1e6)],
    });
  return { ...schedule, steps };
}
