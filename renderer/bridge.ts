import type { Bridge } from '../core/bridge/contract.ts';

declare global {
  interface Window {
    /** The preload script exposes it. It is the page's only way to the main process. */
    readonly allinea: Bridge;
  }
}

export const bridge: Bridge = window.allinea;
