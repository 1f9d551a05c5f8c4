// Where the vendor's memory lasts: one document, and beside it a line for each commit since the document was
// written.
import { parse } from '../../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import type { DocumentStore, LineStore, Log } from '../../../core/ports.ts';
import { lineOf, withLine } from './state-line.ts';
import { documentSchema, fromStored, type SimulatorDocument, type StoredDocument } from './state.ts';

/**
 * Lines are folded into the document when there are more: reading them back takes about as long as reading
 * the document of a large office.
 */
const mostBytes = 4 * 1024 * 1024;
/** A start folds a part of that already: the next one has less to read. */
const mostBytesAtStart = mostBytes / 4;

export interface MemoryPorts {
  readonly store: DocumentStore<SimulatorDocument>;
  /** Absent: the whole document is written at each commit. */
  readonly lines?: LineStore;
  readonly log: Log;
}

export interface Memory {
  /**
   * The state that was last made durable; undefined where there never was one; or the field that does not
   * fit.
   */
  load(): Result<SimulatorDocument | undefined, { readonly field: string }>;
  /** Makes a first state durable, whole. */
  start(state: SimulatorDocument): void;
  /**
   * Makes what differs durable. Throws where that could not be done: the state before it is then still the
   * one on disk.
   */
  save(before: SimulatorDocument, after: SimulatorDocument): void;
  /** Puts what cannot be read out of the way, and says under which name; null where it stays. */
  moveAside(): string | null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function openMemory({ store, lines, log }: MemoryPorts): Memory {
  /** The document first: a crash between the two leaves lines that say nothing new. */
  function fold(state: SimulatorDocument): void {
    store.write(state);
    lines?.clear();
  }

  /**
   * What is folded is durable already: where it cannot be written now, on a full disk say, the next commit or
   * start tries again.
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
      // Lines without their document belong to one that is lost.
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
      if (lines.bytes > mostBytes) foldOrLater(after);
    },

    moveAside() {
      // The document first: where only the lines had gone, it would open as if nothing had happened since.
      const read = store.read();
      const document = read.ok && read.value === undefined ? undefined : store.moveAside();
      const since = lines?.moveAside();
      return document ?? since ?? null;
    },
  };
}
