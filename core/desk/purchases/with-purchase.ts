import type { PurchaseId } from '../../kernel/id.ts';
import { err } from '../../kernel/result.ts';
import { foldPurchase, type Purchase } from '../../purchases/fold.ts';
import type { Decision } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import type { PurchasesRefusal } from './refusals.ts';

/** Decides about one purchase. Refused as unknown if there is none. */
export function withPurchase(
  { workspace }: AppState,
  purchaseId: PurchaseId,
  change: (purchase: Purchase) => Decision<PurchasesRefusal>,
): Decision<PurchasesRefusal> {
  const record = workspace.purchases.get(purchaseId);
  return record === undefined ? err({ reason: 'unknown', what: 'purchase' }) : change(foldPurchase(record));
}
