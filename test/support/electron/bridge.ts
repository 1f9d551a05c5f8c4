// The page's side of Electron. What crosses is copied, as Electron's contextBridge and its IPC copy.
import { EventEmitter } from 'node:events';

const deepest = 1000;

/**
 * A copy as contextBridge makes it: arrays and objects value by value and without their prototypes,
 * functions and promises through proxies, symbols not at all, other data by structured clone.
 */
export function across(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new TypeError('Electron contextBridge recursion depth exceeded.');
  if (typeof value === 'symbol') return undefined;
  if (typeof value === 'function')
    return (...args: readonly unknown[]): unknown => {
      try {
        return across(value(...args.map((argument) => across(argument, depth + 1))), depth + 1);
      } catch (error) {
        throw across(error, depth + 1);
      }
    };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Promise)
    return value.then(
      (result) => across(result, depth + 1),
      (error: unknown) => Promise.reject(across(error, depth + 1)),
    );
  if (value instanceof Error) return new Error(value.message);
  if (Array.isArray(value)) return value.map((item) => across(item, depth + 1));
  if (value instanceof Map || value instanceof Set || value instanceof Date || ArrayBuffer.isView(value))
    return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, across(item, depth + 1)]));
}

function deepFreeze(value: unknown): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}

export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown): void {
    if (exposed.has(name)) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
    const copy = across(api);
    deepFreeze(copy);
    exposed.set(name, copy);
  },
};

/** What the main process answers a page. What crosses is copied both ways, as IPC copies. */
export const mainProcess: { answers: (channel: string, payload: unknown) => unknown } = {
  answers: (channel) => ({ answered: channel }),
};

export const invoked: { readonly channel: string; readonly payload: unknown }[] = [];
class FakeIpcRenderer extends EventEmitter {
  async invoke(channel: string, payload?: unknown): Promise<unknown> {
    const copied = structuredClone(payload);
    invoked.push({ channel, payload: copied });
    return structuredClone(await mainProcess.answers(channel, copied));
  }
}
export const ipcRenderer = new FakeIpcRenderer();
