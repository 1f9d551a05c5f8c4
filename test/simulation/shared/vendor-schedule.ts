import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import type { Numbers } from '../wishes/wish.ts';
import type { SharedSchedule } from './shared-schedule.ts';

export const studioWishes = [
  'buy',
  'buy',
  'renew',
  'place',
  'open',
  'quantity',
  'withdraw',
  'cancel',
  'automatic',
  'need',
  'assign',
  'free',
] as const;
export type StudioWish = (typeof studioWishes)[number];

const vendorFaults = ['lost', 'reply-lost', 'slow'] as const;
export type VendorFault = (typeof vendorFaults)[number];

/** What becomes of the process that sends the next order, before or after the vendor has taken it. */
const interruptions = ['killed-before', 'killed-after', 'stopped-before', 'stopped-after'] as const;
export type Interruption = (typeof interruptions)[number];

/** What only happens where the studio exchanges with a vendor. */
export type VendorStep =
  | {
      readonly do: 'studio-wish';
      readonly desk: number;
      readonly wish: StudioWish;
      readonly numbers: Numbers;
    }
  | { readonly do: 'vendor-message'; readonly fault: VendorFault; readonly times: number }
  | { readonly do: 'order-interrupted'; readonly how: Interruption }
  | { readonly do: 'server-stopped'; readonly server: number; readonly ms: number }
  | { readonly do: 'register-payment'; readonly number: number };

/** The schedule of a seed: 15 to 45 steps on two desks of a sample, which two servers exchange for. */
export function vendorScheduleOf(seed: number): SharedSchedule {
  const chance = seededChance(seed + 700_000);
  const below = (most: number): number => Math.floor(chance.next() * most);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const desks = 2;
  const steps = Array.from({ length: 15 + below(30) }, (): SharedSchedule['steps'][number] => {
    const desk = below(desks);
    const dice = below(100);
    if (dice < 48)
      return {
        do: 'studio-wish',
        desk,
        wish: pick(studioWishes),
        numbers: [below(1000), below(1000), below(1000)],
      };
    if (dice < 62) return { do: 'wait', ms: pick([100, 300, 2000, 20_000, 70_000]) };
    if (dice < 66) return { do: 'register-payment', number: below(1000) };
    if (dice < 68) return { do: pick(['kill', 'start'] as const), desk };
    if (dice < 71) return { do: 'partition', desk, on: below(2) === 0 };
    if (dice < 74)
      return { do: 'message', fault: pick(['lost', 'reply-lost', 'doubled'] as const), times: 1 };
    if (dice < 78) return { do: 'order-interrupted', how: pick(interruptions) };
    if (dice < 82) return { do: 'vendor-message', fault: pick(vendorFaults), times: 1 + below(3) };
    if (dice < 87) return { do: 'server-restarts', server: below(2) };
    if (dice < 93) return { do: 'server-stopped', server: below(2), ms: pick([8000, 40_000, 90_000]) };
    if (dice < 96) return { do: 'commit-fails', failure: pick(['before', 'unknown'] as const) };
    return { do: dice < 98 ? 'back-up' : 'restore' };
  });
  return { seed, desks, steps, vendor: true };
}
