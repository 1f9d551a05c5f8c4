import type { Figures, FiguresLine } from './figures.ts';

/** One line on both sides. Null if a side does not have it. */
export interface LineDifference {
  readonly kind: FiguresLine['kind'];
  readonly reason: FiguresLine['reason'];
  readonly ours: FiguresLine | null;
  readonly theirs: FiguresLine | null;
  readonly same: boolean;
}

/** The differences of two quotes for one purchase: line by line, and in their inputs. */
export interface QuoteDifference {
  readonly lines: readonly LineDifference[];
  /** Inputs that differ. Each can be the cause of all different lines. */
  readonly causes: readonly ('day' | 'rule' | 'price-list' | 'vat' | 'convention')[];
}

const keyOf = ({ reason, kind, id }: FiguresLine): string => `${reason} ${kind} ${id}`;

const sameLine = (a: FiguresLine, b: FiguresLine): boolean =>
  a.quantity === b.quantity &&
  a.yearly === b.yearly &&
  a.expiry === b.expiry &&
  a.newExpiry === b.newExpiry &&
  a.net === b.net;

/**
 * Compares two quotes of one purchase. Our lines come first, in their order, then
 * the lines that only they have.
 */
export function quoteDifference(ours: Figures, theirs: Figures): QuoteDifference {
  const left = new Map(theirs.lines.map((line) => [keyOf(line), line]));
  const lines = ours.lines.map((line): LineDifference => {
    const other = left.get(keyOf(line)) ?? null;
    left.delete(keyOf(line));
    return {
      kind: line.kind,
      reason: line.reason,
      ours: line,
      theirs: other,
      same: other !== null && sameLine(line, other),
    };
  });
  const onlyTheirs = [...left.values()].map((line): LineDifference => ({
    kind: line.kind,
    reason: line.reason,
    ours: null,
    theirs: line,
    same: false,
  }));
  const causes = [
    ours.day !== theirs.day && 'day',
    ours.rule !== theirs.rule && 'rule',
    ours.priceListVersion !== theirs.priceListVersion && 'price-list',
    ours.vatBasisPoints !== theirs.vatBasisPoints && 'vat',
    (ours.discount?.basisPoints ?? 0) !== (theirs.discount?.basisPoints ?? 0) && 'convention',
  ] as const;
  return { lines: [...lines, ...onlyTheirs], causes: causes.filter((cause) => cause !== false) };
}
