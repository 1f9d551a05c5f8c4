// Serves the built screen over app://allinea/. It is a scheme of its own and not file:, so that the page has
// an origin and every answer has its headers.
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import { failureHtml } from './failure-page.ts';
import { contentSecurityPolicy, isAppUrl } from './security.ts';

const htmlType = 'text/html; charset=utf-8';

/** Files of other types are not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': htmlType,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Call it before `ready`: Electron accepts the privileges of a scheme only then. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Call it after `ready`. Answers app://allinea/ with the files of `folder`, and with the temporary `pages`.
 */
export function serveApp(folder: string, pages: ReadonlyMap<string, string>): void {
  protocol.handle('app', (request) => answerRequest(request, folder, pages));
}

const noPages: ReadonlyMap<string, string> = new Map();

/** The answer to one request: a page of `pages`, a file below `folder`, or 403, 404, 405. Never rejects. */
export async function answerRequest(
  request: Pick<Request, 'url' | 'method'>,
  folder: string,
  pages = noPages,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  if (!isAppUrl(request.url)) return refuse(403);
  const page = pages.get(new URL(request.url).pathname.slice(1));
  if (page !== undefined)
    return new Response(request.method === 'HEAD' ? null : page, {
      headers: { ...safetyHeaders, 'content-type': htmlType },
    });
  const path = pathBelow(folder, new URL(request.url).pathname);
  if (path === undefined) return refuse(403);
  const type = mediaTypes[extname(path).toLowerCase()];
  if (type === undefined) return refuse(404);
  try {
    const content = await readFile(path);
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
      status: 200,
      headers: { ...safetyHeaders, 'content-type': type },
    });
  } catch {
    // Without its first page a window would stay empty, and say nothing.
    if (path === join(folder, 'index.html'))
      return new Response(request.method === 'HEAD' ? null : failureHtml, {
        status: 404,
        headers: { ...safetyHeaders, 'content-type': htmlType },
      });
    return refuse(404);
  }
}

/**
 * The path of a file below the folder, or undefined. URL resolves `..` written as %2e%2e, but not %2f and
 * backslashes, so each segment of the decoded path is checked.
 */
function pathBelow(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\0\\:]/.test(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return undefined;
  const path = join(folder, ...(segments.length === 0 ? ['index.html'] : segments));
  const inside = relative(folder, path);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : path;
}

function refuse(status: 403 | 404 | 405): Response {
  return new Response('', {
    status,
    headers: { ...safetyHeaders, 'content-type': 'text/plain; charset=utf-8' },
  });
}
