import type { AccountAnswer, AccountPorts, Keyring } from '../../core/account/account-ports.ts';
import {
  requestOf,
  type AccountCall,
  type AccountRequest,
  type Credentials,
} from '../../core/account/calls.ts';
import { createSignInPace } from '../../core/account/sign-in-pace.ts';
import { fakeClock } from './fake-clock.ts';
import { manualScheduler } from './manual-scheduler.ts';

/** What Aruba answers to a call, or a promise of it. */
export type Script = (call: AccountCall) => AccountAnswer | Promise<AccountAnswer>;

export const answered = (body: unknown, status = 200): AccountAnswer => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A keyring in memory. `kept` is what a thief would find. */
export function memoryKeyring(available = true): Keyring & { readonly stored: Map<string, Credentials> } {
  const stored = new Map<string, Credentials>();
  return {
    available: async () => available,
    stored,
    kept: () => [...stored.keys()].sort(),
    read: async (id) => stored.get(id),
    async keep(id, credentials) {
      if (available) stored.set(id, { ...credentials });
      return available;
    },
    forget(id) {
      stored.delete(id);
      return true;
    },
  };
}

/** The means to read from Aruba, with virtual time and a scripted host. */
export function scriptedAccount({
  script,
  keyring = memoryKeyring(),
}: {
  script: Script;
  keyring?: Keyring;
}) {
  const clock = fakeClock();
  const scheduler = manualScheduler(clock);
  /** Moves on its own: the clock of the machine may jump, this may not. */
  let elapsed = 1000;
  const sent: { readonly call: AccountCall; readonly request: AccountRequest; readonly at: number }[] = [];
  const current = { script };
  const ports: AccountPorts = {
    ask(call) {
      sent.push({ call, request: requestOf(call), at: elapsed });
      let stop = (): void => undefined;
      const stopped = new Promise<AccountAnswer>((resolve) => {
        stop = () => resolve({ kind: 'stopped' });
      });
      return { answer: Promise.race([Promise.resolve(current.script(call)), stopped]), stop };
    },
    pace: createSignInPace(() => elapsed),
    keyring,
    elapsed: () => elapsed,
    scheduler,
    testAddress: null,
  };
  return {
    ports,
    clock,
    scheduler,
    sent,
    current,
    /** Time passes. Tasks of the scheduler that become due are run. */
    pass: (ms: number): void => {
      elapsed += ms;
      scheduler.advance(ms);
    },
    kinds: () => sent.map(({ call }) => call.kind),
  };
}
