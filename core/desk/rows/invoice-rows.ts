import { itemKinds, type ItemKind } from '../../catalog/item.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { PurchaseId, ServiceId } from '../../kernel/id.ts';
import { centsSchema, daySchema, z } from '../../kernel/parse.ts';
import {
  documentRoles,
  holderWays,
  invoiceDoubts,
  lineTypes,
  type Invoice,
  type LineType,
  type NamedHolder,
  type Period,
} from '../../received/invoice/invoice.ts';
import { periodEnds, type PeriodEnd } from '../../received/invoice/period.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { purchaseIdSchema } from './purchase-rows.ts';

/** One line of an invoice as a person confirmed it: its raw text, its reading, and what it belongs to. */
export interface RecordedLine {
  /** Its number in the invoice. */
  readonly line: number;
  /** The line as the file had it. */
  readonly text: string;
  /** Null: a person keeps it although nobody knows what it sells, such as an advance. */
  readonly kind: ItemKind | null;
  readonly type: LineType | null;
  readonly quantity: number | null;
  /** With its sign: negative for what is given back. */
  readonly net: Cents;
  readonly vatBasisPoints: number | null;
  readonly period: Period | null;
  readonly holder: NamedHolder | null;
  readonly order: string;
  /** The service that it is about; null if nobody has said it. */
  readonly serviceId: ServiceId | null;
  /** The purchase, and its expected line (see lineKey); null if no line of it fits. */
  readonly purchase: { readonly id: PurchaseId; readonly line: string | null } | null;
}

/** What is kept of an invoice that a person confirmed. Never the file. */
export interface InvoiceRecord extends Pick<
  Invoice,
  'supplier' | 'customer' | 'documentType' | 'role' | 'number' | 'date' | 'linked' | 'total' | 'doubts'
> {
  /** Supplier, number and date (see invoiceKey): the same invoice is one row, however it arrives. */
  readonly id: string;
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  /** The name of the file that it came from. */
  readonly source: string;
  readonly lines: readonly RecordedLine[];
  /** Lines that were not taken: other products, remarks, and what the person left out. */
  readonly leftOut: number;
}

/** What was said once about invoices. One record, id `invoices`. */
export interface InvoiceChoices {
  readonly id: 'invoices';
  /** Null: nobody has said it. No expiry is taken from an invoice then. */
  readonly periodEnd: PeriodEnd | null;
  /** Suppliers besides Aruba's companies. */
  readonly suppliers: readonly { readonly name: string; readonly vatCode: string }[];
}

const text = (most: number) => z.string().max(most);
const party = z.object({ name: text(160), vatCode: text(30), taxCode: text(30) });
const period = z.object({ from: daySchema.nullable(), to: daySchema.nullable() });

const recordedLineSchema: z.ZodType<RecordedLine> = z.object({
  line: z.int().min(0).max(9999),
  text: text(1000),
  kind: z.enum(itemKinds).nullable(),
  type: z.enum(lineTypes).nullable(),
  quantity: z.int().min(0).nullable(),
  net: centsSchema,
  vatBasisPoints: z.int().min(0).max(10_000).nullable(),
  period: period.nullable(),
  holder: z.object({ by: z.enum(holderWays), code: text(30) }).nullable(),
  order: text(40),
  serviceId: serviceIdSchema.nullable(),
  purchase: z.object({ id: purchaseIdSchema, line: text(100).nullable() }).nullable(),
});

/** An invoice as the screen hands it over: the record without its id, its day and its author. */
export const recordedInvoiceShape = {
  source: text(400),
  supplier: party,
  customer: party,
  documentType: text(10),
  role: z.enum(documentRoles),
  number: text(40).min(1),
  date: daySchema,
  linked: z
    .array(z.object({ number: text(40), date: daySchema.nullable() }))
    .max(100)
    .readonly(),
  total: centsSchema.nullable(),
  doubts: z.array(z.enum(invoiceDoubts)).max(10).readonly(),
  lines: z.array(recordedLineSchema).max(9999).readonly(),
  leftOut: z.int().min(0).max(9999),
} as const;

export const invoiceIdSchema = text(120).min(1);

export const invoiceRecordSchema: z.ZodType<InvoiceRecord> = z.object({
  id: invoiceIdSchema,
  at: z.number(),
  by: text(100),
  ...recordedInvoiceShape,
});

export const supplierSchema = z.object({
  name: z.string().trim().min(1).max(160),
  vatCode: z.string().regex(/^[A-Z0-9]{8,28}$/),
});

export const invoiceChoicesSchema: z.ZodType<InvoiceChoices> = z.object({
  id: z.literal('invoices'),
  periodEnd: z.enum(periodEnds).nullable(),
  suppliers: z.array(supplierSchema).max(50).readonly(),
});

export const noInvoiceChoices: InvoiceChoices = { id: 'invoices', periodEnd: null, suppliers: [] };
