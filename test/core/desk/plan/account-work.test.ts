// The work of one day by account (rule J5).
import { expect, test } from 'vitest';
import { signInsOf, workByAccount, type WorkItem } from '../../../../core/desk/plan/account-work.ts';
import { cents } from '../../../../core/kernel/cents.ts';
import type { Arrangement } from '../../../../core/register/arrangement.ts';

const work = (id: string, holder: string, gross: number, parts: Partial<Arrangement>): WorkItem => ({
  id,
  holder,
  gross: cents(gross),
  arrangement: { account: null, payer: null, access: null, caretaker: null, ...parts },
});

const items = [
  work('1', 'Cliente 10', 100, { account: 'b@aruba.it' }),
  work('2', 'Rossi', 20, {}),
  work('3', 'Cliente 2', 200, { account: 'b@aruba.it', access: 'premium' }),
  work('4', 'Verdi', 3000, { account: 'a@aruba.it', access: 'client-buys' }),
  work('5', 'Bar', 5, { access: 'client-buys' }),
];

test('accounts by name, services without one last, each with count and sum; clients within by name', () => {
  const groups = workByAccount(items, (one) => one);
  expect(
    groups.map(({ account, items: own, gross, clientBuys }) => [
      account,
      own.map(({ holder }) => holder),
      gross,
      clientBuys,
    ]),
  ).toEqual([
    ['a@aruba.it', ['Verdi'], 3000, 1],
    ['b@aruba.it', ['Cliente 2', 'Cliente 10'], 300, 0],
    [null, ['Bar', 'Rossi'], 25, 1],
  ]);
});

test('the order of the items does not matter', () => {
  const given = (list: readonly WorkItem[]) => workByAccount(list, (one) => one);
  expect(given(items.toReversed())).toEqual(given(items));
});

test('an account whose services only the client can buy needs no sign-in', () => {
  expect(signInsOf(workByAccount(items, (one) => one))).toEqual({ accounts: 1, unknown: 1 });
  expect(signInsOf([])).toEqual({ accounts: 0, unknown: 0 });
});
