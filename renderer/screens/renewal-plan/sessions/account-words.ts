import { signInsOf, workByAccount, type AccountWork } from '../../../../core/desk/plan/account-work.ts';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { arrangementOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { groupText } from '../../register/arrangement/arrangement-words.ts';

/** The work of one day by account. An item's amount is what the screen shows for it. */
export const accountWork = <T>(
  items: readonly T[],
  renewalOf: (item: T) => PlannedRenewal,
  arrangements: Arrangements,
  grossOf: (item: T) => Cents = (item) => renewalOf(item).gross,
): readonly AccountWork<T>[] =>
  workByAccount(items, (item) => {
    const { id, holder, serviceId } = renewalOf(item);
    return { id, holder, gross: grossOf(item), arrangement: arrangementOf(arrangements, serviceId) };
  });

export const accountText = ({ account }: AccountWork<unknown>): string =>
  groupText('account', { value: account });

/** How many sign-ins a day needs, and of how many services nobody knows the account. */
export function signInsText(work: readonly AccountWork<unknown>[]): string {
  const { accounts, unknown } = signInsOf(work);
  if (accounts + unknown === 0) return text('session.clients-buy');
  return [
    ...(accounts > 0 ? [text('session.sign-ins', { accounts })] : []),
    ...(unknown > 0 ? [text('session.account-unknown', { count: unknown })] : []),
  ].join(' ');
}

/** How many sign-ins a day needs, in two words. */
export const shortSignInsText = (work: readonly AccountWork<unknown>[]): string =>
  text('session.sign-ins-short', { accounts: signInsOf(work).accounts });

/** The most accounts that a line names. */
const named = 3;

/** The accounts of a day in one line, each with its number of services and its sum. */
export function accountsText(work: readonly AccountWork<unknown>[]): string {
  const parts = work.slice(0, named).map((one) =>
    text('session.account-part', {
      account: accountText(one),
      count: one.items.length,
      amount: money(one.gross),
    }),
  );
  const list = parts.join('; ');
  return work.length > named ? text('names.and-more', { list, count: work.length - named }) : list;
}
