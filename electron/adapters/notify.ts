// Notifications of the operating system, through Electron. Their texts are never logged.
import { Notification } from 'electron';
import type { Log, Notify } from '../../core/ports.ts';

/** Some systems report neither success nor failure. After this time the notification counts as not shown. */
const longestMs = 5000;

/** Notifications that a person may still press. Without a reference to them that would be lost. */
const mostHeld = 20;

export function createNotify(log: Log): Notify {
  const held: Notification[] = [];

  return ({ title, body, read }, heard) =>
    new Promise((resolve) => {
      if (!Notification.isSupported()) return resolve(false);
      // Where a system shows no buttons it shows the rest.
      const notification = new Notification({ title, body, actions: [{ type: 'button', text: read }] });
      const timer = setTimeout(() => end(false, 'no-answer'), longestMs);
      function end(shown: boolean, why?: string): void {
        clearTimeout(timer);
        if (why !== undefined) log.error('notification.failed', { why });
        resolve(shown);
      }
      notification.once('show', () => end(true));
      // The system's message may contain anything, so only the failure is logged.
      notification.once('failed', () => end(false, 'refused'));
      notification.on('click', () => heard('clicked'));
      // There is only one button.
      notification.on('action', () => heard('read'));
      held.push(notification);
      if (held.length > mostHeld) held.shift();
      try {
        notification.show();
      } catch {
        end(false, 'thrown');
      }
    });
}
