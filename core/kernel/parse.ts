// The only file of core that knows the schema library.
import { config, z } from 'zod';
import { cents, type Cents } from './cents.ts';
import { parseDay, type Day } from './day.ts';
import { err, ok, type Result } from './result.ts';

// Compiled validators are quicker, but need `eval`: the page's Content-Security-Policy forbids it.
config({ jitless: 'document' in globalThis });

export { z };

/** Where unknown data does not fit: the path of the field and what is wrong with it. */
export interface BadInput {
  readonly reason: 'bad-input';
  readonly field: string;
  readonly problem: string;
}

/** Checks unknown data against a schema; the refusal names the first field that does not fit. */
export function parse<S extends z.ZodType>(schema: S, data: unknown): Result<z.output<S>, BadInput> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({ reason: 'bad-input', field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

/** A day of the product's calendar: 2000 to 2100, anything else is a mistake in the data. */
export const daySchema = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== undefined && day >= '2000-01-01' && day <= '2100-12-31') return day;
    context.addIssue({ code: 'custom', message: `not a day between 2000 and 2100: ${text.slice(0, 20)}` });
    return z.NEVER;
  });

/** People may have been hired before 2000: any real day of the last two centuries. */
export const personDaySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== undefined && day >= '1900-01-01' && day <= '2100-12-31') return day;
  context.addIssue({ code: 'custom', message: `not a day between 1900 and 2100: ${text.slice(0, 20)}` });
  return z.NEVER;
});

export const centsSchema = z
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .transform((value): Cents => cents(value));

export const anchorSchema = z.int().min(1).max(31);

/** A schema for a branded text: checks shape and length, gives the brand. */
export const branded = <T extends string>(pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => text as T);
