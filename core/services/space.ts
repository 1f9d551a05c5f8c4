import type { ItemKind } from '../catalog/item.ts';

const gigabyteKB = 1_048_576;

/** The space of a service in KB, with `extra` bought GB: one GB is included (domain.md 2.6). */
export const spaceKB = (extra: number): number => gigabyteKB * (1 + extra);

/** The number of bought GB among these items or lines. */
export const extraGigabytes = (
  items: readonly { readonly kind: ItemKind; readonly quantity: number }[],
): number => items.reduce((total, { kind, quantity }) => (kind === 'extra-gb' ? total + quantity : total), 0);
