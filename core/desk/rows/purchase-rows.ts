import type { OrderNumber, PurchaseId } from '../../kernel/id.ts';
import { branded, daySchema, z } from '../../kernel/parse.ts';
import { paymentMethods } from '../../orders/payment.ts';
import { personIdSchema } from '../../people/person.ts';
import {
  differenceCauses,
  type Happening,
  type PurchaseEventId,
  type PurchaseRecord,
} from '../../purchases/purchase.ts';
import { receiptSchema } from '../../quotes/calibrate.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { quoteIdSchema, revisionSchema } from './quote-rows.ts';

export const purchaseIdSchema = branded<PurchaseId>(/^[0-9a-f-]{36}$/);
export const purchaseEventIdSchema = branded<PurchaseEventId>(/^[0-9a-f-]{36}$/);

/** An order number as Aruba gives it. Its form is not published, so it is any line of text. */
const typedOrderNumberSchema = branded<OrderNumber>(/^\S(?:[^\p{Cc}]{0,58}\S)?$/u);

const dated = <K extends string>(kind: K) => z.object({ kind: z.literal(kind), day: daySchema });
const plain = <K extends string>(kind: K) => z.object({ kind: z.literal(kind) });

const compared = dated('compared').extend({
  receipt: receiptSchema,
  cause: z.enum(differenceCauses).nullable(),
  note: z.string().trim().max(300),
});
const ordered = dated('ordered').extend({
  orderNumber: z.string().trim().pipe(typedOrderNumberSchema),
  method: z.enum(paymentMethods),
});

export const expiriesSchema = z
  .array(z.object({ line: z.string().max(100), expiry: daySchema }))
  .max(200)
  .readonly();

const activated = dated('activated').extend({ serviceId: serviceIdSchema, expiries: expiriesSchema });

/** What a person may record by itself. The activation is a command of its own: it makes facts. */
const recordable = [
  plain('checked'),
  plain('opened'),
  plain('composed'),
  compared,
  ordered,
  dated('paid'),
  dated('registered'),
  dated('failed'),
  dated('unsure'),
  dated('still-unsure'),
  plain('not-ordered'),
  plain('abandoned'),
  dated('cancelled'),
] as const;

export const recordableSchema = z.discriminatedUnion('kind', recordable);

const happeningSchema: z.ZodType<Happening> = z.discriminatedUnion('kind', [
  ...recordable,
  activated,
  plain('taken-back'),
]);

export const purchaseRecordSchema: z.ZodType<PurchaseRecord> = z.object({
  id: purchaseIdSchema,
  at: z.number(),
  by: z.string().max(100),
  preparedOn: daySchema,
  revision: revisionSchema,
  holder: z.string().max(200),
  vatCode: z.string().max(16),
  account: z.string().max(100).nullable(),
  personIds: z.array(personIdSchema).readonly(),
  quoteId: quoteIdSchema.nullable(),
  batch: z.string().max(100).nullable(),
  events: z
    .array(
      z.object({
        id: purchaseEventIdSchema,
        at: z.number(),
        by: z.string().max(100),
        what: happeningSchema,
        corrects: purchaseEventIdSchema.nullable(),
        reason: z.string().max(300).nullable(),
      }),
    )
    .readonly(),
});
