import { textCall, type Bridge } from '../core/bridge/contract.ts';

declare global {
  interface Window {
    /** The preload script exposes it. It is the page's only way to the main process. */
    readonly allinea: Bridge;
  }
}

/** A command is made a text here: an object would be copied to the preload script value by value. */
export const bridge: Bridge = {
  call: (name, payload) =>
    name === textCall
      ? window.allinea.call(textCall, JSON.stringify(payload))
      : window.allinea.call(name, payload),
  onChanged: (listener) => window.allinea.onChanged(listener),
  onOpen: (listener) => window.allinea.onOpen(listener),
};
