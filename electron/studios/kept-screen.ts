// Where the person is in a studio, kept for the next start.
// The browser's own storage loses it at a quick end.
import { longestKept } from '../../core/bridge/schemas.ts';
import { z, parse } from '../../core/kernel/parse.ts';
import type { DocumentStore, Log, Scheduler } from '../../core/ports.ts';

const screenSchema = z.object({ text: z.string().max(longestKept) });

export type ScreenDocument = z.output<typeof screenSchema>;

/** Several changes in a row are one write. */
const pauseMs = 50;

export interface KeptScreen {
  /** The text that was kept last; null if there is none. */
  text(): string | null;
  keep(text: string): void;
  /** Writes what still waits. */
  close(): void;
}

export function openKeptScreen(
  store: DocumentStore<ScreenDocument>,
  scheduler: Scheduler,
  log: Log,
): KeptScreen {
  let text = read();
  let callOff: (() => void) | undefined;

  function read(): string | null {
    const reading = store.read();
    if (!reading.ok) {
      log.error('screen.unreadable', { detail: reading.error.detail });
      store.moveAside();
      return null;
    }
    const screen = parse(screenSchema, reading.value);
    return screen.ok ? screen.value.text : null;
  }

  function write(): void {
    callOff = undefined;
    if (text === null) return;
    try {
      store.write({ text });
    } catch {
      // Losing the place is harmless, so nobody is told.
      log.error('screen.not-saved');
    }
  }

  return {
    text: () => text,
    keep(next) {
      if (next === text) return;
      text = next;
      callOff ??= scheduler.after(pauseMs, write);
    },
    close() {
      if (callOff === undefined) return;
      callOff();
      write();
    },
  };
}
