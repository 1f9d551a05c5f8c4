import type { CartRefusal } from './refusals.ts';

/**
 * Refuses figures that are no longer those that a person saw, in gross cents: in a shared studio a colleague
 * may have changed what they come from, also while nobody could tell. Undefined: nobody looked at a total.
 */
export const changedFigures = (shown: number | undefined, now: number): CartRefusal | undefined =>
  shown === undefined || shown === now ? undefined : { reason: 'figures-changed', shown, now };
