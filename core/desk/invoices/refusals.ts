import type { UnknownRow } from '../define-command.ts';
import type { RegisterRefusal } from '../register/refusals.ts';

/** Why invoices stay as they are. */
export type InvoicesRefusal =
  | RegisterRefusal
  | UnknownRow
  /** Two lines of one invoice say different things of one value of a service. */
  | { readonly reason: 'invoice-says-twice'; readonly number: string; readonly line: number };
