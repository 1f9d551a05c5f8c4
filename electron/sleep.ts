// What happens when the computer wakes up: its timers stood still, its clock has jumped, and its network may
// come a moment later.
import { powerMonitor } from 'electron';
import type { Log } from '../core/ports.ts';
import type { Application } from './application.ts';

/** The network needs a moment after waking. */
const wakeMs = 3000;

/** Exchanges with the vendor soon after the computer wakes up, instead of at the next try. */
export function exchangeAfterSleep(application: Promise<Pick<Application, 'handlers'>>, log: Log): void {
  powerMonitor.on('resume', () => {
    log.info('system.resumed');
    setTimeout(() => {
      application
        .then(async ({ handlers }) => handlers['sync/now'](null))
        // No studio is open, or the program is about to end.
        .catch(() => log.info('system.not-exchanged'));
    }, wakeMs);
  });
}
