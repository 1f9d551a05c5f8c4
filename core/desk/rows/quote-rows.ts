import { moduleKinds } from '../../catalog/item.ts';
import { conventionCodeSchema, priceListSchema } from '../../catalog/price-list.ts';
import type { FeeId, QuoteId } from '../../kernel/id.ts';
import { branded, centsSchema, daySchema, z } from '../../kernel/parse.ts';
import { cartSubjectSchema } from '../../orders/cart.ts';
import { figuresSchema } from '../../orders/order.ts';
import { driftKinds } from '../../quotes/drift.ts';
import { feeLimits, mostFees } from '../../quotes/fees.ts';
import { mostFundBasisPoints } from '../../quotes/fund.ts';
import { natures } from '../../quotes/nature.ts';
import { mostSerial, mostServices } from '../../quotes/quote-document.ts';
import { offPolicies } from '../../renewals/add-users.ts';
import { serviceSchema } from '../../services/service.ts';

export const quoteIdSchema = branded<QuoteId>(/^[0-9a-f-]{36}$/);

export const contentSchema = z.object({
  subject: cartSubjectSchema,
  quantity: z.int().min(0).max(999),
  modules: z.array(z.enum(moduleKinds)).max(moduleKinds.length),
  conventionCode: conventionCodeSchema.nullable(),
});

/** One change of what a quote asks for. */
export const contentChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('quantity'), quantity: z.int() }),
  z.object({ what: z.literal('extension'), on: z.boolean() }),
  z.object({ what: z.literal('years'), years: z.int() }),
  z.object({ what: z.literal('module'), module: z.enum(moduleKinds), included: z.boolean() }),
]);
export type ContentChange = z.output<typeof contentChangeSchema>;

export const revisionSchema = z.object({
  content: contentSchema,
  priceList: priceListSchema,
  offPolicy: z.enum(offPolicies),
  service: serviceSchema.nullable(),
  quote: figuresSchema,
});

export const feeIdSchema = branded<FeeId>(/^[0-9a-f-]{36}$/);

const vat = {
  vatBasisPoints: z.int().min(0).max(feeLimits.vatBasisPoints),
  nature: z.enum(natures).exactOptional(),
};

/** The numbers of a fee have limits here. Its texts are refused by the decision, with their length. */
export const feeWishSchema = z.object({
  description: z.string(),
  unit: z.string(),
  hundredths: z.int().min(1).max(feeLimits.hundredths),
  unitPrice: centsSchema,
  ...vat,
});

export const fundSchema = z.object({ basisPoints: z.int().min(1).max(mostFundBasisPoints), ...vat });

/** Quotes of older versions have one service, no fees and no texts of their own. */
const quoteRevisionSchema = revisionSchema.extend({
  further: z.array(revisionSchema).max(mostServices).default([]),
  fees: z
    .array(feeWishSchema.extend({ id: feeIdSchema }))
    .max(mostFees)
    .default([]),
  fund: fundSchema.exactOptional(),
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
  opening: z.string().default(''),
  closing: z.string().default(''),
  revisions: z.tuple([quoteRevisionSchema], quoteRevisionSchema),
  stage: z.discriminatedUnion('state', [
    z.object({ state: z.literal('draft') }),
    z.object({ state: z.literal('issued'), ...numbered }),
    z.object({ state: z.literal('accepted'), ...numbered }),
    z.object({ state: z.literal('withdrawn'), ...numbered }),
  ]),
  kept: z
    .object({
      on: daySchema,
      // Rows of an earlier version kept the whole: the person is asked once more.
      services: z
        .array(
          z.object({
            cartId: z.string(),
            gross: z.int().nullable(),
            causes: z.array(z.enum(driftKinds)),
          }),
        )
        .default([]),
    })
    .nullable(),
});
