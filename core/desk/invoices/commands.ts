import { daySchema, z } from '../../kernel/parse.ts';
import { fieldSchemas } from '../../register/fields.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { periodEnds } from '../../received/invoice/period.ts';
import { invoiceIdSchema, recordedInvoiceShape, supplierSchema } from '../rows/invoice-rows.ts';
import { chooseForInvoices, forgetInvoice, recordInvoices } from './decide-invoices.ts';

const { expiry, users, modules, space } = fieldSchemas;
const own = { ownOnly: true } as const;

/** The commands about invoices that arrived from Aruba. */
export const invoiceCommands = {
  'invoice/record': command(
    {
      invoices: z
        .array(
          z.object({
            ...recordedInvoiceShape,
            /** What the lines say of services. Only what a person confirmed. */
            facts: z
              .array(
                z.object({
                  line: z.int().min(0).max(9999),
                  serviceId: serviceIdSchema,
                  details: z.object({ expiry, users, modules, space }).partial(),
                }),
              )
              .max(9999),
          }),
        )
        .max(1000),
      mails: z
        .array(
          z.object({
            serviceId: serviceIdSchema,
            messageId: z.string().max(1000),
            day: daySchema,
            expiry,
            evidence: z.string().max(500),
          }),
        )
        .max(1000)
        .exactOptional(),
      periodEnd: z.enum(periodEnds).exactOptional(),
    },
    recordInvoices,
    own,
  ),
  'invoice/forget': command({ invoiceId: invoiceIdSchema }, forgetInvoice, own),
  'invoice/choose': command(
    {
      choices: z.object({
        periodEnd: z.enum(periodEnds).nullable().exactOptional(),
        suppliers: z.array(supplierSchema).max(50).readonly().exactOptional(),
      }),
    },
    chooseForInvoices,
    own,
  ),
};
