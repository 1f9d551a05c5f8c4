import type { ItemKind } from '../../catalog/item.ts';
import type { ExpectedLine, LineRef, PlacedLine } from './billed.ts';

/** Lines of one order that are one thing: an advance, its balance, and what was given back of it. */
export interface Slot {
  readonly kind: ItemKind | null;
  readonly quantity: number | null;
  readonly net: number;
  readonly refs: readonly LineRef[];
}

/** How an expected line and the invoices agree. Nets in cents. */
export type LineMatch =
  | { readonly what: 'equal'; readonly line: string; readonly net: number; readonly refs: readonly LineRef[] }
  | {
      readonly what: 'different';
      readonly line: string;
      readonly expected: number;
      readonly billed: number;
      readonly refs: readonly LineRef[];
    }
  | { readonly what: 'missing'; readonly line: string; readonly expected: number }
  | { readonly what: 'not-in-purchase'; readonly billed: number; readonly refs: readonly LineRef[] };

/**
 * The lines of one order as things. Two lines of one invoice are two things; a line of another invoice with
 * the same kind and quantity goes on with a thing that this invoice has not touched yet.
 */
export function slotsOf(lines: readonly PlacedLine[]): readonly Slot[] {
  const slots: { slot: Slot; invoices: Set<string> }[] = [];
  for (const { invoice, line, billed } of lines) {
    const ref = { invoice, line };
    const open = slots.find(
      ({ slot, invoices }) =>
        slot.kind === billed.kind &&
        (slot.quantity === billed.quantity || billed.net < 0) &&
        (!invoices.has(invoice) || billed.net < 0),
    );
    if (open === undefined) {
      const slot = { kind: billed.kind, quantity: billed.quantity, net: billed.net, refs: [ref] };
      slots.push({ slot, invoices: new Set([invoice]) });
    } else {
      open.slot = { ...open.slot, net: open.slot.net + billed.net, refs: [...open.slot.refs, ref] };
      open.invoices.add(invoice);
    }
  }
  return slots.map(({ slot }) => slot);
}

type Fits = (slot: Slot, line: ExpectedLine) => boolean;

/** From the surest to the least sure. */
const ways: readonly Fits[] = [
  (slot, line) => slot.kind === line.kind && slot.quantity === line.quantity && slot.net === line.net,
  (slot, line) => slot.kind === line.kind && slot.net === line.net,
  (slot, line) => slot.kind === line.kind && slot.quantity === line.quantity,
  (slot, line) => slot.kind === line.kind,
];

/** Puts each thing beside one expected line. What is left over is missing, or not in the purchase. */
export function matchSlots(slots: readonly Slot[], expected: readonly ExpectedLine[]): readonly LineMatch[] {
  const slotOf = new Map<ExpectedLine, Slot>();
  const used = new Set<Slot>();
  for (const fits of ways)
    for (const line of expected) {
      if (slotOf.has(line)) continue;
      const slot = slots.find((each) => !used.has(each) && fits(each, line));
      if (slot === undefined) continue;
      slotOf.set(line, slot);
      used.add(slot);
    }
  return [
    ...expected.map((line): LineMatch => {
      const slot = slotOf.get(line);
      if (slot === undefined) return { what: 'missing', line: line.line, expected: line.net };
      const { refs, net } = slot;
      return net === line.net
        ? { what: 'equal', line: line.line, net, refs }
        : { what: 'different', line: line.line, expected: line.net, billed: net, refs };
    }),
    ...slots
      .filter((slot) => !used.has(slot))
      .map(({ net, refs }): LineMatch => ({ what: 'not-in-purchase', billed: net, refs })),
  ];
}
