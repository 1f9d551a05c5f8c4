import type { Desktop } from '../../core/host/desktop.ts';
import { ok } from '../../core/kernel/result.ts';

/** A machine without notifications, on which nobody ever chooses a file. */
export const noDesktop: Desktop = {
  notify: async () => false,
  calendarFile: { choose: async () => null, read: () => undefined, write: () => ok(null) },
  open: () => undefined,
};
