import { moduleKinds } from '../../catalog/item.ts';
import { conventionCodeSchema, priceListSchema } from '../../catalog/price-list.ts';
import type { QuoteId } from '../../kernel/id.ts';
import { branded, daySchema, z } from '../../kernel/parse.ts';
import { cartIdSchema, cartSubjectSchema } from '../../orders/cart.ts';
import { figuresSchema } from '../../orders/order.ts';
import { driftKinds } from '../../quotes/drift.ts';
import { mostSerial } from '../../quotes/quote-document.ts';
import { offPolicies } from '../../renewals/add-users.ts';
import { serviceIdSchema, serviceSchema } from '../../services/service.ts';

const quoteIdSchema = branded<QuoteId>(/^[0-9a-f-]{36}$/);

const contentSchema = z.object({
  subject: cartSubjectSchema,
  quantity: z.int().min(0).max(999),
  modules: z.array(z.enum(moduleKinds)).max(moduleKinds.length),
  conventionCode: conventionCodeSchema.nullable(),
});

const revisionSchema = z.object({
  content: contentSchema,
  priceList: priceListSchema,
  offPolicy: z.enum(offPolicies),
  service: serviceSchema.nullable(),
  quote: figuresSchema,
});

const numbered = {
  number: z.object({ year: z.int(), serial: z.int().min(1).max(mostSerial) }),
  issuedOn: daySchema,
  on: daySchema,
};

/** A quote as it is kept. */
export const quoteDocumentSchema = z.object({
  id: quoteIdSchema,
  recipient: z.object({ name: z.string(), vatCode: z.string(), lines: z.array(z.string()) }),
  validUntil: daySchema,
  notes: z.string(),
  revisions: z.tuple([revisionSchema], revisionSchema),
  stage: z.discriminatedUnion('state', [
    z.object({ state: z.literal('draft') }),
    z.object({ state: z.literal('issued'), ...numbered }),
    z.object({ state: z.literal('accepted'), ...numbered }),
    z.object({ state: z.literal('withdrawn'), ...numbered }),
  ]),
  kept: z
    .object({ on: daySchema, gross: z.int().nullable(), causes: z.array(z.enum(driftKinds)) })
    .nullable(),
});

/** More than any limit of a quote's texts: what is too long is refused with its length, as a sentence. */
const typed = z.string().max(20_000);

/** What a person can want of a quote. */
export const quoteCommands = [
  z.object({
    type: z.literal('quote/new'),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('cart'), cartId: cartIdSchema }),
      z.object({
        kind: z.literal('service'),
        serviceId: serviceIdSchema,
        what: z.enum(['add-users', 'renewal']),
      }),
      z.object({ kind: z.literal('quote'), quoteId: quoteIdSchema }),
    ]),
  }),
  /** Of a draft: what it asks for, priced as of today. */
  z.object({ type: z.literal('quote/content'), quoteId: quoteIdSchema, content: contentSchema }),
  /** A convention code as it is typed, or none: the draft is priced anew. */
  z.object({
    type: z.literal('quote/convention'),
    quoteId: quoteIdSchema,
    code: z.string().max(40).nullable(),
  }),
  z.object({
    type: z.literal('quote/details'),
    quoteId: quoteIdSchema,
    recipient: z.object({ name: typed, vatCode: typed, lines: z.array(typed).max(100) }),
    validUntil: daySchema,
    notes: typed,
  }),
  /** `serial` null: the next number. */
  z.object({
    type: z.literal('quote/issue'),
    quoteId: quoteIdSchema,
    serial: z.int().min(1).max(mostSerial).nullable(),
  }),
  /** The same wish at today's conditions, under the same number. */
  z.object({ type: z.literal('quote/revise'), quoteId: quoteIdSchema, validUntil: daySchema }),
  /**
   * Keeps the prices although today they would be others; `today`: the total that was shown for today, null
   * where it could not be bought.
   */
  z.object({ type: z.literal('quote/keep'), quoteId: quoteIdSchema, today: z.int().nullable() }),
  z.object({ type: z.literal('quote/accept'), quoteId: quoteIdSchema }),
  z.object({ type: z.literal('quote/withdraw'), quoteId: quoteIdSchema }),
  /** Throws a draft away. */
  z.object({ type: z.literal('quote/discard'), quoteId: quoteIdSchema }),
  z.object({ type: z.literal('quote/to-cart'), quoteId: quoteIdSchema }),
] as const;
