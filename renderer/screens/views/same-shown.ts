import type { Shown } from '../../../core/desk/rows/saved-view.ts';

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether two lists show the same. The order in which filters were chosen does not matter. */
export const sameShown = (one: Shown, other: Shown): boolean =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
