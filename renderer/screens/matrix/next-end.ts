import type { Day } from '../../../core/kernel/day.ts';
import type { Service } from '../../../core/services/service.ts';

/** The first day on which seats of a service end; undefined where it has none. */
export function nextEnd({ items }: Service): Day | undefined {
  let first: Day | undefined;
  for (const { kind, expiry } of items) if (kind === 'user' && (first === undefined || expiry < first)) first = expiry;
  return first;
}
