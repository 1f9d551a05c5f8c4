// Which purchase a line of an invoice belongs to.
import { addDays, type Day } from '../../kernel/day.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { BilledInvoice, BilledPurchase, ExpectedLine, PlacedLine } from './billed.ts';
import { orderKey } from './order-key.ts';

/** Where each line belongs: a purchase, or none with those that would fit. */
export interface Assignment {
  readonly lines: Map<BilledPurchase, PlacedLine[]>;
  readonly alone: Map<PlacedLine, readonly BilledPurchase[]>;
}

type Invoices = ReadonlyMap<string, BilledInvoice>;

/** True if both days are the same, or one is the day after the other: whether the last day counts is open. */
const daysFit = (a: Day | null, b: Day | null): boolean =>
  a === null || b === null || a === b || addDays(a, 1) === b || addDays(b, 1) === a;

const sameCode = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/**
 * The expected lines that a line without an order number may be: everything that it says fits. None if its
 * invoice is older than the purchase, or is paid by another client.
 */
function likenesses(
  { invoice, billed }: PlacedLine,
  purchase: BilledPurchase,
  invoices: Invoices,
): readonly ExpectedLine[] {
  const own = invoices.get(invoice);
  if (own === undefined || own.date < purchase.since) return [];
  if (!sameCode(billed.holderCode, purchase.vatCode) || !sameCode(own.clientCode, purchase.vatCode))
    return [];
  return purchase.lines.filter(
    (line) =>
      line.kind === billed.kind &&
      line.quantity === billed.quantity &&
      line.net === billed.net &&
      daysFit(line.until, billed.until),
  );
}

/**
 * Gives the lines of one invoice that only this purchase fits to its expected lines, each once. If more lines
 * say the same than are still expected, nobody knows which of them are meant: a person decides.
 */
function giveOnce(
  lines: readonly PlacedLine[],
  purchase: BilledPurchase,
  filled: Set<ExpectedLine>,
  invoices: Invoices,
): { readonly given: readonly PlacedLine[]; readonly asked: ReadonlyMap<PlacedLine, boolean> } {
  const given: PlacedLine[] = [];
  const asked = new Map<PlacedLine, boolean>();
  const alike = groupBy(lines, ({ billed }) => `${billed.kind} ${billed.quantity} ${billed.net}`);
  for (const group of alike.values()) {
    const places = group.map((line) =>
      likenesses(line, purchase, invoices).filter((expected) => !filled.has(expected)),
    );
    const free = new Set(places.flat());
    if (free.size < group.length) for (const line of group) asked.set(line, free.size > 0);
    else
      for (const [index, line] of group.entries()) {
        const place = places[index]?.find((expected) => !filled.has(expected));
        if (place === undefined) asked.set(line, true);
        else {
          filled.add(place);
          given.push(line);
        }
      }
  }
  return { given, asked };
}

/**
 * Each line by what a person confirmed, else by its order number, else by likeness if only one purchase fits.
 * Invoices are taken in the order of their days, so that a later one finds what an earlier one has filled.
 */
export function assign(
  all: readonly PlacedLine[],
  purchases: readonly BilledPurchase[],
  invoices: Invoices,
): Assignment {
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
  const byId = new Map<string, BilledPurchase>(purchases.map((purchase) => [purchase.id, purchase]));
  const open: PlacedLine[] = [];
  const told = new Set<BilledPurchase>();
  const filled = new Set<ExpectedLine>();
  for (const line of all) {
    const { confirmed, order } = line.billed;
    const hasOrder = orderKey(order) !== '';
    const known = byId.get(confirmed?.id ?? '');
    const named = known === undefined ? (byOrder.get(orderKey(order)) ?? []) : [known];
    const [purchase] = named;
    if (purchase !== undefined && named.length === 1) {
      give(purchase, line);
      if (hasOrder) told.add(purchase);
      for (const expected of purchase.lines) if (expected.line === confirmed?.line) filled.add(expected);
    } else if (hasOrder) assigned.alone.set(line, named);
    else open.push(line);
  }
  // A purchase whose order an invoice names is told by that invoice alone.
  const free = purchases.filter((purchase) => !told.has(purchase));
  const dayOf = (key: string): string => `${invoices.get(key)?.date ?? ''} ${key}`;
  const byInvoice = [...groupBy(open, ({ invoice }) => invoice)].sort(([a], [b]) =>
    dayOf(a) < dayOf(b) ? -1 : 1,
  );
  for (const [, lines] of byInvoice) {
    const only = new Map<BilledPurchase, PlacedLine[]>();
    for (const line of lines) {
      const fits = free.filter((purchase) => likenesses(line, purchase, invoices).length > 0);
      const [purchase] = fits;
      if (purchase === undefined || fits.length > 1) assigned.alone.set(line, fits);
      else only.set(purchase, [...(only.get(purchase) ?? []), line]);
    }
    for (const [purchase, claims] of only) {
      const { given, asked } = giveOnce(claims, purchase, filled, invoices);
      for (const line of given) give(purchase, line);
      for (const [line, isOpen] of asked) assigned.alone.set(line, isOpen ? [purchase] : []);
    }
  }
  return assigned;
}
