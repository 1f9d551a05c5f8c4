import { textCall, type Bridge, type WindowBridge } from '../core/bridge/contract.ts';

declare global {
  interface Window {
    /** The preload script exposes it. It is the page's only way to the main process. */
    readonly allinea: WindowBridge;
  }
}

/** A command and its answer are texts beyond here: the preload script would copy objects value by value. */
export const bridge: Bridge = {
  call: (name, payload) =>
    name === textCall
      ? window.allinea.submit(JSON.stringify(payload)).then((answer) => JSON.parse(answer))
      : window.allinea.call(name, payload),
  onChanged: (listener) => window.allinea.onChanged(listener),
  onOpen: (listener) => window.allinea.onOpen(listener),
};
