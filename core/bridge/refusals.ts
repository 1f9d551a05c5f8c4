// Why a call of the bridge did not do what it was asked for.
import type { BadInput } from '../kernel/parse.ts';

export type SignInRefusal =
  | BadInput
  | { readonly reason: 'bad-account-form' }
  | { readonly reason: 'wrong-credentials' }
  | { readonly reason: 'unreachable' }
  | { readonly reason: 'no-answer' }
  /** Nothing was sent. Try again after `waitMs` milliseconds. */
  | { readonly reason: 'rate-limited'; readonly waitMs: number }
  | { readonly reason: 'unreadable-answer' };

export type BackendRefusal =
  | BadInput
  | { readonly reason: 'unreachable' }
  | { readonly reason: 'unreadable-answer' }
  | { readonly reason: 'refused'; readonly description: string };

/** The file could not be written. `code` is the system's short word for why. The old file is untouched. */
export type SaveRefusal = BadInput | { readonly reason: 'not-written'; readonly code: string };

/** `not-there`: nobody saved a file there since the start, or it was moved or deleted. */
export type ShowRefusal = BadInput | { readonly reason: 'not-there' };

/** `no-pdf`: this machine cannot make a PDF. Nothing was written. */
export type PrintRefusal = SaveRefusal | { readonly reason: 'no-pdf' };
