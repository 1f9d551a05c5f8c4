// What core asks of the world: small interfaces that state their promises. The adapters live in
// electron/, the fakes in test/support.
import type { Result } from './kernel/result.ts';

export interface Clock {
  /** Milliseconds since 1970, for timeouts and for the day in Rome. May jump forward or back. */
  now(): number;
}

export interface IdSource {
  /** A fresh UUID (version 7, in time order). It never repeats, not even after a restart. */
  next(): string;
  /**
   * The UUID of a name below another UUID. The same pair gives the same UUID on every machine; another pair
   * gives another UUID. It begins with the time of `base`, so that ids stay in time order.
   */
  named(base: string, name: string): string;
}

export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
}

/**
 * One JSON document on disk. `write` returns only when the whole document is durable. After a crash the file
 * holds the old document or the new one, never a mixture.
 */
export interface DocumentStore<T> {
  /**
   * Returns the document, undefined if there is no file yet, or why it cannot be read. An
   * unreadable file stays untouched.
   */
  read(): Result<T | undefined, { readonly reason: 'unreadable'; readonly detail: string }>;
  /** Throws if the document could not be made durable. The old document is then still whole. */
  write(document: T): void;
  /**
   * True if the document read last is, byte for byte, what this very program wrote. Its fields then need no
   * check. If the method is absent, the answer is never true.
   */
  isOwn?(): boolean;
  /**
   * Renames an unreadable file out of the way and returns the new name. Returns null if it cannot be moved:
   * the file then stays, and must not be overwritten.
   */
  moveAside(): string | null;
}

/**
 * A file to which lines are added one by one, so that a large document need not be written anew each time.
 */
export interface LineStore {
  /** Bytes of all whole lines. */
  readonly bytes: number;
  /**
   * The whole lines, oldest first; empty if there is no file. A last line without its end is left out: nobody
   * was ever promised that it is saved.
   */
  read(): Result<readonly string[], { readonly reason: 'unreadable' }>;
  /**
   * Returns only when the line is durable. Throws if it could not be made durable: the file then does not
   * hold it. The line must hold no line break.
   */
  append(line: string): void;
  clear(): void;
  /** Renames the file and returns the new name. Returns undefined if there is no file. */
  moveAside(): string | undefined;
}

/** Technical events for support. Never personal data, never secrets. */
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
 * `unreachable`: no connection, so the backend surely did not process the request.
 * `no-answer`: the request was sent, and its result is unknown.
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

/** Never rejects: every outcome is an answer. Header names are in lower case. */
export type Fetch = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Scheduler {
  /** Runs `task` once after `delayMs`. The returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/**
 * Secrets in the operating system's own store. A secret that cannot be written there lives as long
 * as the process. Never throws.
 */
export interface Secrets {
  read(name: string): string | undefined;
  write(name: string, value: string | undefined): void;
}

/**
 * Shows a notification of the system. Returns false if it could not be shown: nobody has seen it then.
 * `clicked` may come much later, or never. Never rejects.
 */
export type Notify = (
  words: { readonly title: string; readonly body: string },
  clicked: () => void,
) => Promise<boolean>;

/** A file that a person chose once and that the program then rewrites by itself. */
export interface ChosenFile {
  /** Asks the person for a path. Returns null if the person cancels. */
  choose(suggestedName: string): Promise<string | null>;
  /** The text of the file. Returns undefined if there is no file or it cannot be read. */
  read(path: string): string | undefined;
  /**
   * Writes the whole text or nothing: if the write fails, the file keeps its old text. `code`: the
   * system's short word for why.
   */
  write(path: string, text: string): Result<null, { readonly code: string }>;
}
