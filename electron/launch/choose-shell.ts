// Which program shows Allinea: Electron where it can be had, else an installed Chromium, else one that is
// fetched now. Decisions only; the looking is in the probes.

export interface Electron {
  readonly executable: string;
  readonly version: string;
}

export interface Browser {
  readonly executable: string;
  /** As people call it: "Chromium 156". */
  readonly name: string;
}

export interface Wish {
  readonly forced: 'electron' | 'stand-in' | null;
  readonly headless: boolean;
  /** False on Linux without X or Wayland: no window can open. */
  readonly display: boolean;
}

/** Each looks, or fetches, and gives null where there is nothing that runs. */
export interface Probes {
  findElectron(): Promise<Electron | null>;
  fetchElectron(): Promise<Electron | null>;
  findBrowser(): Promise<Browser | null>;
  fetchBrowser(): Promise<Browser | null>;
}

export type Shell =
  | { readonly kind: 'electron'; readonly electron: Electron }
  | { readonly kind: 'stand-in'; readonly browser: Browser }
  /** No display: the screens are shown as pictures instead. */
  | { readonly kind: 'tour'; readonly browser: Browser }
  | { readonly kind: 'none'; readonly missing: 'electron' | 'browser' };

/**
 * The first that works, in the order above. Without a display, or headless, Electron cannot help and is not
 * looked for.
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
