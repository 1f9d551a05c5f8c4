import type { ItemKind } from '../../catalog/item.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import type { Fraction } from '../../kernel/fraction.ts';

/** One side of an invoice. A code that the file lacks is empty. */
export interface Party {
  readonly name: string;
  /** Without the country's letters if the country is Italy. */
  readonly vatCode: string;
  readonly taxCode: string;
}

/** TipoCessionePrestazione of a line: discount, premium, rebate, extra cost. */
export const lineTypes = ['SC', 'PR', 'AB', 'AC'] as const;
export type LineType = (typeof lineTypes)[number];

/** Products of Aruba that this program does not follow. They are counted, not imported. */
export const otherProducts = [
  'pec',
  'domain',
  'hosting',
  'signature',
  'identity',
  'archive',
  'mail',
  'cloud',
  'timestamp',
  'fax-sms',
] as const;
export type OtherProduct = (typeof otherProducts)[number];

/**
 * What a line sells, by its words. `several`: it may be each of these, or all of them together, and a person
 * must choose. `remark`: a text without an amount.
 */
export type LineKind =
  | { readonly what: 'item'; readonly kind: ItemKind }
  | { readonly what: 'other-product'; readonly product: OtherProduct }
  | { readonly what: 'several'; readonly kinds: readonly (ItemKind | OtherProduct)[] }
  | { readonly what: 'remark' }
  | { readonly what: 'unknown' };

export const holderWays = ['panel-user', 'vat-code', 'tax-code'] as const;

/** Whose service a line is about, if its text says so. */
export interface NamedHolder {
  readonly by: (typeof holderWays)[number];
  /** As the text writes it, in capitals. */
  readonly code: string;
}

/** AltriDatiGestionali: what a supplier adds to a line. */
export interface LineDetail {
  readonly type: string;
  readonly text: string;
}

/** The days of a line's service, as the line writes them. Whether the last day is inside is not known. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** One line with its raw text and its reading. */
export interface InvoiceLine {
  /** NumeroLinea; the place in the file if the file numbers no lines. */
  readonly line: number;
  /** Descrizione, as the file has it. */
  readonly text: string;
  readonly details: readonly LineDetail[];
  readonly kind: LineKind;
  readonly type: LineType | null;
  /**
   * Null: no quantity, one that is not whole, or one that the unit or the text contradicts. `quantityText`
   * has what the file says, with a unit that contradicts it.
   */
  readonly quantity: number | null;
  readonly quantityText: string;
  /** The price of one, in exact cents before discounts. Null: none, or too long to be exact. */
  readonly unitPrice: Fraction | null;
  /** Net of the line in cents with its sign: negative for what is given back. */
  readonly net: Cents;
  /** The file writes a net with parts of a cent, or a simplified invoice writes it with VAT. */
  readonly netRounded: boolean;
  readonly reversal: boolean;
  /** 22 % is 2200. Null: the file does not say. */
  readonly vatBasisPoints: number | null;
  readonly period: Period | null;
  /** Null if the text names nobody, or more than one. */
  readonly holder: NamedHolder | null;
  /** Empty if neither the line nor the document names an order for it (see line-orders.ts). */
  readonly order: string;
}

/** A summary per VAT rate (DatiRiepilogo), with the sign of the document. */
export interface VatSummary {
  readonly basisPoints: number | null;
  readonly net: Cents;
  readonly vat: Cents;
}

export interface LinkedInvoice {
  readonly number: string;
  readonly date: Day | null;
}

/**
 * What a document is, by its type. `other`: a type that this program has no use for, such as a
 * self-invoice.
 */
export const documentRoles = ['invoice', 'advance', 'credit-note', 'debit-note', 'other'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/**
 * Something odd about an invoice. `totals-differ`: lines and summary do not agree. `gross-lines`: the lines
 * of a simplified invoice include VAT. `credit-note-with-signs`: its amounts are negative already.
 */
export const invoiceDoubts = ['totals-differ', 'gross-lines', 'credit-note-with-signs', 'not-euro'] as const;
export type InvoiceDoubt = (typeof invoiceDoubts)[number];

/** One FatturaElettronicaBody with the header of its file. */
export interface Invoice {
  readonly format: 'FPR12' | 'FPA12' | 'FSM10' | 'other';
  readonly supplier: Party;
  readonly customer: Party;
  /** TipoDocumento: TD01... */
  readonly documentType: string;
  readonly role: DocumentRole;
  readonly number: string;
  readonly date: Day;
  readonly orders: readonly string[];
  readonly linked: readonly LinkedInvoice[];
  readonly lines: readonly InvoiceLine[];
  readonly summaries: readonly VatSummary[];
  /** ImportoTotaleDocumento with the sign of the document. Null: the file does not say. */
  readonly total: Cents | null;
  readonly doubts: readonly InvoiceDoubt[];
}

/** What the reader of one body refuses: a field that is missing or that it cannot read. */
export interface BodyRefusal {
  readonly reason: 'incomplete-invoice';
  /** The name of the element. */
  readonly field: string;
  readonly text: string;
}

/** The key of an invoice: supplier, number, date. */
export const invoiceKey = ({
  supplier,
  number,
  date,
}: Pick<Invoice, 'supplier' | 'number' | 'date'>): string =>
  `${supplier.vatCode || supplier.taxCode}/${number.trim().toUpperCase()}/${date}`;
