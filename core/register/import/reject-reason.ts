import type { ItemKind, ModuleKind } from '../../catalog/item.ts';
import type { AccessWay } from '../fields.ts';
import type { ChoiceReason } from './read-choice.ts';
import type { CodeReason } from './read-codes.ts';
import type { DayReason } from './read-day.ts';
import type { QuantityReason } from './read-quantity.ts';

/**
 * Why a row is not a service or an item, with what a sentence about it needs. `value`: the text of the cell.
 */
export type RejectReason =
  | CodeReason
  | DayReason
  | QuantityReason
  | ChoiceReason
  | { readonly kind: 'malformed' }
  | { readonly kind: 'formula'; readonly value: string }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'missing-holder' }
  | { readonly kind: 'missing-kind' }
  | { readonly kind: 'missing-expiry' }
  /** `access`: the text is a way to reach a service, like Premium, and no kind of it. */
  | { readonly kind: 'unknown-kind'; readonly value: string; readonly access: AccessWay | null }
  | { readonly kind: 'unknown-module'; readonly value: string }
  | { readonly kind: 'module-on-receive-only'; readonly module: ModuleKind }
  /** One module with two different expiries. */
  | { readonly kind: 'duplicate-module'; readonly module: ModuleKind }
  /**
   * The text counts items and the quantity column says another number. `counted` is null if the numbers of
   * the text do not say how many, `quantity` is null if no column does.
   */
  | {
      readonly kind: 'unclear-quantity';
      readonly value: string;
      readonly counted: number | null;
      readonly quantity: number | null;
    }
  /** A number other than 1 on the row of a service. What it counts is unclear. */
  | { readonly kind: 'service-quantity'; readonly value: string }
  /** An earlier row has the same holder and kind. */
  | { readonly kind: 'duplicate'; readonly firstRow: number }
  /** The list has no row for the service of this item. */
  | { readonly kind: 'item-without-service'; readonly item: ItemKind }
  /** Another row of the same service was rejected. The service would be incomplete. */
  | { readonly kind: 'incomplete-service'; readonly otherRow: number };
