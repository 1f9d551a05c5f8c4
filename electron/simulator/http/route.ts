import type { Context } from 'hono';
import { z } from '../../../core/kernel/parse.ts';
import { commandKeySchema } from '../../../core/orders/order.ts';
import { epochHeader, orderAnswerSchema } from '../../../core/aruba/protocol.ts';
import type { Counter } from '../counter.ts';
import { pageQuerySchema, pageSchemaOf, problemSchema } from './http.ts';

export type Handler = (c: Context) => Response | Promise<Response>;

/** What the handlers of a backend use. */
export interface Vendor {
  readonly counter: Counter;
  /** `POST /simulator/faults` */
  readonly setFault: Handler;
  /** `POST /simulator/limits` */
  readonly setLimits: Handler;
  /** `GET /openapi.json` */
  readonly document: Handler;
}

/** The schema of a JSON answer. `html`: a page, as Aruba answers to too many requests (domain.md 6.5). */
export type Answer = z.ZodType | 'html';

/** One row of the table of routes. `handler` serves it. The OpenAPI document describes the rest. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** The variable parts are in braces: `/api/v2/services/{serviceId}`. */
  readonly path: string;
  readonly summary: string;
  /** Whether it needs `Authorization: Bearer`. Everything under `/api` does. */
  readonly bearer: boolean;
  readonly query?: z.ZodObject;
  /** Request headers besides the usual ones. */
  readonly headers?: z.ZodObject;
  readonly body?: {
    readonly type: 'application/json' | 'application/x-www-form-urlencoded';
    readonly schema: z.ZodType;
  };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Headers of the 200 answer. */
  readonly gives?: readonly string[];
  readonly handler: (vendor: Vendor) => Handler;
}
type HandlerFactory = Route['handler'];

export const failed = { 429: 'html', 500: problemSchema } as const;
/** The failures of every route that needs a token. */
export const guarded = { 401: problemSchema, ...failed };

export const json = (schema: z.ZodType) => ({ type: 'application/json', schema }) as const;

const past = { [epochHeader]: z.string().optional() };
export const keyed = z.object({ 'Idempotency-Key': commandKeySchema, ...past });
export const keyedOrNot = z.object({ 'Idempotency-Key': commandKeySchema.optional(), ...past });

/** A route that reads something. `missing`: the answer is 404 if it does not exist. */
export function read(
  path: string,
  summary: string,
  schema: z.ZodType,
  handler: HandlerFactory,
  more: Pick<Route, 'query'> & { readonly missing?: true } = {},
): Route {
  const { missing, ...rest } = more;
  const answers = {
    200: schema,
    ...(rest.query === undefined ? {} : { 400: problemSchema }),
    ...(missing ? { 404: problemSchema } : {}),
    ...guarded,
  };
  return { method: 'get', path: `/api/v2/${path}`, summary, bearer: true, ...rest, answers, handler };
}

/** A route that reads one page of many things. */
export const list = (
  path: string,
  summary: string,
  item: z.ZodType,
  handler: HandlerFactory,
  missing?: true,
): Route =>
  read(path, summary, pageSchemaOf(item), handler, {
    query: pageQuerySchema,
    ...(missing ? { missing } : {}),
  });

/**
 * A command, processed once for each key. The answer is 200 if the business accepts it, and also if the
 * business refuses it (domain.md 6.4).
 */
export const command = (
  method: Route['method'],
  path: string,
  summary: string,
  handler: HandlerFactory,
  body?: z.ZodType,
  headers: z.ZodObject = keyed,
): Route => ({
  method,
  path: `/api/v2/${path}`,
  summary,
  bearer: true,
  headers,
  ...(body === undefined ? {} : { body: json(body) }),
  answers: {
    200: orderAnswerSchema,
    400: problemSchema,
    409: problemSchema,
    410: problemSchema,
    413: problemSchema,
    422: problemSchema,
    ...guarded,
  },
  handler,
});

/** A route that changes the simulator itself. It is not part of the vendor's API and needs no token. */
export const simulator = (
  path: string,
  summary: string,
  body: z.ZodType,
  schema: z.ZodType,
  handler: HandlerFactory,
): Route => ({
  method: 'post',
  path: `/simulator/${path}`,
  summary,
  bearer: false,
  body: json(body),
  answers: { 200: schema, 400: problemSchema, 413: problemSchema, 500: problemSchema },
  handler,
});
