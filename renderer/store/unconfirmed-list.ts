import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { useStudios } from './studios.ts';

/** A list of services that was chosen and neither confirmed nor given up: its name and the time, no more. */
export interface UnconfirmedList {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** The note of each studio, by its id. Kept in the browser's storage, so that it outlives a crash. */
export const useUnconfirmedLists = create<{
  readonly byStudio: Readonly<Record<string, UnconfirmedList>>;
}>()(persist(() => ({ byStudio: {} }), { name: 'allinea-unconfirmed-lists', version: 1 }));

const openStudio = (): string => useStudios.getState().open ?? '';

/** The note of the studio that is open. */
export const unconfirmedList = (): UnconfirmedList | null =>
  useUnconfirmedLists.getState().byStudio[openStudio()] ?? null;

export function keepUnconfirmedList(name: string): void {
  const studio = openStudio();
  useUnconfirmedLists.setState(({ byStudio }) => ({
    byStudio: { ...byStudio, [studio]: { name, at: Date.now() } },
  }));
}

export function dropUnconfirmedList(): void {
  const studio = openStudio();
  useUnconfirmedLists.setState(({ byStudio }) => ({
    byStudio: Object.fromEntries(Object.entries(byStudio).filter(([id]) => id !== studio)),
  }));
}
