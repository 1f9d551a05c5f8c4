// Purchases above a limit wait for whoever administers the studio.
import type { PurchaseId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Purchase } from '../../purchases/fold.ts';
import type { PurchaseRecord, PurchaseState } from '../../purchases/purchase.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import { changedFigures } from '../cart/changed-figures.ts';
import { withPurchase } from './with-purchase.ts';
import type { PurchasesRefusal } from './refusals.ts';

type Decision = DecisionOr<PurchasesRefusal>;
type Workspace = Pick<AppState['workspace'], 'approvals'>;

const grossOf = ({ revision }: PurchaseRecord): number => revision.quote.gross;

/** The limit in cents, gross. Null: nothing needs an approval. */
export function approvalLimit({ approvals }: Workspace): number | null {
  const row = approvals.get('limit');
  return row?.kind === 'limit' ? row.limit : null;
}

/** Whether a purchase still waits for an approval. One that was given for less does not count. */
export function needsApproval({ approvals }: Workspace, record: PurchaseRecord): boolean {
  const limit = approvalLimit({ approvals });
  const gross = grossOf(record);
  if (limit === null || gross <= limit) return false;
  const given = approvals.get(record.id);
  return given?.kind !== 'given' || given.gross < gross;
}

/** Sets the limit, or takes it away with null. */
export const setApprovalLimit = (_state: AppState, { limit }: { readonly limit: number | null }): Decision =>
  ok([
    {
      table: 'approvals',
      id: 'limit',
      value: limit === null ? null : { kind: 'limit', id: 'limit', limit },
    },
  ]);

/** The states in which a purchase can be approved: nothing is ordered yet, as far as anybody knows. */
const beforeOrder: ReadonlySet<PurchaseState> = new Set(['prepared', 'at-cart', 'compared']);

/** Whether a purchase waits for an approval that can still be given. */
export const awaitsApproval = (workspace: Workspace, { record, state }: Purchase): boolean =>
  beforeOrder.has(state) && needsApproval(workspace, record);

/** Why nobody needs to approve it: somebody has, or the limit is no longer in its way. */
function notNeeded(workspace: Workspace, record: PurchaseRecord): PurchasesRefusal {
  const given = workspace.approvals.get(record.id);
  const limit = approvalLimit(workspace);
  return given?.kind === 'given' && limit !== null && grossOf(record) > limit
    ? { reason: 'approved-already', name: given.by }
    : { reason: 'approval-not-needed' };
}

/**
 * Approves a purchase that waits for it. Refused once it is ordered or abandoned, and if its total is not the
 * one that was shown.
 */
export const approvePurchase = (
  state: AppState,
  { purchaseId, shownGross }: { readonly purchaseId: PurchaseId; readonly shownGross?: number },
  _idOf: IdOf,
  { at, by }: Stamp,
): Decision =>
  withPurchase(state, purchaseId, ({ record, state: stands }) => {
    if (!beforeOrder.has(stands)) return err({ reason: 'purchase-moved-on', state: stands });
    if (!needsApproval(state.workspace, record)) return err(notNeeded(state.workspace, record));
    const changed = changedFigures(shownGross, grossOf(record));
    if (changed !== undefined) return err(changed);
    return ok([
      {
        table: 'approvals',
        id: record.id,
        value: { kind: 'given', id: record.id, gross: grossOf(record), at, by },
      },
    ]);
  });
