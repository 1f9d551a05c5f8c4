import { addMonths, type Day } from '../../kernel/day.ts';
import type { Cents } from '../../kernel/cents.ts';
import { calibratePurchase } from '../../purchases/compare.ts';
import { dayOfComparison, expectedOn } from '../../purchases/expected.ts';
import { foldPurchase, type Purchase } from '../../purchases/fold.ts';
import { paidGross } from '../../purchases/purchase.ts';
import type { AppState, Firm } from '../rows/state.ts';

/** A purchase for which Aruba charges something else than expected, and nobody knows why. Signed cents. */
export interface UnexplainedDifference {
  readonly purchase: Purchase;
  readonly on: Day;
  readonly difference: Cents;
}

/** A difference older than this no longer tells anything about the coming months. */
const monthsShown = 12;

/** True if a person named a cause that explains it, or the firm's own rule gives the total by now. */
function isExplained(purchase: Purchase, { rule, offPolicy }: Firm): boolean {
  const { compared, record } = purchase;
  if (compared === null) return true;
  if (compared.cause !== null) return compared.cause !== 'other';
  const found = calibratePurchase(record, dayOfComparison(purchase, compared.day), compared.receipt);
  return (
    found.ok &&
    found.value.fits.some((fit) =>
      compared.receipt.extension ? fit.rule === rule : fit.offPolicy === offPolicy,
    )
  );
}

/** The differences that stay beside the forecast until they are explained (rule K), the newest first. */
export function unexplainedDifferences({ workspace, today }: AppState): readonly UnexplainedDifference[] {
  const firm = workspace.firm.get('firm');
  if (firm === undefined) return [];
  const since = addMonths(today, -monthsShown);
  return [...workspace.purchases.values()]
    .map(foldPurchase)
    .flatMap((purchase): UnexplainedDifference[] => {
      const { compared, state, record } = purchase;
      if (compared === null || compared.day < since) return [];
      if (state === 'abandoned' || state === 'cancelled') return [];
      const expected = expectedOn(record, dayOfComparison(purchase, compared.day));
      if (!expected.ok) return [];
      const gross = paidGross(compared.receipt, expected.value);
      if (gross === null || expected.value.gross === gross) return [];
      if (isExplained(purchase, firm)) return [];
      return [{ purchase, on: compared.day, difference: (gross - expected.value.gross) as Cents }];
    })
    .sort((a, b) =>
      a.on > b.on ? -1 : a.on < b.on ? 1 : a.purchase.record.id < b.purchase.record.id ? -1 : 1,
    );
}
