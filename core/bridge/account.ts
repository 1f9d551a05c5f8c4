// The calls about reading from Aruba (rule L). Each answer is data without secrets.
import type { AccountProblem } from '../account/account-problem.ts';
import type { AccountReading, AccountStanding } from '../account/account-reader.ts';
import type { Credentials } from '../account/calls.ts';
import type { ServiceId } from '../kernel/id.ts';
import type { BadInput } from '../kernel/parse.ts';
import type { Result } from '../kernel/result.ts';

export type AccountRefusal =
  | BadInput
  | AccountProblem
  /** The studio has not turned the function on, or it is a sample. */
  | { readonly reason: 'switched-off' }
  | { readonly reason: 'unknown-service' }
  /** The keyring did not take the removal: the credentials may still be there. */
  | { readonly reason: 'not-forgotten' };

export interface AccountCalls {
  /**
   * Reads what Aruba says of a service. Without credentials it takes the token that is left, or what the
   * keyring keeps. The credentials live as long as the call unless `keep` is true.
   */
  readonly 'account/read': {
    readonly takes: {
      readonly serviceId: ServiceId;
      readonly credentials: Credentials | null;
      readonly keep: boolean;
      readonly premium: boolean;
    };
    /** `at`: milliseconds since 1970. */
    readonly gives: Result<AccountReading & { readonly at: number }, AccountRefusal>;
  };
  /** Ends the reading that is under way. */
  readonly 'account/stop': { readonly takes: null; readonly gives: Result<null, never> };
  readonly 'account/standing': { readonly takes: null; readonly gives: Result<AccountStanding, never> };
  /** Removes the credentials and the token of a service. */
  readonly 'account/forget': {
    readonly takes: { readonly serviceId: ServiceId };
    readonly gives: Result<null, AccountRefusal>;
  };
}

export const accountCallNames = [
  'account/read',
  'account/stop',
  'account/standing',
  'account/forget',
] as const satisfies readonly (keyof AccountCalls)[];

type GivenBy<N extends keyof AccountCalls> = Extract<
  AccountCalls[N]['gives'],
  { readonly ok: true }
>['value'];

/** What the screen shows of a reading, and before it. */
export type ShownReading = GivenBy<'account/read'>;
export type ShownStanding = GivenBy<'account/standing'>;
