import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import type { SharedSchedule } from './shared-schedule.ts';
import { interruptions, studioWishes, vendorFaults } from './vendor-steps.ts';

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
