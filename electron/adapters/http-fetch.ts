// The Fetch port over Node's own fetch, for a backend on a network.
import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';

/**
 * Failures before the request is sent: no name, no route, no listener, no TLS. After any other failure the
 * request may have been processed.
 */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * Whether the request was surely not sent. If several addresses were tried, all of them must
 * have failed before sending.
 */
function neverSent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverSent);
  const code = codeOf(error);
  if (code !== undefined) return beforeSending.test(code);
  return error instanceof Error && error.cause !== undefined && neverSent(error.cause);
}

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
