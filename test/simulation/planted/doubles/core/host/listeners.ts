import * as real from '../../../../../../core/host/listeners.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/listeners.ts';

export const createListeners = faulty(real.createListeners, {
  'the screen is not told that something is being sent': (log) => {
    const listeners = real.createListeners(log);
    return {
      ...listeners,
      tell: (event) =>
        listeners.tell({
          ...event,
          changes: event.changes.filter(
            (change) => change.table !== 'outbox' || change.value?.state !== 'sending',
          ),
        }),
    };
  },
});
