import type { Desktop } from '../../core/host/desktop.ts';
import { ok } from '../../core/kernel/result.ts';

/** A machine without notifications. Nobody ever chooses a file on it. */
export const noDesktop: Desktop = {
  notify: async () => false,
  calendarFile: { choose: async () => null, read: () => undefined, write: () => ok(null) },
  open: () => undefined,
};
