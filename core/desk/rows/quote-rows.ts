import { moduleKinds } from '../../catalog/item.ts';
import { conventionCodeSchema, priceListSchema } from '../../catalog/price-list.ts';
import type { QuoteId } from '../../kernel/id.ts';
import { branded, daySchema, z } from '../../kernel/parse.ts';
import { cartSubjectSchema } from '../../orders/cart.ts';
import { figuresSchema } from '../../orders/order.ts';
import { driftKinds } from '../../quotes/drift.ts';
import { mostSerial } from '../../quotes/quote-document.ts';
import { offPolicies } from '../../renewals/add-users.ts';
import { serviceSchema } from '../../services/service.ts';

export const quoteIdSchema = branded<QuoteId>(/^[0-9a-f-]{36}$/);

export const contentSchema = z.object({
  subject: cartSubjectSchema,
  quantity: z.int().min(0).max(999),
  modules: z.array(z.enum(moduleKinds)).max(moduleKinds.length),
  conventionCode: conventionCodeSchema.nullable(),
});

export const revisionSchema = z.object({
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

/** The schema of a stored quote. */
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
