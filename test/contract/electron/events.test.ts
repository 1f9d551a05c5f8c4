import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { eventTable, type EventShell } from './event-table.ts';

describe('the events of the fake are Electron’s', () => {
  let shell: EventShell;
  beforeAll(async () => {
    vi.resetModules();
    const { app, BrowserWindow, ipcMain } = await import('../../support/fake-electron.ts');
    ipcMain.strict = true;
    shell = { app, ipcMain, open: () => new BrowserWindow(), page: 'app://allinea/', exits: app.exits };
  });
  afterAll(() => {
    vi.resetModules();
  });

  test.each(Object.entries(eventTable))('%s', (_, run) => run(shell));
});
