// Points of Electron's security checklist that are settings, and the table of the README.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, pagePreferences, unseenPreferences } from '../../../electron/security.ts';
import { sourceFiles } from '../../support/source-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('2, 3, 4, 6, 8, 9, 10, 11: exactly these settings, and no other', () => {
  const closed = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  };
  expect(pagePreferences('/p.cjs')).toEqual({ ...closed, preload: '/p.cjs' });
  expect(unseenPreferences).toEqual({ ...closed, javascript: false });
});

test('6, 9, 10: no switch and no other place loosens them', () => {
  const loosening =
    /enableBlinkFeatures|disableBlinkFeatures|disable-web-security|ignore-certificate-errors|allow-running-insecure|disable-site-isolation|setCertificateVerifyProc|bypassCSP/;
  const found = sourceFiles(['electron'])
    .filter(({ path }) => !path.startsWith('electron/stand-in/'))
    .filter(({ text }) => loosening.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('7: nothing inline, nothing evaluated, nothing from elsewhere', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  expect(contentSecurityPolicy).toContain("default-src 'none'");
});

test('16: one exact version of Electron', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the table of the README names tests that exist', () => {
  const named = [
    ...readFileSync(join(root, 'electron/README.md'), 'utf8').matchAll(/\btest\/[\w./-]+\.ts\b/g),
  ];
  expect(named.length).toBeGreaterThan(8);
  expect(named.map(([path]) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
