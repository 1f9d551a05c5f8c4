import { err, ok } from '../../core/kernel/result.ts';
import type { DocumentStore } from '../../core/ports.ts';

/** A document store in memory that keeps the promises of the port: what is written is text, so nothing is shared by reference. */
export interface MemoryStore<T> extends DocumentStore<T> {
  /** The text on the "disk"; undefined where there is no file. Tests damage it here. */
  text: string | undefined;
  readonly movedAside: string[];
  /** When true, `write` throws as a full disk does, and the old text stays. */
  full: boolean;
}

export function memoryStore<T>(text?: string): MemoryStore<T> {
  const store: MemoryStore<T> = {
    text,
    movedAside: [],
    full: false,
    read() {
      if (store.text === undefined) return ok(undefined);
      try {
        return ok(JSON.parse(store.text));
      } catch {
        return err({ reason: 'unreadable', detail: 'not JSON' });
      }
    },
    write(document) {
      if (store.full) throw new Error('No space left on device');
      store.text = JSON.stringify(document);
    },
    moveAside() {
      if (store.text !== undefined) store.movedAside.push(store.text);
      store.text = undefined;
      return `aside-${store.movedAside.length}.json`;
    },
  };
  return store;
}
