import type { ChangedEvent } from '../bridge/contract.ts';
import type { Log } from '../ports.ts';

/** Calls every listener after each change. */
export function createListeners(log: Log) {
  const listeners = new Set<(event: ChangedEvent) => void>();
  return {
    add(listener: (event: ChangedEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(event: ChangedEvent): void {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch {
          // The change is durable. A window that is closing must not stop the other windows or the exchange.
          log.error('listener-failed');
        }
      }
    },
  };
}
