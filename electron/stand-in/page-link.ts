// Messages between the main process and the page, over Chromium's debugging pipe. The page calls a binding;
// the main process calls a function of the page.
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { CDPSession, Page } from 'puppeteer-core';
import { toText } from './clone-text.ts';
import {
  initScript,
  type InvokeMessage,
  type LinkNames,
  type Parcel,
  type Piece,
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
    message: InvokeMessage,
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
   * Sends an event to the page, with its arguments as a text. No event is lost between the start of the
   * document and its first script.
   */
  send(channel: string, args: string): void {
    if (this.#document !== undefined)
      void this.#deliver(this.#document, { message: { kind: 'event', channel, args }, long: [] });
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
    const { id, channel } = message;
    this.#events
      .invoke(message, caller)
      .then((value) => replyOf(id, value))
      .then(
        (reply) => this.#deliver(document, reply),
        (error: unknown) => {
          const why = `Error invoking remote method '${channel}': ${String(error)}`;
          return this.#deliver(document, { message: { kind: 'failure', id, message: why }, long: [] });
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
  async #deliver(document: LoadedDocument, outgoing: Outgoing): Promise<void> {
    const ready = Promise.all([document.receiver, parcelOf(outgoing), this.#earlier]);
    // A failure of one message must not hold back the next.
    this.#earlier = ready.catch(() => undefined);
    const [objectId, value] = await ready;
    if (objectId === undefined || document !== this.#document) return;
    try {
      await this.#session.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: 'function (parcel) { this(parcel); }',
        arguments: [{ value }],
        silent: true,
      });
    } catch {
      // The document ended meanwhile.
    }
  }
}

/**
 * Texts of this length or more are packed: on the way to the page a text is copied and escaped several times.
 */
const longText = 100_000;

const deflate = promisify(deflateRaw);

async function piece(text: string): Promise<Piece> {
  if (text.length < longText) return { text, packed: false };
  const bytes = await deflate(text, { level: 1 });
  return { text: bytes.toString('base64'), packed: true };
}

/** A message, and the long texts of its value that travel beside it, by name. */
interface Outgoing {
  readonly message: ToPage;
  readonly long: readonly (readonly [name: string, text: string])[];
}

/** The long texts stand beside the message: inside it they would be escaped once more. */
function replyOf(id: number, value: unknown): Outgoing {
  const long = Object.entries(typeof value === 'object' && !Array.isArray(value) ? (value ?? {}) : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length >= longText,
  );
  const rest =
    long.length === 0
      ? value
      : { ...(value as object), ...Object.fromEntries(long.map(([name]) => [name, ''])) };
  return { message: { kind: 'reply', id, value: toText(rest) }, long };
}

async function parcelOf({ message, long }: Outgoing): Promise<Parcel> {
  const [head, texts] = await Promise.all([
    piece(JSON.stringify(message)),
    Promise.all(long.map(async ([name, content]) => [name, await piece(content)] as const)),
  ]);
  return { message: head, texts };
}
