import type { Day } from '../../kernel/day.ts';
import type { BadInput } from '../../kernel/parse.ts';
import type { UnknownRow } from '../define-command.ts';

/** Why the register stays as it is. */
export type RegisterRefusal =
  | BadInput
  | UnknownRow
  | { readonly reason: 'unknown-fact' }
  | { readonly reason: 'already-corrected' }
  /** The kind or the expiry of a new service is missing. */
  | { readonly reason: 'service-incomplete'; readonly missing: 'holder' | 'kind' | 'expiry' }
  | { readonly reason: 'bad-vat-code'; readonly vatCode: string }
  /** The value is said to be true on a day that is yet to come: it would win over all that are true now. */
  | { readonly reason: 'day-to-come'; readonly day: Day };
