import { sum, type Cents } from '../../kernel/cents.ts';
import type { Arrangement } from '../../register/arrangement.ts';
import { arrangedBy, compareNames } from '../../register/arranged-by.ts';

/** The part of a day's work that one sign-in serves: the services of one Aruba account (rule J5). */
export interface AccountWork<T> {
  readonly key: string;
  /** Null: nobody has said under which account these services are. */
  readonly account: string | null;
  readonly items: readonly T[];
  readonly gross: Cents;
  /** The number of services that only the client can buy: they need no sign-in of the firm. */
  readonly clientBuys: number;
}

export interface WorkItem {
  readonly id: string;
  readonly holder: string;
  readonly gross: Cents;
  readonly arrangement: Arrangement;
}

const buysAlone = ({ access }: Arrangement): boolean => access === 'client-buys';

/**
 * The work of one day by account: accounts by name, services without one last. Within an account by holder,
 * equal holders by id. Days and amounts stay as the plan made them.
 */
export function workByAccount<T>(items: Iterable<T>, of: (item: T) => WorkItem): readonly AccountWork<T>[] {
  const known = [...items]
    .map((item) => ({ item, work: of(item) }))
    .sort((a, b) => compareNames(a.work.holder, b.work.holder) || (a.work.id < b.work.id ? -1 : 1));
  return arrangedBy(known, 'account', ({ work }) => work.arrangement).map(({ key, value, items: own }) => ({
    key,
    account: value,
    items: own.map(({ item }) => item),
    gross: sum(own.map(({ work }) => work.gross)),
    clientBuys: own.filter(({ work }) => buysAlone(work.arrangement)).length,
  }));
}

/**
 * The number of sign-ins that a day needs, one for each account in which the firm buys, and the number of
 * services of which nobody knows the account.
 */
export function signInsOf(work: readonly AccountWork<unknown>[]): {
  readonly accounts: number;
  readonly unknown: number;
} {
  const byFirm = work.map(({ account, items, clientBuys }) => ({ account, left: items.length - clientBuys }));
  return {
    accounts: byFirm.filter(({ account, left }) => account !== null && left > 0).length,
    unknown: byFirm.reduce((count, { account, left }) => count + (account === null ? left : 0), 0),
  };
}
