import { calibratePurchase } from '../../purchases/compare.ts';
import { dayOfComparison } from '../../purchases/expected.ts';
import { foldPurchase, type Purchase } from '../../purchases/fold.ts';
import type { Calibration, Receipt } from '../../quotes/calibrate.ts';
import { proposalOf, type Finding, type Proposal } from '../../quotes/proposal.ts';
import { offPolicies, type OffPolicy } from '../../renewals/add-users.ts';
import { monthRules, type MonthRule } from '../../renewals/months.ts';
import { invoiceFindings } from './invoice-findings.ts';
import type { AppState, Evidence } from '../rows/state.ts';

/** Whether a receipt tells month rules apart or the policies: without the extension no months are charged. */
const aboutOf = ({ extension }: Pick<Receipt, 'extension'>): Finding['about'] =>
  extension ? 'rule' : 'policy';

const fromEvidence = ({ id, on, holder, receipt, fits }: Evidence): Finding => ({
  id,
  on,
  from: 'receipt',
  holder,
  about: aboutOf(receipt),
  fits,
  tells: fits.length < (receipt.extension ? monthRules : offPolicies).length,
  explained: false,
});

/** What the total of a purchase says. Null if nobody has typed it, or if it has only one reading. */
function findingOf(purchase: Purchase): Finding | null {
  const { record, compared } = purchase;
  if (compared === null) return null;
  const { receipt, cause, day } = compared;
  const calibration = calibratePurchase(record, dayOfComparison(purchase, day), receipt);
  if (!calibration.ok || calibration.value.tried.length < 2) return null;
  return findingFrom(calibration.value, {
    id: record.id,
    on: day,
    from: 'purchase',
    holder: record.holder,
    about: aboutOf(receipt),
    explained: cause !== null,
  });
}

/** A finding from what all readings give: it tells something if they do not all give the receipt. */
export const findingFrom = ({ fits, tried }: Calibration, of: Omit<Finding, 'fits' | 'tells'>): Finding => ({
  ...of,
  fits,
  tells: fits.length < tried.length,
});

/** Everything that is known about Aruba's rounding: carts that were typed, purchases, lines of invoices. */
export const findings = (state: AppState): readonly Finding[] => [
  ...[...state.workspace.evidence.values()].map(fromEvidence),
  ...[...state.workspace.purchases.values()].flatMap((record) => findingOf(foldPurchase(record)) ?? []),
  ...invoiceFindings(state),
];

/** The month rule that all findings allow (rule I3). */
export const ruleProposal = (all: Iterable<Finding>): Proposal<MonthRule> =>
  proposalOf(all, 'rule', monthRules, ({ rule }) => rule);

/** The policy without the extension that all findings allow. */
export const policyProposal = (all: Iterable<Finding>): Proposal<OffPolicy> =>
  proposalOf(all, 'policy', offPolicies, ({ offPolicy }) => offPolicy);
