import * as real from '../../../../../../core/sync/outbox.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/sync/outbox.ts';

export const afterSend = faulty(real.afterSend, {
  'an unknown outcome is taken for unsent': (entry, outcome) => {
    const after = real.afterSend(entry, outcome);
    return outcome.kind === 'unknown' ? { ...after, state: 'queued' } : after;
  },
});

export const afterRestart = faulty(real.afterRestart, {
  'what was being sent is taken for unsent after a restart': (entry) => {
    const after = real.afterRestart(entry);
    return after === entry ? entry : { ...after, state: 'queued' };
  },
});
