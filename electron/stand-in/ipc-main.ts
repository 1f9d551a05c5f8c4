// Electron's `ipcMain`: handlers by channel. The window that received a message calls the handler.
import { EventEmitter } from 'node:events';

/** What a handler knows about the caller. */
export interface CallEvent {
  readonly sender: object;
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

type Handler = (event: CallEvent, ...args: readonly unknown[]) => unknown;

class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the channel's handler. Rejects if the channel has no handler. */
  async answer(channel: string, event: CallEvent, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

export const ipcMain = new StandInIpcMain();
