import { useUi, type UnconfirmedList } from './ui-store.ts';

// The note is kept with the screen that is open (see kept-screen.ts), so that it outlives a crash.

/** Notes that a list was chosen and is not confirmed yet. */
export function keepUnconfirmedList(name: string): void {
  useUi.setState({ unconfirmedList: { name, at: Date.now() } });
}

export function dropUnconfirmedList(): void {
  useUi.setState({ unconfirmedList: null });
}

/** The list that was chosen and neither confirmed nor given up; null if there is none. */
export const unconfirmedList = (): UnconfirmedList | null => useUi.getState().unconfirmedList;
