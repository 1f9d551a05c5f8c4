import type { Brand } from '../kernel/brand.ts';
import type { Day } from '../kernel/day.ts';
import type { ServiceId } from '../kernel/id.ts';
import { branded, daySchema, z } from '../kernel/parse.ts';
import { serviceIdSchema } from '../services/service.ts';
import { fields, fieldSchemas, type Field, type FieldValues } from './fields.ts';

export type FactId = Brand<string, 'FactId'>;

/** Where a fact comes from (rule J3). */
export type FactSource =
  | { readonly kind: 'typed' }
  | { readonly kind: 'sheet'; readonly file: string; readonly row: number }
  | { readonly kind: 'paste' }
  | { readonly kind: 'mail'; readonly messageId: string }
  | {
      readonly kind: 'invoice';
      /** The supplier's VAT number. */
      readonly supplier: string;
      readonly number: string;
      readonly date: Day;
      /** The number of the line (NumeroLinea). */
      readonly line: number;
    }
  /** Read from Aruba's interface (rule L): the path of the call. */
  | { readonly kind: 'aruba'; readonly endpoint: string }
  /** Recorded with a purchase that became active (rule K, step 7): the id of the purchase. */
  /** `anchor`: its expiry is 28 February and keeps the 29th (rule A1). */
  | { readonly kind: 'order'; readonly id: string; readonly anchor?: 29 };

interface FactOf<F extends Field> {
  readonly id: FactId;
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number;
  /** The operator who recorded it; null if nobody said who they are. */
  readonly by: string | null;
  readonly about: ServiceId;
  readonly field: F;
  readonly value: FieldValues[F];
  /** The day on which it was true. Of two facts the later day counts. */
  readonly asOf: Day;
  readonly source: FactSource;
  /** The text that it was read from, as it stood there; null if it was typed. */
  readonly evidence: string | null;
  /** The fact that this one corrects; null if it corrects none (rule J7). */
  readonly corrects: FactId | null;
  /** Why it was corrected; null if it corrects none. */
  readonly reason: string | null;
  /** Whether a person has confirmed it. Only confirmed facts count. */
  readonly confirmed: boolean;
}

/**
 * One thing that somebody said of one service (rule J3). Facts are only added: a value changes because a
 * later fact says so, and a mistake is mended by a fact that corrects another.
 */
export type Fact = { [F in Field]: FactOf<F> }[Field];

export const factIdSchema = branded<FactId>(/^[0-9a-z-]{1,64}$/);

export const factSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed') }),
  z.object({ kind: z.literal('sheet'), file: z.string().max(260), row: z.int().min(1) }),
  z.object({ kind: z.literal('paste') }),
  z.object({ kind: z.literal('mail'), messageId: z.string().max(1000) }),
  z.object({
    kind: z.literal('invoice'),
    supplier: z.string().max(40),
    number: z.string().max(40),
    date: daySchema,
    line: z.int().min(0).max(9999),
  }),
  z.object({ kind: z.literal('aruba'), endpoint: z.string().max(100) }),
  z.object({ kind: z.literal('order'), id: z.string().max(64), anchor: z.literal(29).exactOptional() }),
]);

/** The check of a fact that is read from disk. The value must fit its field. */
export const factSchema = z.discriminatedUnion(
  'field',
  fields.map((field) =>
    z.object({
      id: factIdSchema,
      at: z.number(),
      by: z.string().max(100).nullable(),
      about: serviceIdSchema,
      field: z.literal(field),
      value: fieldSchemas[field],
      asOf: daySchema,
      source: factSourceSchema,
      evidence: z.string().max(500).nullable(),
      corrects: factIdSchema.nullable(),
      reason: z.string().max(300).nullable(),
      confirmed: z.boolean(),
    }),
  ) as never,
) as unknown as z.ZodType<Fact>;
