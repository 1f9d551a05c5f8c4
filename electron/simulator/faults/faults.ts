import type { Context, MiddlewareHandler } from 'hono';
import { z } from '../../../core/kernel/parse.ts';
import type { Rng, Scheduler } from '../../../core/ports.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import type { Counter } from '../counter.ts';
import { jsonBody } from '../http/http.ts';
import type { Handler } from '../http/route.ts';
import { seededChance } from './seeded-chance.ts';
import { revokeTokens } from '../http/tokens.ts';

/**
 * What can go wrong with one request.
 * Processed anyway: `slow`, `html-after`, `cut-json-after`, `lost-reply` (a 504 page), `no-answer-after`,
 * `reordered` (the answer waits until a later one has gone or the delay is over), `duplicate` (processed
 * twice; the first answer is given).
 * Processed after the sessions were changed: `tokens-expired`, `tokens-revoked`.
 * Not processed: all others.
 */
const kinds = [
  'offline',
  'slow',
  'no-answer',
  'no-answer-after',
  'too-many-requests',
  'server-error',
  'lost-reply',
  'html',
  'html-after',
  'cut-json',
  'cut-json-after',
  'duplicate',
  'reordered',
  'tokens-expired',
  'tokens-revoked',
] as const;
type Kind = (typeof kinds)[number] | 'none';

const common = {
  times: z.int().min(1).optional(),
  delayMs: z.int().min(0).max(600_000).default(2000),
  path: z.string().startsWith('/').default('/'),
};

/**
 * `POST /simulator/faults`. `times`: how many requests it hits; if it is absent, all. `path`: hits only
 * paths that begin like this. `by-chance`: each request meets one of `kinds` with probability `share`; the
 * random numbers start from `seed`.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['none', ...kinds]), ...common }),
  z.object({
    kind: z.literal('by-chance'),
    seed: z.int().min(0),
    share: z.number().min(0).max(1),
    kinds: z
      .array(z.enum(kinds))
      .min(1)
      .default([...kinds]),
    ...common,
  }),
]);
export type Fault = z.output<typeof faultSchema>;

/**
 * The header that tells the embedding side what this answer stands for: no connection, or with the
 * value `silent` no answer at all.
 */
export const offlineHeader = 'x-simulated-offline';

const page = (title: string): string =>
  `<!DOCTYPE html><html lang="it"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const none: Fault = { kind: 'none', delayMs: 0, path: '/' };
const nothing = { kind: 'none', delayMs: 0 } as const;

/** Replaces the answer, and drops all its headers. */
function answerInstead(
  c: Context,
  body: string,
  status: number,
  type: 'text/html' | 'application/json',
  headers: Readonly<Record<string, string>> = {},
): void {
  c.res = undefined;
  c.res = new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } });
}

export interface FaultPorts {
  readonly counter: Pick<Counter, 'state' | 'commit'>;
  readonly scheduler: Scheduler;
  /** Processes a request once more, without the faults. */
  readonly again: (request: Request) => Promise<Response>;
}

/**
 * The switch for faults between client and vendor. It lives only in memory and never touches `/simulator`.
 */
export function faultLayer({ counter, scheduler, again }: FaultPorts): {
  readonly middleware: MiddlewareHandler;
  readonly setFault: Handler;
} {
  let fault = none;
  let chance: Rng = seededChance(0);
  const held = new Set<() => void>();

  const take = (path: string): { readonly kind: Kind; readonly delayMs: number } => {
    if (path.startsWith('/simulator/') || !path.startsWith(fault.path)) return nothing;
    const taken = fault;
    if (taken.kind === 'by-chance' && chance.next() >= taken.share) return nothing;
    if (fault.times !== undefined) fault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : none;
    if (taken.kind !== 'by-chance') return taken;
    const kind = taken.kinds[Math.floor(chance.next() * taken.kinds.length)] ?? 'none';
    return { kind, delayMs: Math.round(chance.next() * taken.delayMs) };
  };

  const pause = (delayMs: number) => new Promise<void>((resolve) => void scheduler.after(delayMs, resolve));

  /** Resolves when a later answer has gone out or the delay is over. */
  const heldBack = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const release = (): void => {
        callOff();
        held.delete(release);
        resolve();
      };
      const callOff = scheduler.after(delayMs, release);
      held.add(release);
    });

  const middleware: MiddlewareHandler = async (c, next) => {
    const { kind, delayMs } = take(c.req.path);
    switch (kind) {
      case 'none':
        await next();
        break;
      case 'slow':
        await pause(delayMs);
        await next();
        break;
      case 'reordered':
        await next();
        return heldBack(delayMs);
      case 'duplicate': {
        const twin = c.req.raw.clone();
        await next();
        await again(twin);
        break;
      }
      case 'tokens-expired':
        counter.commit({
          ...counter.state(),
          sessions: counter.state().sessions.map((session) => ({ ...session, accessUntil: 0 })),
        });
        await next();
        break;
      case 'tokens-revoked':
        counter.commit(revokeTokens(counter.state()));
        await next();
        break;
      case 'lost-reply':
        await next();
        answerInstead(c, page('504 Gateway Timeout'), 504, 'text/html');
        break;
      case 'html-after':
        await next();
        answerInstead(c, page('Sito in manutenzione'), 200, 'text/html');
        break;
      case 'cut-json-after': {
        await next();
        const whole = await c.res.text();
        answerInstead(c, whole.slice(0, Math.floor(whole.length / 2)), 200, 'application/json');
        break;
      }
      case 'no-answer-after':
        await next();
        answerInstead(c, '', 503, 'text/html', { [offlineHeader]: 'silent' });
        return;
      case 'no-answer':
        return c.text('', 503, { [offlineHeader]: 'silent' });
      case 'offline':
        return c.text('', 503, { [offlineHeader]: '1' });
      case 'html':
        return c.html(page('Sito in manutenzione'));
      case 'cut-json':
        answerInstead(c, `{"errorCode":"${accepted}","errorDescription":"Ordi`, 200, 'application/json');
        return;
      case 'server-error':
        return c.html(page('503 Service Unavailable'), 503);
      case 'too-many-requests':
        return c.html(page('429 Too Many Requests'), 429);
    }
    // This answer goes out before the held ones.
    for (const release of held) scheduler.after(0, release);
  };

  const setFault: Handler = async (c) => {
    const wanted = await jsonBody(c, faultSchema);
    if (!wanted.ok) return wanted.error;
    fault = wanted.value;
    if (fault.kind === 'by-chance') chance = seededChance(fault.seed);
    return c.json({ errorCode: accepted, errorDescription: 'Fatto', fault });
  };
  return { middleware, setFault };
}
