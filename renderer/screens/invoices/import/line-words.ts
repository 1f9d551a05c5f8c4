import { cents, type Cents } from '../../../../core/kernel/cents.ts';
import {
  otherProducts,
  type DocumentRole,
  type Invoice,
  type InvoiceLine,
  type OtherProduct,
  type Period,
} from '../../../../core/received/invoice/invoice.ts';
import { itemKinds, type ItemKind } from '../../../../core/catalog/item.ts';
import type { LineMatch } from '../../../../core/received/reconcile/slots.ts';
import type { Tone } from '../../../components/surfaces.tsx';
import { countText, dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { ReviewInvoice, ReviewLine } from './review.ts';

/** A word beside a row, if it needs a look. */
export interface Remark {
  readonly tone: Tone;
  readonly text: string;
}

const roleWord: Readonly<Record<DocumentRole, string>> = {
  invoice: 'other',
  advance: 'advance',
  'credit-note': 'credit',
  'debit-note': 'debit',
  other: 'other',
};

export const invoiceTitle = ({ role, number, date }: Pick<Invoice, 'role' | 'number' | 'date'>): string =>
  text('invoice-import.invoice', { type: roleWord[role], number, day: dayText(date) });

export function periodText(period: Period | null): string {
  if (period?.from && period.to)
    return text('invoice-import.period', { from: dayText(period.from), to: dayText(period.to) });
  if (period?.to) return text('invoice-import.period-to', { to: dayText(period.to) });
  return period?.from ? text('invoice-import.period-from', { from: dayText(period.from) }) : '';
}

const isItem = (kind: ItemKind | OtherProduct): kind is ItemKind => itemKinds.some((known) => known === kind);

const productText = (product: OtherProduct, count: number): string =>
  text(`invoice-import.product-${product}`, { count });

/** What a line sells, in words; the question if nobody knows. */
export function kindText({ kind, line }: ReviewLine): string {
  if (kind === null) return text('invoice-import.kind-kept');
  if (kind === 'left-out') return text('invoice-import.left-out');
  if (kind !== 'ask') return text(`kind.${kind}`);
  return line.kind.what === 'several'
    ? text('invoice-import.kind-several', {
        kinds: line.kind.kinds
          .map((each) => (isItem(each) ? text(`kind.${each}`) : productText(each, 1)))
          .join(', '),
      })
    : text('invoice-import.kind-ask');
}

/** Kind, quantity, period and order of a line in one short text. */
export function readingText(review: ReviewLine): string {
  const { line } = review;
  const quantity = line.quantity === null ? line.quantityText : countText(line.quantity);
  const kind =
    quantity === '' || quantity === '1'
      ? kindText(review)
      : text('invoice-import.quantity', { kind: kindText(review), count: quantity });
  const order = line.order === '' ? '' : text('invoice-import.order', { order: line.order });
  return [kind, periodText(line.period), order].filter((part) => part !== '').join(' · ');
}

/** What the comparison with a purchase says of a line. */
function matchRemark(match: LineMatch): Remark {
  if (match.what === 'equal') return { tone: 'ok', text: text('invoice-import.badge-equal') };
  if (match.what !== 'different') return { tone: 'soon', text: text('invoice-import.badge-not-in') };
  const difference = match.billed - match.expected;
  const amount = money(cents(Math.abs(difference)));
  return difference > 0
    ? { tone: 'late', text: text('invoice-import.badge-more', { amount }) }
    : { tone: 'soon', text: text('invoice-import.badge-less', { amount }) };
}

/** True if the invoice writes a quantity that is not taken. A negative one only says that it gives back. */
const isQuantityDoubted = ({ kind, line }: ReviewLine): boolean =>
  kind !== 'left-out' && line.quantity === null && /^[^-]/.test(line.quantityText);

export function lineRemarks(review: ReviewLine): readonly Remark[] {
  const remarks: Remark[] = [];
  if (review.kind === 'ask') remarks.push({ tone: 'soon', text: text('invoice-import.badge-ask') });
  if (isQuantityDoubted(review)) remarks.push({ tone: 'soon', text: text('invoice-import.badge-quantity') });
  if (review.reverses !== undefined)
    remarks.push({ tone: 'wait', text: text('invoice-import.badge-reversal') });
  else if (review.line.net < 0) remarks.push({ tone: 'wait', text: text('invoice-import.badge-discount') });
  if (review.purchase !== null) remarks.push(matchRemark(review.purchase.match));
  return remarks;
}

export function invoiceRemarks({ known, invoice }: ReviewInvoice): readonly Remark[] {
  return [
    ...(known ? [{ tone: 'wait', text: text('invoice-import.known') } as const] : []),
    ...invoice.doubts.map(
      (doubt) => ({ tone: 'soon', text: text(`invoice-import.doubt-${doubt}`) }) as const,
    ),
  ];
}

/** `2 PEC, 1 dominio, 1 riga senza importo`. */
export function othersText(others: readonly InvoiceLine[]): string {
  const parts = otherProducts.flatMap((product) => {
    const count = others.filter(
      ({ kind }) => kind.what === 'other-product' && kind.product === product,
    ).length;
    const name = productText(product, count);
    return count === 0 ? [] : [text('invoice-import.other-part', { count: countText(count), name })];
  });
  const remarks = others.filter(({ kind }) => kind.what === 'remark').length;
  if (remarks > 0) {
    const name = text('invoice-import.remarks', { count: remarks });
    parts.push(text('invoice-import.other-part', { count: countText(remarks), name }));
  }
  return text('invoice-import.others', { parts: parts.join(', ') });
}

export const netOf = (lines: readonly { readonly net: number }[]): Cents =>
  cents(lines.reduce((sum, { net }) => sum + net, 0));
