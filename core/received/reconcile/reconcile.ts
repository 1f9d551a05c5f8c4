import type { PurchaseId } from '../../kernel/id.ts';
import { assign, type Assignment } from './assign.ts';
import type { BilledInvoice, BilledPurchase, LineRef, PlacedLine } from './billed.ts';
import { orderKey } from './order-key.ts';
import { placedLines, reversalsOf } from './reversals.ts';
import { matchSlots, slotsOf, type LineMatch } from './slots.ts';

/** A purchase with all invoices about it: an advance, a balance and what was given back are one. */
export interface Reconciled {
  readonly purchaseId: PurchaseId;
  /** `order-number`: an invoice names it. `likeness`: kind, quantity, amount and days fit only this one. */
  readonly by: 'order-number' | 'likeness';
  readonly lines: readonly LineMatch[];
  readonly expected: number;
  readonly billed: number;
}

/** Something given back, and the line that it gives back; null if none fits. */
export interface Reversal {
  readonly ref: LineRef;
  readonly of: LineRef | null;
}

export interface Reconciliation {
  readonly purchases: readonly Reconciled[];
  /** Lines of no purchase. `candidates`: more than one purchase fits, and a person chooses. */
  readonly alone: readonly { readonly ref: LineRef; readonly candidates: readonly PurchaseId[] }[];
  readonly reversals: readonly Reversal[];
}

const refOf = ({ invoice, line }: PlacedLine): LineRef => ({ invoice, line });

/** A reversal without an order of its own belongs where the line is that it gives back. */
function followReversals(assigned: Assignment, reversals: ReadonlyMap<PlacedLine, PlacedLine | null>): void {
  for (const [line, of] of reversals) {
    if (of === null || !assigned.alone.has(line)) continue;
    for (const given of assigned.lines.values())
      if (given.includes(of)) {
        given.push(line);
        assigned.alone.delete(line);
      }
  }
}

/**
 * Compares invoices with purchases, line by line. By order number where an invoice names one, else by kind,
 * quantity, amount, days and holder if only one purchase fits. Every line is in one place, every purchase at
 * most once, and by likeness each expected line once. The order of invoices and purchases does not matter.
 */
export function reconcile(
  invoices: readonly BilledInvoice[],
  purchases: readonly BilledPurchase[],
): Reconciliation {
  const lines = placedLines(invoices);
  const sorted = [...purchases].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reversals = reversalsOf(invoices, lines);
  const assigned = assign(lines, sorted, new Map(invoices.map((invoice) => [invoice.key, invoice])));
  followReversals(assigned, reversals);
  return {
    purchases: sorted.flatMap((purchase): Reconciled[] => {
      const given = assigned.lines.get(purchase);
      if (given === undefined) return [];
      const order = orderKey(purchase.orderNumber);
      const named = order !== '' && given.some(({ billed }) => orderKey(billed.order) === order);
      return [
        {
          purchaseId: purchase.id,
          by: named ? 'order-number' : 'likeness',
          lines: matchSlots(slotsOf(given), purchase.lines),
          expected: purchase.lines.reduce((sum, { net }) => sum + net, 0),
          billed: given.reduce((sum, { billed }) => sum + billed.net, 0),
        },
      ];
    }),
    alone: [...assigned.alone].map(([line, fits]) => ({
      ref: refOf(line),
      candidates: fits.map(({ id }) => id),
    })),
    reversals: [...reversals].map(([line, of]) => ({ ref: refOf(line), of: of === null ? null : refOf(of) })),
  };
}
