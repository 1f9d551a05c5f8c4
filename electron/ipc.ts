// The main process's side of the bridge. Each call checks the sender and the payload before its handler runs.
// The only file that knows ipcMain.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { callNames, changedEvent, textCall, type CallName } from '../core/bridge/contract.ts';
import { callSchemas } from '../core/bridge/schemas.ts';
import { parse, z } from '../core/kernel/parse.ts';
import type { Log } from '../core/ports.ts';
import { answeringTo } from './adapters/calling-window.ts';
import type { Application, CrossingHandlers, Handlers, ProgramCall } from './application.ts';
import { isAppUrl } from './security.ts';

/** A list of 50,000 services takes a third of it. */
const commandText = z.string().max(100_000_000);

/**
 * What a payload must be. The commands, with all their decisions, are loaded only for a copy between studios:
 * at the start of the program they would hold this process.
 */
async function schemaOf(name: CallName): Promise<z.ZodType> {
  if (name === textCall) return commandText;
  if (name === 'studios/copy')
    return (await import('../core/bridge/command-schemas.ts')).commandCallSchemas[name];
  return callSchemas[name];
}

/** The only error that the page sees if something unexpected happens. The rest is in the log. */
const internalError = 'internal-error';

/** Ignores that the desk could not be opened: main ends the program and reports it once. */
const withoutDesk = (): void => undefined;

/**
 * Answers every call of the contract for connected windows. A call that comes before the desk is
 * open waits for it. Returns a function that connects a window: until it is closed, the window may
 * call and receives the changes.
 */
export function answerCalls({
  application,
  program,
  log,
}: {
  readonly application: Promise<Application>;
  readonly program: Handlers<ProgramCall>;
  readonly log: Log;
}): (window: BrowserWindow) => void {
  const windows = new Set<BrowserWindow>();
  const handlers = application.then((opened): CrossingHandlers<CallName> => ({
    ...opened.handlers,
    ...program,
  }));
  handlers.catch(withoutDesk);
  for (const name of callNames) {
    ipcMain.handle(name, async (event, payload: unknown) => {
      const caller = [...windows].find((window) => isFrom(event, window));
      if (caller === undefined) {
        log.error('call.refused', { call: name });
        throw new Error(internalError);
      }
      return answeringTo(caller, () => answerCall(name, payload, handlers, log));
    });
  }
  return (window) => {
    windows.add(window);
    window.once('closed', () => windows.delete(window));
    void application.then((opened) => {
      if (!windows.has(window)) return;
      // One listener for each window, so that a failure in one does not affect the others.
      const stop = opened.onChanged((message) => {
        if (!window.isDestroyed()) window.webContents.send(changedEvent, message);
      });
      window.once('closed', stop);
    }, withoutDesk);
  };
}

/**
 * electron-store listens for pages as soon as its first store is made, and would tell them the path of the
 * data folder. Call it after each store was made.
 */
export function silenceStore(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}

/** True if the call comes from the main frame of this window and the frame shows one of our pages. */
export function isFrom(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'>,
): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    isAppUrl(frame.url)
  );
}

/**
 * Checks the payload, runs the handler and returns its answer. A payload of the wrong form gives a
 * `bad-input` refusal. Of a command only the text is checked: the desk's thread checks the rest. Any
 * exception becomes one error without details.
 */
export async function answerCall<N extends CallName>(
  name: N,
  payload: unknown,
  handlers: CrossingHandlers<N> | Promise<CrossingHandlers<N>>,
  log: Log,
): Promise<unknown> {
  const reading = parse(await schemaOf(name), payload);
  if (!reading.ok) {
    log.error('call.bad-input', { call: name, field: reading.error.field });
    // A snapshot is not a Result, so it cannot return a refusal.
    if (name === 'app/snapshot') throw new Error(internalError);
    return name === textCall ? JSON.stringify(reading) : reading;
  }
  try {
    return await ((await handlers) as Record<N, (payload: unknown) => unknown>)[name](reading.value);
  } catch (error) {
    log.error('call.failed', { call: name, ...traceOf(error) });
  }
  // Outside the catch, so that the error does not carry its cause to the page.
  throw new Error(internalError);
}

/** The place of the error, never its message: messages quote data. */
function traceOf(error: unknown): { readonly error: string; readonly where: string } {
  if (!(error instanceof Error)) return { error: 'not-an-error', where: '-' };
  const place = /([\w.-]+:\d+:\d+)\)?$/m.exec(
    error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '',
  );
  return { error: error.name, where: place?.[1] ?? '-' };
}
