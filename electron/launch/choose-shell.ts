// Chooses the program that shows Allinea: Electron if possible, otherwise an installed Chromium, otherwise a
// Chromium that is downloaded now. It only decides; the probes search.

export interface Electron {
  readonly executable: string;
  readonly version: string;
}

export interface Browser {
  readonly executable: string;
  /** The name that people use: "Chromium 156". */
  readonly name: string;
}

export interface Wish {
  readonly forced: 'electron' | 'stand-in' | null;
  readonly headless: boolean;
  /** False on Linux without X or Wayland: no window can open. */
  readonly display: boolean;
}

/** Each probe searches or downloads. It returns null if it has nothing that runs. */
export interface Probes {
  findElectron(): Promise<Electron | null>;
  fetchElectron(): Promise<Electron | null>;
  findBrowser(): Promise<Browser | null>;
  fetchBrowser(): Promise<Browser | null>;
}

export type Shell =
  | { readonly kind: 'electron'; readonly electron: Electron }
  | { readonly kind: 'stand-in'; readonly browser: Browser }
  /** There is no display: the screens are shown as pictures. */
  | { readonly kind: 'tour'; readonly browser: Browser }
  | { readonly kind: 'none'; readonly missing: 'electron' | 'browser' };

/**
 * The first program that works, in the order above. Electron needs a display, so it is skipped
 * without one and with `headless`.
 */
export async function chooseShell(wish: Wish, probes: Probes): Promise<Shell> {
  const window = wish.display && !wish.headless;
  if (window && wish.forced !== 'stand-in') {
    const electron = (await probes.findElectron()) ?? (await probes.fetchElectron());
    if (electron !== null) return { kind: 'electron', electron };
  }
  if (wish.forced === 'electron') return { kind: 'none', missing: 'electron' };
  const browser = (await probes.findBrowser()) ?? (await probes.fetchBrowser());
  if (browser === null) return { kind: 'none', missing: 'browser' };
  return wish.display || wish.headless ? { kind: 'stand-in', browser } : { kind: 'tour', browser };
}
