// Electron's Notification. Chromium shows one only for a page with the permission, and here no page gets it.
// So with a window it is not supported, and Allinea shows its reminders on the screen. Without a window
// (tests, the tour) nobody looks at a screen: each notification is printed as a line and counts as shown.
import { EventEmitter } from 'node:events';
import { app, onlyReady } from './application.ts';

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return app.switches.has('headless');
  }

  readonly #line: string;

  constructor({ title = '', body = '' }: { readonly title?: string; readonly body?: string } = {}) {
    super();
    onlyReady('new Notification');
    this.#line = JSON.stringify({ title, body });
  }

  show(): void {
    process.stdout.write(`Notification: ${this.#line}\n`);
    this.emit('show', {});
  }
}
