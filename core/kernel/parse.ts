// The only file of core that knows the schema library.
import { config, z } from 'zod';
import { cents, type Cents } from './cents.ts';
import { parseDay, type Day } from './day.ts';
import { err, ok, type Result } from './result.ts';

// Compiled validators are faster, but they need `eval`, and the page's Content-Security-Policy forbids it.
config({ jitless: 'document' in globalThis });

export { z };

/** Unknown data does not fit: the path of the field and what is wrong with it. */
export interface BadInput {
  readonly reason: 'bad-input';
  readonly field: string;
  readonly problem: string;
}

/** Checks unknown data against a schema. The refusal names the first field that does not fit. */
export function parse<S extends z.ZodType>(schema: S, data: unknown): Result<z.output<S>, BadInput> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({ reason: 'bad-input', field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

/** The same for a text that should be JSON. */
export function parseText<S extends z.ZodType>(schema: S, text: string): Result<z.output<S>, BadInput> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return err({ reason: 'bad-input', field: '', problem: 'not JSON' });
  }
  return parse(schema, data);
}

/** A day between two others. Checks the text and leaves it as it is: the brand exists only in types. */
const dayBetween = (first: string, last: string) => {
  const isBetween = (text: string): boolean => text >= first && text <= last && parseDay(text) !== undefined;
  const error = ({ input }: { readonly input?: unknown }): string =>
    `not a day between ${first.slice(0, 4)} and ${last.slice(0, 4)}: ${String(input).slice(0, 20)}`;
  return z.string().meta({ format: 'date' }).refine(isBetween, { error }) as unknown as z.ZodType<
    Day,
    string
  >;
};

/** A day of the product's calendar, 2000 to 2100. Any other day is a mistake in the data. */
export const daySchema = dayBetween('2000-01-01', '2100-12-31');

/** A person's day, 1900 to 2100: people may have been hired before 2000. */
export const personDaySchema = dayBetween('1900-01-01', '2100-12-31');

export const centsSchema = z
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .transform((value): Cents => cents(value));

export const anchorSchema = z.int().min(1).max(31);

/** A schema for a branded text: checks shape and length. The brand exists only in types. */
export const branded = <T extends string>(pattern: RegExp) =>
  z.string().regex(pattern) as unknown as z.ZodType<T, string>;
