// What the preload script gets from `require('electron')`. It runs in the page,
// before the page's own scripts.
import { fromText, toText } from './clone-text.ts';

/**
 * Two names by which page and main process find each other. Both are removed from the page
 * before its first script runs.
 */
export interface LinkNames {
  /** A function that Chromium adds. It sends one text to the main process. */
  readonly binding: string;
  /** The property where the main process finds the function that receives its messages. */
  readonly handover: string;
}

export type ToMain =
  | { readonly kind: 'hello' }
  | { readonly kind: 'used' }
  | {
      readonly kind: 'place';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | InvokeMessage;

export interface InvokeMessage {
  readonly kind: 'invoke';
  readonly id: number;
  readonly channel: string;
  /** The arguments as a text (clone-text.ts). */
  readonly args: string;
}

/** `value`, `args`: as texts (clone-text.ts). */
export type ToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string };

/** A text on its way to the page. `packed`: deflated, in base64. */
export interface Piece {
  readonly text: string;
  readonly packed: boolean;
}

/** A message on its way: JSON, and beside it the long texts of a reply's value, by name. */
export interface Parcel {
  readonly message: Piece;
  readonly texts: readonly (readonly [name: string, text: Piece])[];
}

type Listener = (event: object, ...args: readonly unknown[]) => void;

/**
 * The script for the page: the shim, then the preload bundle with `require` bound to the shim. It runs only
 * in the top frame of `origin`.
 */
export function initScript(names: LinkNames, origin: string, preload: string): string {
  return `if (window === window.top && location.origin === ${JSON.stringify(origin)}) {
  const electron = (${pageShim.toString()})(${JSON.stringify(names)}, ${toText.toString()}, ${fromText.toString()});
  ((require, module, exports) => {\n${preload}\n})((name) => { if (name !== 'electron') throw new Error('module not found: ' + name); return electron; }, { exports: {} }, {});
}`;
}

/** It is sent as text, so it may use nothing from outside itself. */
function pageShim(
  names: LinkNames,
  textOf: (value: unknown) => string,
  valueOf: (text: string) => unknown,
): object {
  const page = globalThis as unknown as Record<string, unknown>;
  const binding = page[names.binding] as (text: string) => void;
  delete page[names.binding];
  const waiting = new Map<
    number,
    { readonly done: (value: unknown) => void; readonly fail: (error: Error) => void }
  >();
  const listeners = new Map<string, Set<Listener>>();
  let last = 0;

  const send = (message: ToMain): void => binding(JSON.stringify(message));

  /** The parcel that is still being unpacked. Later parcels wait for it. */
  let unpacking: Promise<void> | undefined;

  function receive({ message, texts }: Parcel): void {
    if (unpacking === undefined && !message.packed && texts.length === 0)
      return take(JSON.parse(message.text) as ToPage);
    const turn = (unpacking ?? Promise.resolve()).then(async () => {
      const [text, ...beside] = await Promise.all([message, ...texts.map(([, piece]) => piece)].map(unpack));
      const whole = JSON.parse(text ?? '') as ToPage;
      take(whole, Object.fromEntries(texts.map(([name], index) => [name, beside[index]])));
      if (unpacking === turn) unpacking = undefined;
    });
    unpacking = turn;
  }

  async function unpack({ text, packed }: Piece): Promise<string> {
    if (!packed) return text;
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
    return new Response(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
    ).text();
  }

  /** `beside`: the long texts of a reply's value, by name. */
  function take(message: ToPage, beside: Readonly<Record<string, unknown>> = {}): void {
    if (message.kind === 'event') {
      const args = valueOf(message.args) as readonly unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') {
      const value = valueOf(message.value);
      call?.done(value instanceof Object ? Object.assign(value, beside) : value);
    } else call?.fail(new Error(message.message));
  }
  Object.defineProperty(page, names.handover, { value: receive, configurable: true });
  send({ kind: 'hello' });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellPlace = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => send({ kind: 'place', x: screenX, y: screenY, width: outerWidth, height: outerHeight }),
      200,
    );
  };
  // Moving a window raises no event. The place is sent when the person turns to something else.
  for (const type of ['resize', 'blur', 'focus']) addEventListener(type, tellPlace);
  tellPlace();
  // Several pages may believe that they have the focus, at least in tests. The window in use is the one in
  // which the person presses something.
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(
      type,
      () => {
        send({ kind: 'used' });
        tellPlace();
      },
      true,
    );
  }

  const off = (channel: string, listener: Listener): void => void listeners.get(channel)?.delete(listener);
  /** Copies as Electron's bridge does: no prototypes, no symbols, functions and promises through proxies. */
  function across(value: unknown, depth = 0): unknown {
    if (depth > 1000) throw new TypeError('Electron contextBridge recursion depth exceeded.');
    if (typeof value === 'symbol') return undefined;
    if (typeof value === 'function')
      return (...args: readonly unknown[]): unknown => {
        try {
          return across(value(...args.map((one) => across(one))));
        } catch (error) {
          throw across(error);
        }
      };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise)
      return value.then(
        (result) => across(result),
        (error: unknown) => Promise.reject(across(error)),
      );
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map((one) => across(one, depth + 1));
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
  return {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown): void {
        if (name in page) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
        const exposed = across(api);
        deepFreeze(exposed);
        Object.defineProperty(page, name, { value: exposed, enumerable: true });
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
        new Promise((done, fail) => {
          last += 1;
          send({ kind: 'invoke', id: last, channel, args: textOf(args) });
          waiting.set(last, { done, fail });
        }),
      on(channel: string, listener: Listener): void {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off,
      removeListener: off,
    },
  };
}
