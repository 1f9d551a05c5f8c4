import type { ServiceId } from '../../kernel/id.ts';
import type { FiguresRefusal } from '../../quotes/figures.ts';
import type { UnknownRow } from '../define-command.ts';

/** Why a cart stays as it is. */
export type CartRefusal =
  | UnknownRow
  | FiguresRefusal
  | { readonly reason: 'automatic-renewal-on'; readonly holder: string }
  /**
   * The total is no longer the one that the person saw, in gross cents. Of several services it is that of
   * `serviceId`.
   */
  | {
      readonly reason: 'figures-changed';
      readonly shown: number;
      readonly now: number;
      readonly serviceId?: ServiceId;
      readonly holder?: string;
    }
  /** A first purchase of what the client has already. */
  | { readonly reason: 'client-has-service'; readonly holder: string }
  | { readonly reason: 'conflict-moved-on' };
