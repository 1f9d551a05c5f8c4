// Stores the vendor's memory: one document, and one line for each commit since the document was written.
import { parse } from '../../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import type { Clock, DocumentStore, LineStore, Log } from '../../../core/ports.ts';
import { lineOf, withLine } from './state-line.ts';
import { documentSchema, fromStored, type SimulatorDocument, type StoredDocument } from './state.ts';

/**
 * More bytes of lines than this are folded into the document. Reading them takes about as long as reading the
 * document of a large office.
 */
const mostBytes = 4 * 1024 * 1024;
/** A start already folds a quarter of that, so that the next start has less to read. */
const mostBytesAtStart = mostBytes / 4;
/**
 * Nothing is answered while the lines are folded. So orders that follow each other closely are not
 * interrupted for it, unless the lines have more bytes than this.
 */
const mostBytesInARow = 4 * mostBytes;
/** A commit follows another one closely if it comes within this time. */
const rowMs = 1000;

export interface MemoryPorts {
  readonly store: DocumentStore<SimulatorDocument>;
  /** If it is absent, each commit writes the whole document. */
  readonly lines?: LineStore;
  readonly log: Log;
  readonly clock: Clock;
}

export interface Memory {
  /**
   * The last durable state. Undefined if there never was one. Refuses a state that does
   * not fit, and names the field.
   */
  load(): Result<SimulatorDocument | undefined, { readonly field: string }>;
  /** Makes a first state durable, as a whole. */
  start(state: SimulatorDocument): void;
  /** Makes the differences durable. Throws if it cannot: the disk then still holds the state before. */
  save(before: SimulatorDocument, after: SimulatorDocument): void;
  /** Renames unreadable files and returns a new name. Null if nothing could be moved. */
  moveAside(): string | null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function openMemory({ store, lines, log, clock }: MemoryPorts): Memory {
  let savedAt = -Infinity;

  /** Writes the document first: after a crash before the clearing, the lines say nothing new. */
  function fold(state: SimulatorDocument): void {
    store.write(state);
    lines?.clear();
  }

  /**
   * The folded lines are already durable. If the document cannot be written now (full disk), the next
   * commit or start tries again.
   */
  function foldOrLater(state: SimulatorDocument): void {
    try {
      fold(state);
    } catch (error) {
      log.error('simulator.fold-failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  function document(): Result<SimulatorDocument | undefined, { readonly field: string }> {
    const read = store.read();
    if (!read.ok) return err({ field: '' });
    if (read.value === undefined) return ok(undefined);
    return store.isOwn?.() === true
      ? ok(fromStored(read.value as unknown as StoredDocument))
      : parse(documentSchema, read.value);
  }

  return {
    load() {
      const read = document();
      if (!read.ok) return read;
      const later = lines?.read() ?? ok([]);
      if (!later.ok) return err({ field: 'lines' });
      if (later.value.length === 0) return read;
      // Lines without a document belong to a document that is lost.
      if (read.value === undefined) return err({ field: 'document' });
      let state = read.value;
      for (const line of later.value) {
        const next = withLine(state, jsonOf(line));
        if (!next.ok) return err({ field: next.error.field });
        state = next.value;
      }
      if ((lines?.bytes ?? 0) > mostBytesAtStart) foldOrLater(state);
      return ok(state);
    },

    start: fold,

    save(before, after) {
      if (lines === undefined) {
        store.write(after);
        return;
      }
      lines.append(lineOf(before, after));
      const [last, now] = [savedAt, clock.now()];
      savedAt = now;
      // A clock that was set back makes no row endless.
      const inARow = now >= last && now - last < rowMs;
      if (lines.bytes > (inARow ? mostBytesInARow : mostBytes)) foldOrLater(after);
    },

    moveAside() {
      // Moves the document first. If only the lines were moved, the old document would open as if
      // nothing had happened since.
      const read = store.read();
      const document = read.ok && read.value === undefined ? undefined : store.moveAside();
      const since = lines?.moveAside();
      return document ?? since ?? null;
    },
  };
}
