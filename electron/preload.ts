// The page's end of the bridge. Runs sandboxed, in a world of its own; the page gets these two functions and
// nothing of Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import {
  callNames,
  changedEvent,
  openEvent,
  type Bridge,
  type CallName,
  type ChangedEvent,
} from '../core/bridge/contract.ts';

const known: ReadonlySet<string> = new Set(callNames);

/** The first picture of the desk: it is on its way while the page's own scripts are still being read. */
let firstPicture: ReturnType<typeof ipcRenderer.invoke> | undefined = ipcRenderer.invoke(
  'app/snapshot' satisfies CallName,
  null,
);
// Whoever takes it hears of a failure.
firstPicture.catch(() => undefined);

/**
 * What has changed since, for the page's first listener: by the revision it knows whether its picture is too
 * old.
 */
const missed: ChangedEvent[] = [];
const keep = (_event: IpcRendererEvent, change: ChangedEvent): void => void missed.push(change);
ipcRenderer.on(changedEvent, keep);

const bridge: Bridge = {
  call(name, payload) {
    if (!known.has(name)) return Promise.reject(new Error('unknown-call'));
    if (name !== 'app/snapshot' || firstPicture === undefined) return ipcRenderer.invoke(name, payload);
    const taken = firstPicture;
    firstPicture = undefined;
    return taken;
  },

  onChanged(listener) {
    // The event object is Electron's and stays on this side.
    const forward = (_event: IpcRendererEvent, change: ChangedEvent): void => listener(change);
    ipcRenderer.removeListener(changedEvent, keep);
    ipcRenderer.on(changedEvent, forward);
    for (const change of missed.splice(0)) listener(change);
    return () => {
      ipcRenderer.removeListener(changedEvent, forward);
    };
  },

  onOpen(listener) {
    const forward = (_event: IpcRendererEvent, target: Parameters<typeof listener>[0]): void =>
      listener(target);
    ipcRenderer.on(openEvent, forward);
    return () => {
      ipcRenderer.removeListener(openEvent, forward);
    };
  },
};

contextBridge.exposeInMainWorld('allinea', bridge);
