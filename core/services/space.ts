import type { ItemKind } from '../catalog/item.ts';

const gigabyteKB = 1_048_576;

/** Space with so many bought GB: one is included (domain.md 2.6). */
export const spaceKB = (extra: number): number => gigabyteKB * (1 + extra);

/** Bought GB among these items or lines. */
export const extraGigabytes = (
  items: readonly { readonly kind: ItemKind; readonly quantity: number }[],
): number => items.reduce((total, { kind, quantity }) => (kind === 'extra-gb' ? total + quantity : total), 0);
