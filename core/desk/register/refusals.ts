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
  | { readonly reason: 'bad-vat-code'; readonly vatCode: string };
