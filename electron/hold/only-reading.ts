import type { Desktop } from '../../core/host/desktop.ts';
import { err } from '../../core/kernel/result.ts';
import type { StudioApplication } from '../application.ts';

/**
 * The calls of a studio that another computer has open (rule J6): everything can be read, exported and
 * printed; what would change the studio is refused.
 */
export function onlyReading(application: StudioApplication): StudioApplication {
  const refusal = err({ reason: 'read-only' } as const);
  const notWritten = err({ reason: 'not-written', code: 'read-only' } as const);
  return {
    ...application,
    handlers: {
      ...application.handlers,
      'command/submit': () => refusal,
      'command/undo': () => refusal,
      'command/redo': () => refusal,
      'calendar/choose': () => notWritten,
    },
  };
}

/** Shows no notification and writes no calendar file: the computer that has the folder does both. */
export const silentDesktop = (desktop: Desktop): Desktop => ({
  ...desktop,
  notify: () => Promise.resolve(false),
  calendarFile: { ...desktop.calendarFile, write: () => err({ code: 'read-only' }) },
});
