import { setImmediate } from 'node:timers/promises';
import { app } from 'electron';
import type { openSettings } from './adapters/settings.ts';

/**
 * Waits until Electron is ready, and loads what opens settings meanwhile. Its library is large: it is loaded
 * in a step of its own, and what follows begins another one.
 */
export async function settingsWhenReady(): Promise<typeof openSettings> {
  const [loaded] = await Promise.all([import('./adapters/settings.ts'), app.whenReady()]);
  await setImmediate();
  return loaded.openSettings;
}
