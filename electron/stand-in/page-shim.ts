// What the preload script gets from `require('electron')`. It runs in the page,
// before the page's own scripts.
import { fromText, toText, type CloneText } from './clone-text.ts';

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
  | Invocation;

export interface Invocation {
  readonly kind: 'invoke';
  readonly id: number;
  readonly channel: string;
  /** The arguments as a text (clone-text.ts). */
  readonly text: string;
  /** The long texts in them, deflated, in base64. */
  readonly long: readonly string[];
}

/** What a parcel is. Its text is the value of a reply, or the arguments of an event. */
export type ToPage =
  | { readonly kind: 'reply'; readonly id: number }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string };

/**
 * A message on its way to the page, with a value as a text (clone-text.ts). Long texts are deflated, in
 * base64, and go before it in slices: Chromium reads what a message holds as a script, all at once.
 */
export interface Parcel {
  readonly head: ToPage;
  /** Null: it is the first of the long ones. */
  readonly text: string | null;
  /** The number of slices of each long text. */
  readonly slices: readonly number[];
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
  textOf: (value: unknown) => CloneText,
  valueOf: (content: CloneText) => unknown,
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

  /** The slices of the next parcel that have come. */
  const arrived: string[] = [];

  function receive(message: Parcel | string): void {
    if (typeof message === 'string') return void arrived.push(message);
    const { head, text, slices } = message;
    if (unpacking === undefined && slices.length === 0) return take(head, { text: text ?? '', long: [] });
    const packed = slices.map((count) => arrived.splice(0, count).join(''));
    const turn = (unpacking ?? Promise.resolve()).then(async () => {
      const long: string[] = [];
      // One after the other: each is a task of its own, between which the page can answer.
      for (const one of packed) long.push(await unpack(one));
      take(head, { text: text ?? long.shift() ?? '', long });
      if (unpacking === turn) unpacking = undefined;
    });
    unpacking = turn;
  }

  async function unpack(packed: string): Promise<string> {
    const characters = atob(packed);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
    const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    // Response.text() would take a byte order mark away.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(whole).arrayBuffer());
  }

  /** The call whose long texts are still being packed. Later calls wait for it. */
  let packing: Promise<void> | undefined;

  function invoke(head: Pick<Invocation, 'id' | 'channel'>, { text, long }: CloneText): void {
    const message = { kind: 'invoke', ...head, text } as const;
    if (packing === undefined && long.length === 0) return send({ ...message, long: [] });
    const turn = (packing ?? Promise.resolve()).then(async () => {
      send({ ...message, long: await Promise.all(long.map(pack)) });
      if (packing === turn) packing = undefined;
    });
    packing = turn;
  }

  /** In pieces, between which the page can answer. */
  async function pack(text: string): Promise<string> {
    const piece = 250_000;
    const { readable, writable } = new CompressionStream('deflate-raw');
    const deflated = new Response(readable).blob();
    const writer = writable.getWriter();
    const encoder = new TextEncoder();
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = Math.min(from + piece, text.length);
      // The two halves of a character stay together.
      if (to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to -= 1;
      if (from > 0) await new Promise((done) => setTimeout(done));
      await writer.write(encoder.encode(text.slice(from, to)));
    }
    await writer.close();
    const blob = await deflated;
    return new Promise((done, fail) => {
      const reader = new FileReader();
      reader.addEventListener('error', () => fail(reader.error ?? new Error('unreadable')));
      // The result is an address of the form data:TYPE;base64,CONTENT.
      reader.addEventListener('load', () => done((reader.result as string).replace(/^.*?,/, '')));
      reader.readAsDataURL(blob);
    });
  }

  function take(message: ToPage, content: CloneText): void {
    if (message.kind === 'event') {
      const args = valueOf(content) as readonly unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') call?.done(valueOf(content));
    else call?.fail(new Error(message.message));
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
          invoke({ id: last, channel }, textOf(args));
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
