import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { parse, z } from '../../../core/kernel/parse.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import { serviceIdSchema } from '../../../core/services/service.ts';

/** The form of every error that is not a business answer. */
export const problemSchema = z.object({
  errorCode: z.string().regex(/^\d{4}$/),
  errorDescription: z.string(),
});

/**
 * Every error that is not a business answer: Aruba's envelope with the simulator's own codes (only 0092
 * is Aruba's, domain.md 6.4).
 */
export function problem(c: Context, status: ContentfulStatusCode, text: string): Response {
  return c.json({ errorCode: status === 400 ? '0092' : `0${status}`, errorDescription: text }, status);
}

/**
 * The checked JSON body, or a 400 that names the field. The body is read completely
 * before the state is touched.
 */
export async function jsonBody<S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<Result<z.output<S>, Response>> {
  let data: unknown;
  try {
    data = JSON.parse(await c.req.text());
  } catch {
    return err(problem(c, 400, 'Il corpo della richiesta non è JSON'));
  }
  return checked(c, schema, data);
}

/** The checked parameters of the query, or a 400 that names the parameter. */
export const queryOf = <S extends z.ZodType>(c: Context, schema: S): Result<z.output<S>, Response> =>
  checked(c, schema, c.req.query());

/** A variable part of the path. Empty if the path has no such part. */
export const partOf = (c: Context, name: string): string => c.req.param(name) ?? '';

/** The service id in the path, or a 400. */
export function serviceIdIn(c: Context): Result<ServiceId, Response> {
  const parsed = serviceIdSchema.safeParse(c.req.param('serviceId'));
  return parsed.success ? ok(parsed.data) : err(problem(c, 400, 'Campo non valido: serviceId'));
}

function checked<S extends z.ZodType>(c: Context, schema: S, data: unknown): Result<z.output<S>, Response> {
  const parsed = parse(schema, data);
  return parsed.ok
    ? ok(parsed.value)
    : err(problem(c, 400, `Campo non valido: ${parsed.error.field || '(corpo)'}: ${parsed.error.problem}`));
}

/** A whole number in a query, with its limits and its default value. */
export const queryNumber = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `un numero intero da ${least} a ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `un numero intero da ${least} a ${most}`)
    .default(otherwise);

export const pageQuerySchema = z.object({
  page: queryNumber(1, 1_000_000, 1),
  size: queryNumber(1, 100, 10),
});

const count = z.int().min(0);

/** The schema of what `pageOf` returns. */
export const pageSchemaOf = <S extends z.ZodType>(content: S) =>
  z.object({
    content: z.array(content),
    first: z.boolean(),
    last: z.boolean(),
    number: count,
    numberOfElements: count,
    size: count,
    totalElements: count,
    totalPages: count,
  });

/**
 * One page in Spring's style, counted from 1. An empty result has Aruba's odd form: number 0, first
 * false, last true (domain.md 6.3).
 */
export function pageOf<T>(all: readonly T[], { page, size }: z.output<typeof pageQuerySchema>) {
  if (all.length === 0)
    return {
      content: [],
      first: false,
      last: true,
      number: 0,
      numberOfElements: 0,
      size: 0,
      totalElements: 0,
      totalPages: 0,
    };
  const content = all.slice((page - 1) * size, page * size);
  const totalPages = Math.ceil(all.length / size);
  return {
    content,
    first: page === 1,
    last: page >= totalPages,
    number: page,
    numberOfElements: content.length,
    size,
    totalElements: all.length,
    totalPages,
  };
}
