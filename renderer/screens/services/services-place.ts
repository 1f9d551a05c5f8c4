// How the list of services was left, for whoever comes back to it.
import { create } from 'zustand';
import type { ServiceGrouping, ServicesShown } from '../../../core/desk/rows/saved-view.ts';

const nothing: ReadonlySet<string> = new Set();

/** The keys of the closed groups, and what they are groups by. */
const useClosed = create<{ readonly by: ServiceGrouping; readonly keys: ReadonlySet<string> }>()(() => ({
  by: 'none',
  keys: nothing,
}));

/** The closed groups. They stay closed as long as the list is grouped in the same way. */
export const useFolded = (by: ServiceGrouping): ReadonlySet<string> =>
  useClosed((closed) => (closed.by === by ? closed.keys : nothing));

/** Closes these groups and opens all others. The list stays where it is. */
export const foldServices = (by: ServiceGrouping, keys: ReadonlySet<string>): void =>
  useClosed.setState({ by, keys });

let left: { readonly shown: ServicesShown; readonly offset: number } | null = null;

/** How far the list was scrolled when it last showed this, in pixels. Anything else starts at its top. */
export const lastOffset = (shown: ServicesShown): number => (left?.shown === shown ? left.offset : 0);

export function keepOffset(shown: ServicesShown, offset: number): void {
  left = { shown, offset };
}
