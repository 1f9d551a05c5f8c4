import type { Context, MiddlewareHandler } from 'hono';
import { z } from '../../../core/kernel/parse.ts';
import type { Clock } from '../../../core/ports.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import { jsonBody } from './http.ts';
import type { Handler } from './route.ts';

interface Limit {
  readonly perMinute: number;
  readonly method: RegExp;
  readonly path: RegExp;
}

/**
 * Requests a minute for one client (domain.md 6.5). The first line that fits counts. The last line is *own*:
 * nothing is known about such requests.
 */
const table = {
  auth: { perMinute: 1, method: /^POST$/, path: /^\/auth\/signin$/ },
  lists: {
    perMinute: 12,
    method: /^GET$/,
    path: /^\/api\/v2\/(?:orders|services|priceLists|mails|services\/[^/]+\/(?:items|users))$/,
  },
  uploads: { perMinute: 30, method: /^POST$/, path: /^\/services\/invoice\/upload/ },
  others: { perMinute: 6000, method: /^/, path: /^\/(?:api|auth)\// },
} as const satisfies Readonly<Record<string, Limit>>;
type LimitName = keyof typeof table;
const names = Object.keys(table) as LimitName[];

const figure = z.int().min(1).max(1_000_000).optional();

/**
 * `POST /simulator/limits`: switches the limits on or off, and changes the numbers a
 * minute. Absent values stay.
 */
export const limitsRequestSchema = z.object({
  on: z.boolean().optional(),
  perMinute: z.object({ auth: figure, lists: figure, uploads: figure, others: figure }).default({}),
});

export const limitsAnswerSchema = z.object({
  errorCode: z.string(),
  errorDescription: z.string(),
  on: z.boolean(),
  perMinute: z.object({ auth: z.int(), lists: z.int(), uploads: z.int(), others: z.int() }),
});

/**
 * `level` goes down to 0 within a minute. `over` stays true until a whole minute
 * has passed without an attempt.
 */
interface Bucket {
  readonly level: number;
  readonly over: boolean;
  readonly at: number;
}

const minute = 60_000;

/**
 * The bucket after one more attempt at `now`. A bucket that overflows refuses, and each attempt restarts its
 * minute (leaky bucket and TTL, domain.md 6.5).
 */
export function attempted(bucket: Bucket | undefined, perMinute: number, now: number): Bucket {
  // If the clock went back, no time has passed.
  const quiet = bucket === undefined ? minute : Math.max(0, now - bucket.at);
  if (bucket === undefined || quiet >= minute) return { level: 1, over: false, at: now };
  if (bucket.over) return { ...bucket, at: now };
  const level = Math.max(0, bucket.level - (quiet * perMinute) / minute) + 1;
  return { level, over: level > perMinute, at: now };
}

const page =
  '<!DOCTYPE html><html lang="it"><head><title>429 Too Many Requests</title></head><body><h1>429 Too Many Requests</h1></body></html>';

/**
 * Counts requests by a clock, and refuses too many with 429: an HTML page, no Retry-After, never queued.
 * `clientOf` returns whose request it is.
 */
export function limitLayer(
  startsOn: boolean,
  clock: Clock,
  clientOf: (c: Context) => string,
): { readonly middleware: MiddlewareHandler; readonly setLimits: Handler } {
  let on = startsOn;
  const perMinute: Record<LimitName, number> = {
    auth: table.auth.perMinute,
    lists: table.lists.perMinute,
    uploads: table.uploads.perMinute,
    others: table.others.perMinute,
  };
  const buckets = new Map<string, Bucket>();

  const middleware: MiddlewareHandler = (c, next) => {
    const { method, path } = c.req;
    const name = names.find((known) => table[known].method.test(method) && table[known].path.test(path));
    if (!on || name === undefined) return next();
    const id = `${clientOf(c)} ${name}`;
    const bucket = attempted(buckets.get(id), perMinute[name], clock.now());
    buckets.set(id, bucket);
    return bucket.over ? Promise.resolve(c.html(page, 429)) : next();
  };

  const setLimits: Handler = async (c) => {
    const wanted = await jsonBody(c, limitsRequestSchema);
    if (!wanted.ok) return wanted.error;
    on = wanted.value.on ?? on;
    for (const name of names) perMinute[name] = wanted.value.perMinute[name] ?? perMinute[name];
    buckets.clear();
    return c.json({ errorCode: accepted, errorDescription: 'Fatto', on, perMinute });
  };
  return { middleware, setLimits };
}
