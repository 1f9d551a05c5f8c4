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
 * holds the old document or the new one, never a mixture. Nothing that could be read is ever overwritten.
 */
export interface DocumentStore<T> {
  /**
   * Returns the document, undefined if there is no file yet, or why it cannot be read: a document whose sum
   * is wrong is unreadable, whatever it says. Reading changes nothing on the disk.
   */
  read(): Result<T | undefined, { readonly reason: 'unreadable'; readonly detail: string }>;
  /**
   * The beginning of the file as text: enough for the first fields of the document. Undefined if there is no
   * file, or if it cannot be read.
   */
  firstBytes(): string | undefined;
  /**
   * Throws if the document could not be made durable. The old document is then still whole. Returns the new
   * name of a file that somebody had put in the document's place since it was read or written; null if
   * nobody had.
   */
  write(document: T): string | null;
  /**
   * True if the document read last is, byte for byte, what this very program wrote. Its fields then need no
   * check. If the method is absent, the answer is never true.
   */
  isOwn?(): boolean;
  /** The version of Allinea that wrote the document read last, if the file says it. */
  author?(): string | undefined;
  /**
   * Renames a file out of the way and returns the new name: it is damaged, or it is readable and somebody
   * put it in the place of a newer one. Returns null if it cannot be moved: the file then stays, and must not
   * be overwritten.
   */
  moveAside(why?: 'damaged' | 'put-back'): string | null;
}

/**
 * A file to which lines are added one by one, so that a large document need not be written anew each time.
 */
export interface LineStore {
  /** Bytes of all whole lines. */
  readonly bytes: number;
  /**
   * The whole lines, oldest first; empty if there is no file. A last line without its end is left out: nobody
   * was ever promised that it is saved. Reading changes nothing on the disk.
   */
  read(): Result<readonly string[], { readonly reason: 'unreadable' }>;
  /**
   * Returns only when the line is durable in the file that has this name. Throws if it could not be made
   * durable: the file then does not hold it. Throws FileReplaced if somebody else has touched or replaced
   * the file since it was read or written. The line must hold no line break.
   */
  append(line: string): void;
  /** Throws FileReplaced as `append` does. */
  clear(): void;
  /** Renames the file and returns the new name. Returns undefined if there is no file. */
  moveAside(why?: 'damaged' | 'put-back'): string | undefined;
}

/** Thrown by a LineStore whose file is no longer the one that this program wrote. */
export class FileReplaced extends Error {
  readonly code = 'file-replaced';
}

/** The end of a journal: the number, the sum and the time (milliseconds since 1970) of its last line. */
export interface EndMark {
  readonly seq: number;
  readonly sum: string;
  readonly at: number;
}

/** An end that is kept apart from the journal. */
export interface KeptEnd extends EndMark {
  /**
   * The number and the sum of the first line since lines were last given up as missing: it may have the
   * number of one of those. Null if there is no such line, or if an older version kept this end. The sum may
   * be cut.
   */
  readonly first: Pick<EndMark, 'seq' | 'sum'> | null;
}

/**
 * Keeps the end of the journal apart from the journal, so that lines that vanish are noticed. It is a help
 * and no promise: it may be older than the journal, or unknown.
 */
export interface EndKeeper {
  /** The ends that were kept last, one for each place where they are kept. Empty if none is known. */
  read(): readonly KeptEnd[];
  /** Never throws. */
  keep(end: KeptEnd): void;
}

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Digest = (text: string) => string;

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
 * `too-big`: the same. The answer was larger than the limit, so the rest of it was not read.
 */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'too-big' };

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

/** What a person does with a notification: opens what it is about, or says that it was read. */
export type NotificationAnswer = 'clicked' | 'read';

/**
 * Shows a notification of the system. Returns false if it could not be shown: nobody has seen it then.
 * `heard` may come much later, or never: some systems show no button `read`. Never rejects.
 */
export type Notify = (
  words: { readonly title: string; readonly body: string; readonly read: string },
  heard: (what: NotificationAnswer) => void,
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
