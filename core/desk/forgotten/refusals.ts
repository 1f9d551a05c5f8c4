import type { CartRefusal } from '../cart/refusals.ts';
import type { UnknownRow } from '../define-command.ts';

/** Why something that the vendor forgot is not sent again. */
export type ForgottenRefusal =
  | CartRefusal
  | UnknownRow
  /** It was sent again or let go already, or the vendor has it again. */
  | { readonly reason: 'not-forgotten-any-more' }
  /** Nobody here can send it: another desk placed it, or only the vendor can bring it back. */
  | { readonly reason: 'not-ours-to-send' }
  | { readonly reason: 'cart-in-use'; readonly holder: string };
