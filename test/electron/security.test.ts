import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { confinePages, denyPermissions, mayOpenOutside, pagePreferences } from '../../electron/security.ts';
import { app, opened } from '../support/fake-electron.ts';

describe('a page', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(pagePreferences('/p.cjs')).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      preload: '/p.cjs',
    });
  });

  it('gets no permission, and downloads nothing', () => {
    const answers: unknown[] = [];
    let downloads = true;
    denyPermissions({
      setPermissionRequestHandler: (
        handler: (contents: null, permission: string, answer: (granted: boolean) => void) => void,
      ) => handler(null, 'media', (granted) => answers.push(granted)),
      setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
      on(event: string, listener: (event: { preventDefault(): void }) => void) {
        if (event === 'will-download') listener({ preventDefault: () => (downloads = false) });
      },
    } as unknown as Session);
    expect([answers, downloads]).toEqual([[false, false, false], false]);
  });

  it('stays where it is: only the vendor’s pages open, and elsewhere', () => {
    let open: (details: { readonly url: string }) => unknown = () => undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler(handler: typeof open) {
        open = handler;
      },
    });
    confinePages();
    app.emit('web-contents-created', {}, contents);
    const stopped = (event: string, url: string, isMainFrame = true): boolean => {
      let prevented = false;
      contents.emit(event, { url, isMainFrame, preventDefault: () => (prevented = true) });
      return prevented;
    };
    expect(stopped('will-frame-navigate', 'app://allinea/index.html')).toBe(false);
    expect(stopped('will-frame-navigate', 'app://allinea/index.html', false)).toBe(true);
    expect(stopped('will-frame-navigate', 'https://evil.example/')).toBe(true);
    expect(stopped('will-frame-navigate', 'https://guide.pec.it/frame', false)).toBe(true);
    expect(stopped('will-redirect', 'https://guide.pec.it/')).toBe(true);
    expect(stopped('will-attach-webview', '')).toBe(true);
    expect(opened).toEqual([]);
    expect(stopped('will-frame-navigate', 'https://guide.pec.it/a')).toBe(true);
    expect(open({ url: 'https://www.aruba.it/b' })).toEqual({ action: 'deny' });
    expect(open({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://guide.pec.it/a', 'https://www.aruba.it/b']);
  });
});

describe('the door outside', () => {
  it.each([
    'https://guide.pec.it/a?b#c',
    'https://fatturazioneelettronica.aruba.it/',
    'https://areaclienti.pec.it/',
    'https://pagamenti.aruba.it/',
    'https://fatture.aruba.it/',
    'https://assistenzaclienti.aruba.it/',
  ])('lets %s through', (url) => expect(mayOpenOutside(url)).toBe(true));
  it.each([
    'http://guide.pec.it/',
    'https://guide.pec.it.evil.example/',
    'https://evil.example/guide.pec.it',
    'https://guide.pec.it:444/',
    'https://user@guide.pec.it/',
    'javascript:alert(1)',
    'file:///guide.pec.it',
    'smb://guide.pec.it/x',
    '',
  ])('holds %s back', (url) => expect(mayOpenOutside(url)).toBe(false));
});
