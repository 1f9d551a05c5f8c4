import type { Bridge } from '../core/bridge/contract.ts';

declare global {
  interface Window {
    /** Exposed by the preload script; the only way out of the page. */
    readonly allinea: Bridge;
  }
}

/** The main process, as the screen sees it. */
export const bridge: Bridge = window.allinea;
