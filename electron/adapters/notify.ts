// Notifications of the operating system, over Electron's. Nothing of what they say is ever logged.
import { Notification } from 'electron';
import type { Log, Notify } from '../../core/ports.ts';

/** Some systems say neither that it was shown nor that it was not. */
const longestMs = 5000;

/** Those that may still be clicked: without anybody holding them their clicks would be lost. */
const mostHeld = 20;

export function createNotify(log: Log): Notify {
  const held: Notification[] = [];

  return ({ title, body }, clicked) =>
    new Promise((resolve) => {
      if (!Notification.isSupported()) return resolve(false);
      const notification = new Notification({ title, body });
      const timer = setTimeout(() => end(false, 'no-answer'), longestMs);
      function end(shown: boolean, why?: string): void {
        clearTimeout(timer);
        if (why !== undefined) log.error('notification.failed', { why });
        resolve(shown);
      }
      notification.once('show', () => end(true));
      // The system's own sentence may hold anything: only that it failed is kept.
      notification.once('failed', () => end(false, 'refused'));
      notification.on('click', clicked);
      held.push(notification);
      if (held.length > mostHeld) held.shift();
      try {
        notification.show();
      } catch {
        end(false, 'thrown');
      }
    });
}
