import type { AccountAnswer } from './account-ports.ts';
import type { AccountCall } from './calls.ts';
import { readJson, valueOf } from './read-values.ts';

/** Why reading from Aruba came to nothing. None of it holds a name, a password or a token. */
export type AccountProblem =
  /** Nothing was sent. `waitMs`: the time left until one may ask again. */
  | { readonly reason: 'too-soon'; readonly waitMs: number }
  /** Aruba answered 429. Reading stops, and a person starts it again. */
  | { readonly reason: 'rate-limited'; readonly waitMs: number }
  | { readonly reason: 'busy' }
  | { readonly reason: 'stopped' }
  /** Neither typed nor kept, and no token is left. */
  | { readonly reason: 'no-credentials' }
  | { readonly reason: 'wrong-credentials' }
  /** 401 on a later call: the token counts no longer. */
  | { readonly reason: 'token-refused' }
  /** 401 that names a delegation: signing in again does not help. */
  | { readonly reason: 'no-delegation' }
  | { readonly reason: 'forbidden' }
  /** Aruba refused in its own words. `code`: one of its known codes, else empty. */
  | { readonly reason: 'refused'; readonly status: number; readonly code: string }
  | { readonly reason: 'server-error'; readonly status: number }
  | { readonly reason: 'unreadable-answer' }
  | { readonly reason: 'redirect' | 'too-big' | 'unreachable' | 'no-answer' }
  /** The answer is about somebody else. Nothing of it is shown. */
  | { readonly reason: 'other-holder'; readonly asked: string; readonly answered: string };

/** Codes that may be shown. Any other text of an error could repeat what was typed. */
const knownCode =
  /^(?:\d{4}|invalid_(?:grant|request|client|scope|token)|unauthorized_client|unsupported_grant_type|access_denied|server_error|temporarily_unavailable)$/;

const known = (code: unknown): string => (typeof code === 'string' && knownCode.test(code) ? code : '');

/** The error in a body: `{"error": ...}` or `{"errorCode": ...}` other than `0000`. Undefined if none. */
function errorIn(json: unknown): string | undefined {
  const error = valueOf(json, 'error');
  if (error !== undefined && error !== null && error !== false && error !== '') return known(error);
  const code = valueOf(json, 'errorCode');
  if (code === undefined || code === null || code === '' || code === '0000' || code === 0) return undefined;
  return known(code);
}

/**
 * The body of an answer as JSON, or why it is none (domain.md 6.4). Some answers are wrapped in `value`. The
 * 429 of Aruba is an HTML page, so the status decides before the body does.
 */
export function readAnswer(
  answer: AccountAnswer,
  call: AccountCall['kind'],
): { readonly json: unknown } | { readonly problem: AccountProblem } {
  const problem = (found: AccountProblem) => ({ problem: found });
  if (answer.kind !== 'answer') return problem({ reason: answer.kind });
  const { status, body } = answer;
  if (status === 429) return problem({ reason: 'rate-limited', waitMs: 0 });
  if (status >= 300 && status < 400) return problem({ reason: 'redirect' });
  if (status >= 500) return problem({ reason: 'server-error', status });
  const whole = readJson(body);
  const error = errorIn(whole) ?? errorIn(valueOf(whole, 'value'));
  if (status === 401 && /deleg/i.test(body)) return problem({ reason: 'no-delegation' });
  if (error === 'invalid_grant' || (status === 401 && call === 'sign-in'))
    return problem({ reason: 'wrong-credentials' });
  if (status === 401) return problem({ reason: 'token-refused' });
  if (status === 403) return problem({ reason: 'forbidden' });
  // 0093: no delegation (domain.md 6.4).
  if (error === '0093') return problem({ reason: 'no-delegation' });
  if (error !== undefined || status >= 400 || status < 200)
    return problem({ reason: 'refused', status, code: error ?? '' });
  const inner = valueOf(whole, 'value');
  return { json: typeof inner === 'object' && inner !== null ? inner : whole };
}
