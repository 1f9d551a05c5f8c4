import * as real from '../../../../../../core/host/push.ts';
import type { CommandKey } from '../../../../../../core/kernel/id.ts';
import { countingIds } from '../../../../../support/counting-ids.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/push.ts';

const otherIds = countingIds(7777);

/** Treats commands that failed for this reason as received. */
const receivedAfter =
  (why: 'rate-limited' | 'unreadable'): typeof real.push =>
  async (client, entry) => {
    const outcome = await real.push(client, entry);
    return outcome.kind !== 'received' && outcome.why === why ? { kind: 'received' } : outcome;
  };

export const push = faulty(real.push, {
  'a new idempotency key at each try': (client, entry) =>
    real.push(client, { ...entry, id: otherIds.next() as CommandKey }),
  '429 is taken for processed': receivedAfter('rate-limited'),
  'an unreadable 200 is taken for received, and removed': receivedAfter('unreadable'),
});
