// The Fetch port over any network, for a backend on a network.
import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';
import { boundedText } from './bounded-text.ts';
import { neverSent } from './never-sent.ts';
import type { Ask } from './network.ts';
import { isTooMuchHead } from './too-much-head.ts';

/** Electron rejects a redirect that may not be followed. Node answers it as it is. */
export const isRedirectRefused = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Redirect was cancelled';

/** A page of a hundred services with a thousand users each takes some 20 MB. */
const mostAnswerBytes = 32 * 1024 * 1024;

async function send(
  url: URL,
  { method, headers, body, timeoutMs }: HttpRequest,
  { mostBytes, ask }: { readonly mostBytes: number; readonly ask: Ask },
): Promise<HttpAnswer> {
  try {
    const response = await ask(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    const text = await boundedText(response, mostBytes);
    if (text === undefined) return { kind: 'too-big' };
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text,
    };
  } catch (error) {
    if (isTooMuchHead(error)) return { kind: 'too-big' };
    // Electron gives no head of a redirect. The status alone says as much as the reader needs.
    if (isRedirectRefused(error)) return { kind: 'answer', status: 302, headers: {}, body: '' };
    return neverSent(error) ? { kind: 'unreachable' } : { kind: 'no-answer' };
  }
}

/**
 * Sends requests to `baseUrl`, by their paths. Never rejects. Redirects are not followed. Header
 * names are in lower case. An answer is read up to `mostBytes`, and until the time of its request is over.
 */
export function fetchOver(
  ask: Ask,
  baseUrl: string,
  { mostBytes = mostAnswerBytes }: { readonly mostBytes?: number } = {},
): Fetch {
  const base = new URL(baseUrl);
  return async (request) => {
    const url = URL.parse(request.path, base);
    // A path to another host is a programming error: the tokens must not go there.
    if (url === null || url.origin !== base.origin) return { kind: 'unreachable' };
    return send(url, request, { mostBytes, ask });
  };
}
