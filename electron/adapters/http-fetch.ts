// The Fetch port over Node's own fetch, for a backend on a network.
import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';
import { neverSent } from './never-sent.ts';

async function ask(url: URL, { method, headers, body, timeoutMs }: HttpRequest): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (error) {
    return neverSent(error) ? { kind: 'unreachable' } : { kind: 'no-answer' };
  }
}

/**
 * Sends requests to `baseUrl`, by their paths. Never rejects. Redirects are returned as they are.
 * Header names are in lower case.
 */
export function httpFetch(baseUrl: string): Fetch {
  const base = new URL(baseUrl);
  return async (request) => {
    const url = URL.parse(request.path, base);
    // A path to another host is a programming error: the tokens must not go there.
    if (url === null || url.origin !== base.origin) return { kind: 'unreachable' };
    return ask(url, request);
  };
}
