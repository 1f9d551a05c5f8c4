// Purchases above a limit wait for whoever administers the studio.
import type { PurchaseId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
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

/** Approves an open purchase. Refused if it has moved on: then there is nothing to approve any more. */
export const approvePurchase = (
  state: AppState,
  { purchaseId }: { readonly purchaseId: PurchaseId },
  _idOf: IdOf,
  { at, by }: Stamp,
): Decision =>
  withPurchase(state, purchaseId, ({ record, state: stands }) =>
    needsApproval(state.workspace, record)
      ? ok([
          {
            table: 'approvals',
            id: record.id,
            value: { kind: 'given', id: record.id, gross: grossOf(record), at, by },
          },
        ])
      : err({ reason: 'purchase-moved-on', state: stands }),
  );
