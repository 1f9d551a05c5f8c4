import type { IdSource } from '../../core/ports.ts';
import { namedId } from '../../electron/adapters/system.ts';

/**
 * Ids in the form of UUIDs that count up. They are the same in every run. `from` is the number of the start,
 * so that ids differ after a restart.
 */
export function countingIds(from = 1): IdSource {
  let count = 0;
  return {
    named: namedId,
    next() {
      count += 1;
      return `01930000-${String(from).padStart(4, '0')}-7000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

export const quietLog = { info: () => undefined, error: () => undefined };
