// The page's end of the bridge. Runs sandboxed, in a world of its own; the page gets these two functions and nothing of Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { callNames, changedEvent, openEvent, type Bridge, type ChangedEvent } from '../core/bridge/contract.ts';

const known: ReadonlySet<string> = new Set(callNames);

const bridge: Bridge = {
  call: (name, payload) => (known.has(name) ? ipcRenderer.invoke(name, payload) : Promise.reject(new Error('unknown-call'))),

  onChanged(listener) {
    // The event object is Electron's and stays on this side.
    const forward = (_event: IpcRendererEvent, change: ChangedEvent): void => listener(change);
    ipcRenderer.on(changedEvent, forward);
    return () => {
      ipcRenderer.removeListener(changedEvent, forward);
    };
  },

  onOpen(listener) {
    const forward = (_event: IpcRendererEvent, target: Parameters<typeof listener>[0]): void => listener(target);
    ipcRenderer.on(openEvent, forward);
    return () => {
      ipcRenderer.removeListener(openEvent, forward);
    };
  },
};

contextBridge.exposeInMainWorld('allinea', bridge);
