// How services are looked after (rule J5): what the facts say, groups, filters.
import { expect, test } from 'vitest';
import type { ServiceId } from '../../../core/kernel/id.ts';
import {
  arrangementFields,
  arrangementOf,
  arrangementsOf,
  type Arrangement,
} from '../../../core/register/arrangement.ts';
import { arrangedBy, notSaid, passesFilters } from '../../../core/register/arranged-by.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { day } from '../../support/samples.ts';

const fact = (about: string, field: string, value: unknown, asOf = '2026-11-01'): Fact =>
  ({
    id: `${about}-${field}-${asOf}`,
    at: 1,
    by: null,
    about,
    field,
    value,
    asOf: day(asOf),
    source: { kind: 'typed' },
    evidence: null,
    corrects: null,
    reason: null,
    confirmed: true,
  }) as unknown as Fact;

const id = (text: string): ServiceId => text as ServiceId;
const said = (parts: Partial<Arrangement>): Arrangement => ({
  account: null,
  payer: null,
  access: null,
  caretaker: null,
  ...parts,
});

test('the newest fact of each field counts, and what nobody said is null', () => {
  const all = arrangementsOf([
    fact('a', 'payer', 'client'),
    fact('a', 'payer', 'firm', '2026-11-20'),
    fact('a', 'caretaker', 'Maria Bassi'),
    fact('b', 'holder', 'Alba'),
  ]);
  expect(arrangementOf(all, id('a'))).toEqual(said({ payer: 'firm', caretaker: 'Maria Bassi' }));
  expect(arrangementOf(all, id('b'))).toEqual(said({}));
  expect(all.has(id('b'))).toBe(false);
});

const accounts = [
  said({ account: '10@aruba.it' }),
  said({}),
  said({ account: 'Zeta@aruba.it' }),
  said({ account: '9@aruba.it' }),
  said({ account: ' zeta@ARUBA.it' }),
  said({ account: 'Zeta@aruba.it' }),
];

test('accounts by name with numbers by value, one account whatever its case, not said last', () => {
  const groups = arrangedBy(accounts, 'account', (one) => one);
  expect(groups.map(({ key, value, items }) => [key, value, items.length])).toEqual([
    ['9@aruba.it', '9@aruba.it', 1],
    ['10@aruba.it', '10@aruba.it', 1],
    ['zeta@aruba.it', 'Zeta@aruba.it', 3],
    [notSaid, null, 1],
  ]);
});

test('payers and access ways keep their own order', () => {
  const payers = arrangedBy(
    [said({ payer: 'client' }), said({}), said({ payer: 'firm' })],
    'payer',
    (one) => one,
  );
  expect(payers.map(({ value }) => value)).toEqual(['firm', 'client', null]);
  const ways = arrangedBy(
    [said({ access: 'client-buys' }), said({ access: 'own' }), said({ access: 'premium' })],
    'access',
    (one) => one,
  );
  expect(ways.map(({ value }) => value)).toEqual(['own', 'premium', 'client-buys']);
});

test.each(arrangementFields)('a filter on %s finds exactly the group of its key', (field) => {
  const all = [
    ...accounts,
    said({ payer: 'firm', access: 'own', caretaker: 'Luca Neri' }),
    said({ payer: 'client', access: 'client-buys', caretaker: 'luca  neri' }),
  ];
  for (const { key, items } of arrangedBy(all, field, (one) => one))
    expect(all.filter((one) => passesFilters(one, { [field]: key }))).toEqual(items);
  expect(all.every((one) => passesFilters(one, {}))).toBe(true);
});

test('several filters must all fit', () => {
  const one = said({ payer: 'firm', caretaker: 'Luca Neri' });
  expect(passesFilters(one, { payer: 'firm', caretaker: 'luca neri' })).toBe(true);
  expect(passesFilters(one, { payer: 'client', caretaker: 'luca neri' })).toBe(false);
  expect(passesFilters(one, { account: notSaid })).toBe(true);
});
