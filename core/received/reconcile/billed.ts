import type { ItemKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { PurchaseId } from '../../kernel/id.ts';
import type { LineType } from '../invoice/invoice.ts';

/** One line of an invoice: its invoice and its number. */
export interface LineRef {
  readonly invoice: string;
  readonly line: number;
}

/** What is compared of an invoice's line. */
export interface BilledLine {
  readonly line: number;
  /** Null: nobody has said what it is, and its words do not either. */
  readonly kind: ItemKind | null;
  readonly type: LineType | null;
  readonly quantity: number | null;
  /** With its sign: negative for what is given back. */
  readonly net: number;
  /** The last day of its period, if the line has one. */
  readonly until: Day | null;
  readonly order: string;
  /** The VAT number or tax code of whom it is about; empty if it names nobody. */
  readonly holderCode: string;
  /** The purchase that a person confirmed, and its expected line; null if nobody has. */
  readonly confirmed: { readonly id: PurchaseId; readonly line: string | null } | null;
}

export interface BilledInvoice {
  /** See invoiceKey. */
  readonly key: string;
  readonly number: string;
  readonly date: Day;
  /** The VAT number of the client that pays it. Empty if the firm pays, or if nobody knows who that is. */
  readonly clientCode: string;
  readonly linked: readonly { readonly number: string }[];
  readonly lines: readonly BilledLine[];
}

/** A line that a purchase is expected to cost. `kind` is null for a convention's reduction. */
export interface ExpectedLine {
  readonly line: string;
  readonly kind: ItemKind | null;
  readonly quantity: number;
  readonly net: number;
  readonly until: Day | null;
}

export interface BilledPurchase {
  readonly id: PurchaseId;
  /** Empty before there is one. */
  readonly orderNumber: string;
  readonly vatCode: string;
  /** The day on which it was prepared: no earlier invoice is about it, unless it names its order. */
  readonly since: Day;
  readonly lines: readonly ExpectedLine[];
}

/** A line together with its invoice. */
export interface PlacedLine extends LineRef {
  readonly billed: BilledLine;
}
