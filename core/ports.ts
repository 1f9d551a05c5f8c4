// What core asks of the world: tiny interfaces that state their promises. Adapters live in electron/, fakes
// in test/support.
import type { Result } from './kernel/result.ts';

export interface Clock {
  /** Milliseconds since 1970, for timeouts and the day in Rome; may jump either way. */
  now(): number;
}

export interface IdSource {
  /** A fresh UUID (version 7, in time order): never the same twice, also across restarts. */
  next(): string;
  /**
   * The UUID of a name below another UUID: the same for the same pair on every machine, and another one for
   * every other pair. It begins with the time of `base`, so that ids stay in time order.
   */
  named(base: string, name: string): string;
}

export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
}

/**
 * One JSON document on disk. `write` returns only when the whole of it is durable; a crash leaves the old or
 * the new one, never a mixture.
 */
export interface DocumentStore<T> {
  /**
   * The document, undefined where there is none yet, or why it cannot be read (the file is then still there,
   * untouched).
   */
  read(): Result<T | undefined, { readonly reason: 'unreadable'; readonly detail: string }>;
  /** Throws where it could not be made durable; the old document is then still whole. */
  write(document: T): void;
  /**
   * True where what was read last is, byte for byte, what this very program wrote: it need not be checked
   * field by field. Absent: never.
   */
  isOwn?(): boolean;
  /**
   * Puts an unreadable file out of the way under another name, and says which; null where it cannot be moved:
   * it stays, and is not written over.
   */
  moveAside(): string | null;
}

/** Lines added to a file one by one: what a large document need not be written anew for. */
export interface LineStore {
  /** Bytes of all whole lines. */
  readonly bytes: number;
  /**
   * The whole lines, oldest first, none where there is no file. A last one without its end was never promised
   * to anybody and is left out.
   */
  read(): Result<readonly string[], { readonly reason: 'unreadable' }>;
  /**
   * Returns only when the line is durable; throws where it could not be, and then it is not there. The line
   * holds no line break.
   */
  append(line: string): void;
  clear(): void;
  /** Puts the file out of the way under another name, and says which; undefined where there is none. */
  moveAside(): string | undefined;
}

/** Technical events for support; never personal data, never secrets. */
export interface Log {
  info(event: string, data?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, data?: Readonly<Record<string, string | number | boolean>>): void;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, from the backend's root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/**
 * `unreachable`: no connection, the request was surely not processed. `no-answer`: sent, and nobody knows.
 */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'no-answer' };

/** Never rejects: whatever happens is an answer. Header names come in lower case. */
export type Fetch = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Scheduler {
  /** Runs `task` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, task: () => void): () => void;
}

/**
 * A secret kept by the operating system's own store; where it cannot be written it lives as long as the
 * process. Never throws.
 */
export interface Secrets {
  read(name: string): string | undefined;
  write(name: string, value: string | undefined): void;
}

/**
 * Shows a notification of the system; false where it could not be shown, and nobody has seen it then.
 * `clicked` may come much later, or never. Never rejects.
 */
export type Notify = (
  words: { readonly title: string; readonly body: string },
  clicked: () => void,
) => Promise<boolean>;

/** A file that a person chose once, and that the program writes anew by itself. */
export interface ChosenFile {
  /** Asks the person where; null where they changed their mind. */
  choose(suggestedName: string): Promise<string | null>;
  /** The text that lies there; undefined where there is none, or none that can be read. */
  read(path: string): string | undefined;
  /**
   * The whole text or none of it: what was there before stays where it could not be written. `code`: the
   * system's short word for why.
   */
  write(path: string, text: string): Result<null, { readonly code: string }>;
}
