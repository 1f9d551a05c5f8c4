import { err } from '../../core/kernel/result.ts';
import type { ComposedDesk } from '../application.ts';

/**
 * The calls of a studio that another computer has open (rule J6): everything can be read, exported and
 * printed; what would change the studio is refused.
 */
export function onlyReading(application: ComposedDesk): ComposedDesk {
  const refusal = err({ reason: 'read-only' } as const);
  return {
    ...application,
    handlers: {
      ...application.handlers,
      'command/submit': () => refusal,
      'command/undo': () => refusal,
      'command/redo': () => refusal,
    },
  };
}
