import { err } from '../kernel/result.ts';
import type { VendorExchange } from './vendor-exchange.ts';

/** The exchange of a studio of one's own: there is nobody to ask, so nothing is ever sent (rule J2). */
export const noExchange: VendorExchange = {
  signIn: () => Promise.resolve(err({ reason: 'unreachable' })),
  signOut: () => undefined,
  simulator: () => Promise.resolve({ kind: 'unreachable' }),
  wake: () => Promise.resolve(),
  now: () => Promise.resolve(),
  follow: () => undefined,
  status: () => ({ link: 'none', pending: 0, lastSync: null, nextTry: null, others: [] }),
  // Nothing that an earlier run knew can be out of date, so reminders need not wait.
  asked: () => true,
  unsure: () => [],
  here: () => undefined,
  stop: () => Promise.resolve(),
};
