// Messages between the main process and the page, over Chromium's debugging pipe. The page calls a binding;
// the main process calls a function of the page.
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createInflateRaw, deflateRaw } from 'node:zlib';
import type { CDPSession, Page } from 'puppeteer-core';
import { toText, type CloneText } from './clone-text.ts';
import {
  initScript,
  type Invocation,
  type LinkNames,
  type Parcel,
  type ToMain,
  type ToPage,
} from './page-shim.ts';
import { pageOrigin } from './protocol.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageEvents {
  /** Resolves with the answer. Rejects with an error that the page may see. */
  invoke(
    message: { readonly channel: string; readonly args: CloneText },
    caller: { readonly isMainFrame: boolean; readonly origin: string } | null,
  ): Promise<unknown>;
  place(place: Place): void;
  /** The person has pressed something in the page. */
  used(): void;
  windowOpen(url: string): void;
}

interface Context {
  readonly isMainFrame: boolean;
  readonly origin: string;
}

/** The document in the window now, and its function that receives our messages. */
interface LoadedDocument {
  readonly context: number;
  readonly receiver: Promise<string | undefined>;
}

/**
 * The link to the page's current document. Messages for an earlier document are dropped, as Electron does.
 */
export class PageLink {
  readonly #session: CDPSession;
  readonly #names: LinkNames;
  readonly #events: PageEvents;
  readonly #contexts = new Map<number, Context>();
  #document: LoadedDocument | undefined;
  #earlier: Promise<unknown> = Promise.resolve();
  /** The call that is still being unpacked. Later calls wait for it. */
  #unpacking: Promise<void> | undefined;

  private constructor(session: CDPSession, names: LinkNames, events: PageEvents) {
    this.#session = session;
    this.#names = names;
    this.#events = events;
  }

  static async open(page: Page, preload: string, events: PageEvents): Promise<PageLink> {
    const session = await page.createCDPSession();
    const token = randomUUID().replaceAll('-', '');
    const link = new PageLink(session, { binding: `link${token}`, handover: `take${token}` }, events);
    await link.#start(preload);
    return link;
  }

  async #start(preload: string): Promise<void> {
    const session = this.#session;
    const { frameTree } = await session.send('Page.getFrameTree');
    const mainFrame = frameTree.frame.id;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, isDefault } = (context.auxData ?? {}) as { frameId?: string; isDefault?: boolean };
      this.#contexts.set(context.id, {
        isMainFrame: frameId === mainFrame && isDefault === true,
        origin: context.origin,
      });
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    );
    session.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#names.binding) this.#receive(JSON.parse(payload) as ToMain, executionContextId);
    });
    session.on('Page.windowOpen', ({ url }) => this.#events.windowOpen(url));
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: this.#names.binding }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: initScript(this.#names, pageOrigin, preload),
      }),
    ]);
  }

  /**
   * Sends an event to the page. No event is lost between the start of the document and its first script.
   */
  send(channel: string, args: CloneText): void {
    if (this.#document !== undefined) void this.#deliver(this.#document, { kind: 'event', channel }, args);
  }

  #receive(message: ToMain, contextId: number): void {
    if (message.kind === 'hello') {
      this.#document = { context: contextId, receiver: this.#takeReceiver(contextId) };
      return;
    }
    if (message.kind === 'place') return this.#events.place(message);
    if (message.kind === 'used') return this.#events.used();
    const document = this.#document;
    if (document?.context !== contextId) return;
    const caller = this.#contexts.get(contextId) ?? null;
    const { id, channel, text } = message;
    const invoke = (long: readonly string[]): void =>
      this.#invoke(document, { id, channel, args: { text, long } }, caller);
    if (this.#unpacking === undefined && message.long.length === 0) return invoke([]);
    const turn = Promise.all([unpacked(message.long), this.#unpacking]).then(([long]) => {
      if (this.#unpacking === turn) this.#unpacking = undefined;
      invoke(long);
    });
    this.#unpacking = turn;
  }

  #invoke(
    document: LoadedDocument,
    { id, channel, args }: { readonly id: number; readonly channel: string; readonly args: CloneText },
    caller: Context | null,
  ): void {
    this.#events
      .invoke({ channel, args }, caller)
      .then(toText)
      .then(
        (reply) => this.#deliver(document, { kind: 'reply', id }, reply),
        (error: unknown) => {
          const why = `Error invoking remote method '${channel}': ${String(error)}`;
          return this.#deliver(document, { kind: 'failure', id, message: why }, none);
        },
      );
  }

  async #takeReceiver(contextId: number): Promise<string | undefined> {
    const name = JSON.stringify(this.#names.handover);
    const expression = `(() => { const receive = globalThis[${name}]; delete globalThis[${name}]; return receive; })()`;
    try {
      const { result } = await this.#session.send('Runtime.evaluate', { contextId, expression });
      return result.objectId;
    } catch {
      return undefined;
    }
  }

  /** Delivers messages in the order of the calls, even if packing one takes longer. */
  #deliver(document: LoadedDocument, head: ToPage, content: CloneText): Promise<void> {
    const ready = Promise.all([document.receiver, parcelOf(head, content), this.#earlier]);
    const delivered = ready.then(([objectId, messages]) => this.#send(document, objectId, messages));
    // A failure of one message must not hold back the next.
    this.#earlier = delivered.catch(() => undefined);
    return delivered;
  }

  /** Between the slices of a long message the main process can do something else. */
  async #send(
    document: LoadedDocument,
    objectId: string | undefined,
    messages: readonly (string | Parcel)[],
  ): Promise<void> {
    for (const value of messages) {
      if (objectId === undefined || document !== this.#document) return;
      const sent = this.#session.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: 'function (message) { this(message); }',
        arguments: [{ value }],
        silent: true,
      });
      sent.catch(ended);
      if (messages.length > 1) await setImmediate();
    }
  }
}

/** A text of this length or more is packed: Chromium copies and escapes it on the way to the page. */
const longText = 50_000;
/** Chromium reads so much in a few milliseconds. */
const slice = 50_000;
/** So many bytes become a text in a few milliseconds. */
const piece = 2 ** 18;
const none: CloneText = { text: '', long: [] };

/** What is sent fails if the document ends meanwhile. */
const ended = (): void => undefined;

const deflate = promisify(deflateRaw);

/** The parcel, and before it the slices of its long texts. */
async function parcelOf(head: ToPage, { text, long }: CloneText): Promise<readonly (string | Parcel)[]> {
  const texts = text.length < longText ? long : [text, ...long];
  const packed: Buffer[] = [];
  // One after the other: to begin with forty of them would hold the main process.
  for (const one of texts) packed.push(await deflate(one, { level: 1 }));
  const sliced = packed.map((bytes) => {
    const base64 = bytes.toString('base64');
    return Array.from({ length: Math.ceil(base64.length / slice) }, (_, index) =>
      base64.slice(index * slice, (index + 1) * slice),
    );
  });
  const parcel = { head, text: texts === long ? text : null, slices: sliced.map(({ length }) => length) };
  return [...sliced.flat(), parcel];
}

/** In pieces, between which the main process can do something else. */
async function unpackedText(packed: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  const inflated = createInflateRaw({ chunkSize: piece });
  inflated.end(Buffer.from(packed, 'base64'));
  for await (const bytes of inflated) text += decoder.decode(bytes as Buffer, { stream: true });
  return text + decoder.decode();
}

/** Unpacks texts one after the other: several at once would hold the main process. */
async function unpacked(long: Invocation['long']): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const packed of long) texts.push(await unpackedText(packed));
  return texts;
}
