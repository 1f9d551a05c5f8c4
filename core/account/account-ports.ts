import type { Scheduler } from '../ports.ts';
import type { AccountCall, Credentials } from './calls.ts';
import type { SignInPace } from './sign-in-pace.ts';

/**
 * `unreachable`: no connection, so nothing was sent. `no-answer`: too slow or cut off. `redirect`: the answer
 * leads elsewhere, and nobody followed it. `too-big`: reading stopped at the limit. `stopped`: by the person.
 */
export type AccountAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'redirect' | 'too-big' | 'unreachable' | 'no-answer' | 'stopped' };

/** A call on its way. `answer` never rejects. After `stop` it is `stopped`, unless it was there already. */
export interface Asked {
  readonly answer: Promise<AccountAnswer>;
  stop(): void;
}

/** The whole of the network that reading from Aruba gets: one of the three calls. */
export type AskAccount = (call: AccountCall) => Asked;

/**
 * Credentials in the keyring of the operating system, by service. Without a real keyring nothing is ever
 * kept. Never throws.
 */
export interface Keyring {
  /** The system may ask the person first, so the answer may take its time. */
  available(): Promise<boolean>;
  /** The services whose credentials are kept, sorted. */
  kept(): readonly string[];
  read(serviceId: string): Promise<Credentials | undefined>;
  /** Returns false if they could not be kept. */
  keep(serviceId: string, credentials: Credentials): Promise<boolean>;
  /** Returns false if they may still be on the disk. */
  forget(serviceId: string): boolean;
}

export interface AccountPorts {
  readonly ask: AskAccount;
  /** One for the whole program: all services and studios share it. */
  readonly pace: SignInPace;
  readonly keyring: Keyring;
  /** Milliseconds that never jump, whatever happens to the clock. Tokens are measured by them. */
  readonly elapsed: () => number;
  readonly scheduler: Scheduler;
  /** The address of a test, if Aruba itself is not asked. The screen says so. */
  readonly testAddress: string | null;
}
