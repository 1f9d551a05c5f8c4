import type { ChangedEvent } from '../bridge/contract.ts';
import type { Log } from '../ports.ts';

/** Who is told of every change. */
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
          // What happened is durable: a window that is going away must not stop the others, or the exchange.
          log.error('listener-failed');
        }
      }
    },
  };
}
