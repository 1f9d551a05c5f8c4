import type { FiguresRefusal } from '../../quotes/figures.ts';
import type { UnknownRow } from '../define-command.ts';

/** Why a cart stays as it is. */
export type CartRefusal =
  | UnknownRow
  | FiguresRefusal
  | { readonly reason: 'automatic-renewal-on'; readonly holder: string }
  /** A first purchase of what the client has already. */
  | { readonly reason: 'client-has-service'; readonly holder: string }
  | { readonly reason: 'conflict-moved-on' };
