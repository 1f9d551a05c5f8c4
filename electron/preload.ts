// The page's side of the bridge. It runs in a sandbox, in its own world. The page gets only these functions
// and nothing else of Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import {
  callNames,
  changedEvent,
  openEvent,
  textCall,
  type Bridge,
  type CallName,
  type ChangedMessage,
  type WindowBridge,
} from '../core/bridge/contract.ts';

type OpenTarget = Parameters<Parameters<Bridge['onOpen']>[0]>[0];

const known: ReadonlySet<string> = new Set(callNames);

/** The first snapshot of the desk. It is requested while the page's own scripts are still loading. */
let firstPicture: ReturnType<typeof ipcRenderer.invoke> | undefined = ipcRenderer.invoke(
  'app/snapshot' satisfies CallName,
  null,
);
// The caller that takes the snapshot gets its failure too.
firstPicture.catch(() => undefined);

/**
 * Changes that came before the page had a listener. Their revision tells the page
 * whether its snapshot is too old.
 */
const missed: ChangedMessage[] = [];
const keep = (_event: IpcRendererEvent, change: ChangedMessage): void => void missed.push(change);
ipcRenderer.on(changedEvent, keep);

/** The screen that was asked for before the page had a listener. */
const wanted: OpenTarget[] = [];
const keepTarget = (_event: IpcRendererEvent, target: OpenTarget): void => void wanted.splice(0, 1, target);
ipcRenderer.on(openEvent, keepTarget);

const submit: WindowBridge['submit'] = (command) => ipcRenderer.invoke(textCall, command);

const bridge: WindowBridge = {
  submit,

  call(name, payload) {
    if (!known.has(name)) return Promise.reject(new Error('unknown-call'));
    if (name === textCall) return submit(JSON.stringify(payload)).then((answer) => JSON.parse(answer));
    if (name !== 'app/snapshot' || firstPicture === undefined) return ipcRenderer.invoke(name, payload);
    const taken = firstPicture;
    firstPicture = undefined;
    return taken;
  },

  onChanged(listener) {
    // The event object belongs to Electron and stays on this side.
    const forward = (_event: IpcRendererEvent, change: ChangedMessage): void => listener(change);
    ipcRenderer.removeListener(changedEvent, keep);
    ipcRenderer.on(changedEvent, forward);
    for (const change of missed.splice(0)) listener(change);
    return () => {
      ipcRenderer.removeListener(changedEvent, forward);
    };
  },

  onOpen(listener) {
    const forward = (_event: IpcRendererEvent, target: OpenTarget): void => listener(target);
    ipcRenderer.removeListener(openEvent, keepTarget);
    ipcRenderer.on(openEvent, forward);
    for (const target of wanted.splice(0)) listener(target);
    return () => {
      ipcRenderer.removeListener(openEvent, forward);
    };
  },
};

contextBridge.exposeInMainWorld('allinea', bridge);
