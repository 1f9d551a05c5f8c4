import { createAccountReader, type AccountReader } from '../account/account-reader.ts';
import type { AccountPorts } from '../account/account-ports.ts';
import type { AccountCalls, ShownStanding } from '../bridge/account.ts';
import type { AppState } from '../desk/rows/state.ts';
import { err, ok } from '../kernel/result.ts';
import { foldService } from '../register/fold.ts';
import type { Clock } from '../ports.ts';

type Answers<N extends keyof AccountCalls> = (
  payload: AccountCalls[N]['takes'],
) => AccountCalls[N]['gives'] | Promise<AccountCalls[N]['gives']>;

/** Reading from Aruba as the host offers it (rule L). */
export interface AccountDesk {
  readonly read: Answers<'account/read'>;
  readonly stop: () => void;
  readonly standing: () => Promise<ShownStanding>;
  readonly forget: Answers<'account/forget'>;
  /** To be called after each change: the tokens go when the function is switched off. */
  readonly follow: () => void;
  /** Ends what is under way and drops the tokens. */
  readonly close: () => void;
}

/** What a screen gets where nothing can be read. */
const nothing = { keyring: false, kept: [], signedIn: [], waitMs: 0, testAddress: null } as const;

/**
 * Reads for the services of the register. `ports` is null in a sample and where the studio is only read.
 * Otherwise it is called at the first use, and nothing is asked until a person turns the function on.
 */
export function createAccountDesk({
  ports,
  state,
  clock,
}: {
  readonly ports: (() => AccountPorts) | null;
  readonly state: () => AppState;
  readonly clock: Clock;
}): AccountDesk {
  let reader: AccountReader | null = null;

  const isOn = (): boolean => state().workspace.accountChoices.get('firm')?.on === true;
  const opened = (): AccountReader | null => {
    if (ports === null) return null;
    reader ??= createAccountReader(ports());
    return reader;
  };

  return {
    async read({ serviceId, ...wish }) {
      const reading = isOn() ? opened() : null;
      if (reading === null) return err({ reason: 'switched-off' });
      const { workspace, replica } = state();
      if (!replica.services.has(serviceId)) return err({ reason: 'unknown-service' });
      const facts = [...workspace.facts.values()].filter(({ about }) => about === serviceId);
      const { known } = foldService(serviceId, facts);
      const holder = { vatCode: known.vatCode?.value ?? '', taxCode: known.taxCode?.value ?? '' };
      const result = await reading.read({ serviceId, holder, ...wish });
      // Switched off meanwhile, by another window.
      if (!isOn()) return err({ reason: 'switched-off' });
      return result.ok ? ok({ ...result.value, at: clock.now() }) : result;
    },
    stop: () => reader?.stop(),
    // What is kept can be seen, and removed, also while the function is off.
    standing: async () => (await opened()?.standing()) ?? nothing,
    forget: ({ serviceId }) =>
      opened()?.forget(serviceId) === false ? err({ reason: 'not-forgotten' }) : ok(null),
    follow() {
      if (!isOn()) reader?.signOut();
    },
    close: () => reader?.signOut(),
  };
}
