// A list beside the register: which row is which service.
import { expect, test } from 'vitest';
import { finish } from '../../../core/kernel/steps.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { differenceInSteps } from '../../../core/register/difference.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { serviceList } from '../../support/service-lists.ts';

/** A register of services, each by its id, as a list says them. */
function registerOf(lines: Readonly<Record<string, string>>): ReadonlyMap<ServiceId, Registered> {
  const { rows } = serviceList(['Cliente;P.IVA;C.F.;Servizio;Scadenza', ...Object.values(lines)]);
  return new Map(
    Object.keys(lines).map((id, index) => [
      id as ServiceId,
      {
        id,
        known: Object.fromEntries(
          Object.entries(rows[index]?.details ?? {}).map(([field, value]) => [field, { value, facts: [] }]),
        ),
      } as unknown as Registered,
    ]),
  );
}

/** Of each row of the list, the service that it meets and the fields that it changes. Null: a new service. */
function met(register: ReadonlyMap<ServiceId, Registered>, ...lines: readonly string[]) {
  const { rows } = serviceList(['Cliente;P.IVA;C.F.;Servizio;Scadenza', ...lines]);
  const { fresh, changed, same } = finish(differenceInSteps(rows, register));
  return [...fresh, ...changed, ...same]
    .sort((a, b) => a.row.row - b.row.row)
    .map(({ about, changed: fields }) => [about, fields.map(({ field }) => field)]);
}

const one = registerOf({ S1: 'Rossi Mario;02342520158;;FE;15/03/2027' });

test('a namesake with another VAT number takes no service over, wherever it stands in the list', () => {
  const [own, namesake] = [
    'Rossi Mario;02342520158;;FE;15/03/2027',
    'Rossi Mario;86334519757;;FE;20/09/2027',
  ];
  expect(met(one, namesake, own)).toEqual([
    [null, []],
    ['S1', []],
  ]);
  expect(met(one, own, namesake)).toEqual([
    ['S1', []],
    [null, []],
  ]);
  expect(met(one, namesake)).toEqual([[null, []]]);
});

test('nor does one with another tax code', () => {
  const person = registerOf({ S1: 'Rossi Mario;;RSSMRA79B11C566R;FE;15/03/2027' });
  expect(met(person, 'Rossi Mario;;RSSMRA85T10A562S;FE;20/09/2027')).toEqual([[null, []]]);
  expect(met(person, 'Rossi Mario;02342520158;;FE;15/03/2027')).toEqual([['S1', ['vatCode']]]);
});

test('a name without a number meets the service of that name, unless a row with its number does', () => {
  expect(met(one, 'Rossi Mario;;;FE;20/09/2027')).toEqual([['S1', ['expiry']]]);
  expect(met(one, 'Rossi Mario;;;FE;20/09/2027', 'Rossi Mario;02342520158;;FE;15/03/2027')).toEqual([
    [null, []],
    ['S1', []],
  ]);
});
