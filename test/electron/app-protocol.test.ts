import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerRequest } from '../../electron/app-protocol.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-page-'));
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
for (const [path, content] of [
  ['renderer/index.html', '<!doctype html>'],
  ['renderer/assets/page.js', '1'],
  ['renderer/assets/page.css', 'a{}'],
  ['renderer/assets/inter.woff2', 'font'],
  ['renderer/assets/mark.svg', '<svg/>'],
  ['renderer/assets/page.js.map', '{}'],
  ['renderer/.env.json', '{}'],
  ['secret.json', '{}'],
] as const)
  writeFileSync(join(root, path), content);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => answerRequest({ url, method }, folder);

describe('the app protocol', () => {
  it.each([
    ['app://allinea/', 'text/html; charset=utf-8'],
    ['app://allinea/index.html?x=1#y', 'text/html; charset=utf-8'],
    ['app://allinea/assets/page.js', 'text/javascript; charset=utf-8'],
    ['app://allinea/assets/page.css', 'text/css; charset=utf-8'],
    ['app://allinea/assets/inter.woff2', 'font/woff2'],
    ['app://allinea/assets/mark.svg', 'image/svg+xml'],
    ['app://allinea/assets/../index.html', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (url, type) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect((await answer.text()).length).toBeGreaterThan(0);
  });

  it.each([
    'app://allinea/../secret.json',
    'app://allinea/%2e%2e/secret.json',
    'app://allinea/..%2fsecret.json',
    'app://allinea/assets/..%2f..%2fsecret.json',
    'app://allinea/%2e%2e%2fsecret.json',
    'app://allinea/..%5csecret.json',
    'app://allinea/%2fetc/passwd.json',
    'app://allinea/C:%5csecret.json',
    'app://allinea/index.html%00.json',
    'app://allinea/.env.json',
    'app://allinea/%',
    'app://elsewhere/index.html',
    'file:///etc/hosts.json',
    'not an address',
  ])('gives nothing for %s', async (url) => {
    const answer = await get(url);
    expect([403, 404]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });

  it('serves no other kind of file, no folder and nothing that is missing', async () => {
    for (const path of ['assets/page.js.map', 'assets', 'assets/', 'missing.js'])
      expect((await get(`app://allinea/${path}`)).status).toBe(404);
  });

  it('answers only GET and HEAD', async () => {
    expect((await get('app://allinea/', 'POST')).status).toBe(405);
    const head = await get('app://allinea/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each(['app://allinea/', 'app://allinea/missing.js', 'app://allinea/..%2fsecret.json'])(
    'sends the whole policy with %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});
