import { err, ok } from '../../core/kernel/result.ts';
import type { DocumentStore } from '../../core/ports.ts';

/**
 * A document store in memory that keeps the promises of the port. It stores text, so that
 * no object is shared.
 */
export interface MemoryStore<T> extends DocumentStore<T> {
  /** The text on the "disk", `{"document": ...}`. Undefined if there is no file. Tests damage it here. */
  text: string | undefined;
  readonly movedAside: Map<string, string>;
  /** True: `write` throws like a full disk, and the old text stays. */
  full: boolean;
}

function documentIn(text: string): { readonly document: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'document' in parsed ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function memoryStore<T>(text?: string): MemoryStore<T> {
  const store: MemoryStore<T> = {
    text,
    movedAside: new Map(),
    full: false,
    read() {
      if (store.text === undefined) return ok(undefined);
      const found = documentIn(store.text);
      return found === undefined ? err({ reason: 'unreadable', detail: 'damaged' }) : ok(found.document as T);
    },
    write(document) {
      if (store.full) throw new Error('No space left on device');
      if (!store.read().ok) throw new Error('Unreadable: move it aside first');
      store.text = JSON.stringify({ document });
      return null;
    },
    firstBytes: () => store.text?.slice(0, 800),
    moveAside() {
      const name = `aside-${store.movedAside.size + 1}.json`;
      store.movedAside.set(name, store.text ?? '');
      store.text = undefined;
      return name;
    },
  };
  return store;
}
