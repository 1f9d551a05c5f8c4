// The three calls to Aruba's sign-in host (rule L). It keeps no cookies and follows no
// redirect. The body and the time of an answer are bounded.
import type { AccountAnswer, AskAccount } from '../../core/account/account-ports.ts';
import { accountHost, requestOf } from '../../core/account/calls.ts';
import { boundedText } from './bounded-text.ts';
import { isRedirectRefused } from './fetch-over.ts';
import { askNetwork, type Ask } from './network.ts';
import { neverSent } from './never-sent.ts';
import { isTooMuchHead } from './too-much-head.ts';

const timeoutMs = 15_000;
/** A full page of multicedenti takes some 30 KB. */
const mostBytes = 256 * 1024;

/** A loopback address, by number: a name could lead elsewhere. */
const isLoopback = ({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean =>
  protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]');

interface Limits {
  readonly timeoutMs?: number;
  readonly network?: Ask;
}

/**
 * Asks Aruba. A test asks a loopback address instead; any other address throws. An answer never rejects.
 */
export function askAccount(base: string = accountHost, limits: Limits = {}): AskAccount {
  const root = new URL(base);
  if (base !== accountHost && !isLoopback(root)) throw new Error('account-host');
  return (call) => {
    const controller = new AbortController();
    const { method, path, headers, body } = requestOf(call);
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(limits.timeoutMs ?? timeoutMs)]);
    const request = { method, headers: { ...headers }, redirect: 'manual', signal } as const;
    const sent = send(
      limits.network ?? askNetwork,
      new URL(path, root),
      body === undefined ? request : { ...request, body },
    );
    return {
      answer: sent.then((answer) => (controller.signal.aborted ? { kind: 'stopped' } : answer)),
      stop: () => controller.abort(),
    };
  };
}

async function send(network: Ask, url: URL, request: RequestInit): Promise<AccountAnswer> {
  try {
    const response = await network(url, request);
    const { status } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return { kind: 'redirect' };
    }
    const body = await boundedText(response, mostBytes);
    return body === undefined ? { kind: 'too-big' } : { kind: 'answer', status, body };
  } catch (error) {
    if (isTooMuchHead(error)) return { kind: 'too-big' };
    if (isRedirectRefused(error)) return { kind: 'redirect' };
    return { kind: neverSent(error) ? 'unreachable' : 'no-answer' };
  }
}
