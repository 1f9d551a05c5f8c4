import { groupBy } from '../../kernel/group-by.ts';
import type { BilledInvoice, LineRef, PlacedLine } from './billed.ts';
import { orderKey } from './order-key.ts';

/** A discount or a rebate lowers its own purchase. It gives no other line back. */
const isReversal = ({ billed }: PlacedLine): boolean =>
  billed.net < 0 && billed.type !== 'SC' && billed.type !== 'AB';

/** True unless both name somebody, and not the same one. */
const sameHolder = (one: PlacedLine, other: PlacedLine): boolean =>
  one.billed.holderCode === '' ||
  other.billed.holderCode === '' ||
  one.billed.holderCode === other.billed.holderCode;

/** Finds lines without going through all of them: a desk may have a hundred thousand. */
interface Index {
  readonly invoices: ReadonlyMap<string, BilledInvoice>;
  readonly byNumber: ReadonlyMap<string, readonly PlacedLine[]>;
  readonly byOrder: ReadonlyMap<string, readonly PlacedLine[]>;
  readonly byInvoice: ReadonlyMap<string, readonly PlacedLine[]>;
}

const numberKey = (number: string): string => number.trim().toUpperCase();

function indexOf(invoices: readonly BilledInvoice[], lines: readonly PlacedLine[]): Index {
  const byKey = new Map(invoices.map((invoice) => [invoice.key, invoice]));
  return {
    invoices: byKey,
    byNumber: groupBy(lines, ({ invoice }) => numberKey(byKey.get(invoice)?.number ?? '')),
    byOrder: groupBy(lines, ({ billed }) => orderKey(billed.order)),
    byInvoice: groupBy(lines, ({ invoice }) => invoice),
  };
}

/**
 * The line that a reversal gives back: of a linked invoice, else of the same order; the same amount first. In
 * its own invoice only a line with the same amount.
 */
function reversedBy(
  reversal: PlacedLine,
  { invoices, byNumber, byOrder, byInvoice }: Index,
  taken: ReadonlySet<PlacedLine>,
): PlacedLine | null {
  const order = orderKey(reversal.billed.order);
  const linked = invoices.get(reversal.invoice)?.linked ?? [];
  const isSame = ({ billed }: PlacedLine): boolean => billed.net === -reversal.billed.net;
  const fitting = [
    ...linked.flatMap(({ number }) => byNumber.get(numberKey(number)) ?? []),
    ...(order === '' ? [] : (byOrder.get(order) ?? [])),
    ...(byInvoice.get(reversal.invoice) ?? []).filter(isSame),
  ].filter(
    (line) =>
      line !== reversal &&
      !taken.has(line) &&
      line.billed.net > 0 &&
      line.billed.kind === reversal.billed.kind &&
      sameHolder(line, reversal),
  );
  return fitting.find(isSame) ?? fitting[0] ?? null;
}

/** Each line that gives something back, and the line that it gives back; null if none fits. */
export function reversalsOf(
  invoices: readonly BilledInvoice[],
  lines: readonly PlacedLine[],
): ReadonlyMap<PlacedLine, PlacedLine | null> {
  const reversals = new Map<PlacedLine, PlacedLine | null>();
  const giving = lines.filter(isReversal);
  if (giving.length === 0) return reversals;
  const index = indexOf(invoices, lines);
  const taken = new Set<PlacedLine>();
  for (const line of giving) {
    const of = reversedBy(line, index, taken);
    reversals.set(line, of);
    if (of !== null && of.billed.net === -line.billed.net) taken.add(of);
  }
  return reversals;
}

/** All lines in a fixed order: by invoice, then by number. */
export const placedLines = (invoices: readonly BilledInvoice[]): readonly PlacedLine[] =>
  [...invoices]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key, lines }) =>
      [...lines]
        .sort((a, b) => a.line - b.line)
        .map((billed): PlacedLine => ({ invoice: key, line: billed.line, billed })),
    );

/** The key of a line among those of all invoices. */
export const refKey = ({ invoice, line }: LineRef): string => `${invoice}#${line}`;

/** The keys of the lines that were given back, whole or in part. */
export const reversedLines = (invoices: readonly BilledInvoice[]): ReadonlySet<string> =>
  new Set(
    [...reversalsOf(invoices, placedLines(invoices)).values()].flatMap((of) =>
      of === null ? [] : [refKey(of)],
    ),
  );
