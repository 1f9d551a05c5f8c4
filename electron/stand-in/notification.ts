// Electron's Notification. Chromium shows one only to a page that has the permission, and here no page gets
// any: with a window the stand-in
// has none, and says so, so that Allinea keeps its reminders on the screen. Without a window (tests, the
// tour) there is no screen that a person
// looks at: each is written as a line of its own and counts as shown.
import { EventEmitter } from 'node:events';
import { app } from './application.ts';

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return app.switches.has('headless');
  }

  readonly #line: string;

  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    this.#line = JSON.stringify({ title: options.title, body: options.body });
  }

  show(): void {
    process.stdout.write(`Notification: ${this.#line}\n`);
    this.emit('show', {});
  }
}
