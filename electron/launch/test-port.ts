import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Says where a test reaches the page. `asked`: the port that it asked for, 0 for any. */
export function tellTestPort(asked: number): void {
  let port = String(asked);
  try {
    port =
      readFileSync(join(app.getPath('sessionData'), 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? port;
  } catch {
    // Chromium writes the file only if it chose the port itself.
  }
  process.stdout.write(`DevTools: http://127.0.0.1:${port}\n`);
}
