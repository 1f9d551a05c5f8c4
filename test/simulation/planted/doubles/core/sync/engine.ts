import * as real from '../../../../../../core/sync/engine.ts';
import { rateLimitDelay } from '../../../../../../core/sync/retry.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/sync/engine.ts';

/** Starts another exchange after a 429 if somebody asked for one while the first was running. */
const askAgain: typeof real.createSync = (ports) => {
  let exchanges = 0;
  let toldToWait = false;
  const sync = real.createSync({
    ...ports,
    pending() {
      exchanges += 1;
      return ports.pending();
    },
    async push(entry) {
      const outcome = await ports.push(entry);
      toldToWait = outcome.kind === 'unsent' && outcome.why === 'rate-limited';
      return outcome;
    },
    async pull() {
      const outcome = await ports.pull();
      toldToWait = outcome.kind === 'failed' && outcome.why === 'rate-limited';
      return outcome;
    },
  });
  return {
    ...sync,
    wake() {
      const before = exchanges;
      const over = sync.wake();
      // An exchange begins by reading what is pending. If it did not, one was running already.
      return exchanges > before ? over : over.then(() => (toldToWait ? sync.wake() : undefined));
    },
  };
};

/** Saves nothing before it is sent. */
const saveLate: typeof real.createSync = (ports) => {
  const sent = new Set<string>();
  return real.createSync({
    ...ports,
    save: (entries) => ports.save(entries.filter(({ id, tries }) => sent.has(`${id} ${tries}`))),
    push(entry) {
      sent.add(`${entry.id} ${entry.tries}`);
      return ports.push(entry);
    },
  });
};

export const createSync = faulty(real.createSync, {
  'no pause after 429': (ports) =>
    real.createSync({
      ...ports,
      scheduler: {
        after: (delayMs, task) => ports.scheduler.after(delayMs === rateLimitDelay ? 1000 : delayMs, task),
      },
    }),
  'no pause after 429 where somebody has asked meanwhile': askAgain,
  'sent before it is saved': saveLate,
  'two commands about one service at once': (ports) =>
    real.createSync({ ...ports, about: (command) => JSON.stringify(command) }),
  'sent in the wrong order': (ports) =>
    real.createSync({ ...ports, pending: () => ports.pending().toReversed() }),
});
