import { addDays, type Day } from '../../kernel/day.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { PurchaseId } from '../../kernel/id.ts';
import type { BilledInvoice, BilledPurchase, LineRef, PlacedLine } from './billed.ts';
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

/** Letters and digits of an order number, in capitals. */
const orderKey = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const refOf = ({ invoice, line }: PlacedLine): LineRef => ({ invoice, line });

/** True if both days are the same, or one is the day after the other: whether the last day counts is open. */
const daysFit = (a: Day | null, b: Day | null): boolean =>
  a === null || b === null || a === b || addDays(a, 1) === b || addDays(b, 1) === a;

/** Whether a line without an order number may be one of the purchase: everything that it says fits. */
const isLike = ({ billed }: PlacedLine, purchase: BilledPurchase): boolean =>
  (billed.holderCode === '' || purchase.vatCode === '' || billed.holderCode === purchase.vatCode) &&
  purchase.lines.some(
    (line) =>
      line.kind === billed.kind &&
      line.quantity === billed.quantity &&
      line.net === billed.net &&
      daysFit(line.until, billed.until),
  );

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

/** All lines in a fixed order: by invoice, then by number. */
const placedLines = (invoices: readonly BilledInvoice[]): readonly PlacedLine[] =>
  [...invoices]
    .sort(byKey)
    .flatMap(({ key, lines }) =>
      [...lines]
        .sort((a, b) => a.line - b.line)
        .map((billed): PlacedLine => ({ invoice: key, line: billed.line, billed })),
    );

/** A discount or a rebate lowers its own purchase. It gives no other line back. */
const isReversal = ({ billed }: PlacedLine): boolean =>
  billed.net < 0 && billed.type !== 'SC' && billed.type !== 'AB';

/**
 * The line that a reversal gives back: of a linked invoice, else of the same order; the same amount first.
 */
function reversedBy(
  reversal: PlacedLine,
  invoices: ReadonlyMap<string, BilledInvoice>,
  lines: readonly PlacedLine[],
  taken: ReadonlySet<PlacedLine>,
): PlacedLine | null {
  const own = invoices.get(reversal.invoice);
  const linked = new Set(own?.linked.map(({ number }) => number.trim().toUpperCase()));
  const order = orderKey(reversal.billed.order);
  const fitting = lines.filter(
    (line) =>
      line !== reversal &&
      !taken.has(line) &&
      line.billed.net > 0 &&
      line.billed.kind === reversal.billed.kind &&
      (linked.has(invoices.get(line.invoice)?.number.trim().toUpperCase() ?? '') ||
        (order !== '' && orderKey(line.billed.order) === order)),
  );
  return fitting.find(({ billed }) => billed.net === -reversal.billed.net) ?? fitting[0] ?? null;
}

function reversalsOf(
  invoices: readonly BilledInvoice[],
  lines: readonly PlacedLine[],
): ReadonlyMap<PlacedLine, PlacedLine | null> {
  const byInvoice = new Map(invoices.map((invoice) => [invoice.key, invoice]));
  const reversals = new Map<PlacedLine, PlacedLine | null>();
  const taken = new Set<PlacedLine>();
  for (const line of lines.filter(isReversal)) {
    const of = reversedBy(line, byInvoice, lines, taken);
    reversals.set(line, of);
    if (of !== null && of.billed.net === -line.billed.net) taken.add(of);
  }
  return reversals;
}

/** Where each line belongs: a purchase, or none with those that would fit. */
interface Assignment {
  readonly lines: Map<BilledPurchase, PlacedLine[]>;
  readonly alone: Map<PlacedLine, readonly BilledPurchase[]>;
}

function assign(all: readonly PlacedLine[], purchases: readonly BilledPurchase[]): Assignment {
  const byOrder = groupBy(
    purchases.filter(({ orderNumber }) => orderKey(orderNumber) !== ''),
    ({ orderNumber }) => orderKey(orderNumber),
  );
  const assigned: Assignment = { lines: new Map(), alone: new Map() };
  const give = (purchase: BilledPurchase, line: PlacedLine): void => {
    const lines = assigned.lines.get(purchase);
    if (lines === undefined) assigned.lines.set(purchase, [line]);
    else lines.push(line);
  };
  const open: PlacedLine[] = [];
  for (const line of all) {
    const named = byOrder.get(orderKey(line.billed.order)) ?? [];
    const [purchase] = named;
    if (purchase !== undefined && named.length === 1) give(purchase, line);
    else if (orderKey(line.billed.order) === '') open.push(line);
    else assigned.alone.set(line, named);
  }
  // A purchase whose order an invoice names is told by that invoice alone.
  const free = purchases.filter((purchase) => !assigned.lines.has(purchase));
  const like = open.map((line) => ({ line, fits: free.filter((purchase) => isLike(line, purchase)) }));
  for (const { line, fits } of like) {
    const [purchase] = fits;
    if (purchase !== undefined && fits.length === 1) give(purchase, line);
    else assigned.alone.set(line, fits);
  }
  return assigned;
}

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
 * quantity, amount, days and holder if only one purchase fits. Every line is in one place, and every purchase
 * at most once. The order of invoices and purchases does not matter.
 */
export function reconcile(
  invoices: readonly BilledInvoice[],
  purchases: readonly BilledPurchase[],
): Reconciliation {
  const lines = placedLines(invoices);
  const sorted = [...purchases].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reversals = reversalsOf(invoices, lines);
  const assigned = assign(lines, sorted);
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
