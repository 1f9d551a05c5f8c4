// Every expiry remembers its anchor (rule A1), also where a fact says the day alone.
import { expect, test } from 'vitest';
import { addMonths } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { foldService } from '../../../core/register/fold.ts';
import { registeredService } from '../../../core/register/registered-service.ts';
import { aDay } from '../../support/plain-date.ts';

const about = 's-1' as ServiceId;
const fact = (id: number, field: string, value: unknown, asOf: string): Fact =>
  ({
    id: `f-${id}`,
    at: id,
    by: 'x',
    about,
    field,
    value,
    asOf,
    source: { kind: 'typed' },
    evidence: '',
    confirmed: true,
  }) as unknown as Fact;

/** The service after these expiries, each said on the day before it. */
function baseItem(...expiries: readonly string[]) {
  const said = expiries.map((day, index) => fact(index + 1, 'expiry', day, addMonths(aDay(day), -12)));
  const facts = [fact(0, 'kind', 'e-invoicing', '2024-01-01'), ...said];
  const [item] = registeredService(foldService(about, facts))?.service.items ?? [];
  // The order of the facts does not matter.
  expect(registeredService(foldService(about, [...facts].reverse()))?.service.items[0]).toEqual(item);
  return item;
}

test('29 February renewed for a year, and for three more, is 29 February again', () => {
  expect(baseItem('2028-02-29')).toMatchObject({ expiry: '2028-02-29', anchor: 29 });
  const next = baseItem('2028-02-29', '2029-02-28');
  expect(next).toMatchObject({ expiry: '2029-02-28', anchor: 29 });
  expect(addMonths(aDay('2029-02-28'), 36, next?.anchor)).toBe('2032-02-29');
  expect(baseItem('2028-02-29', '2029-02-28', '2030-02-28')?.anchor).toBe(29);
});

test('28 February is its own anchor otherwise, and another expiry between them ends the memory', () => {
  expect(baseItem('2029-02-28')?.anchor).toBe(28);
  expect(baseItem('2028-02-29', '2029-06-15', '2030-02-28')?.anchor).toBe(28);
  expect(baseItem('2028-05-31', '2029-02-28')?.anchor).toBe(28);
});

test('an order of 29 February keeps it, though nobody knew the service before', () => {
  const ordered = (anchor?: 29): Fact =>
    ({
      ...fact(1, 'expiry', '2029-02-28', '2028-03-01'),
      source: { kind: 'order', id: 'p-1', ...(anchor && { anchor }) },
    }) as Fact;
  const anchorOf = (one: Fact) =>
    registeredService(foldService(about, [fact(0, 'kind', 'e-invoicing', '2024-01-01'), one]))?.service
      .items[0]?.anchor;
  expect([anchorOf(ordered(29)), anchorOf(ordered())]).toEqual([29, 28]);
  // A date that somebody corrects to another one keeps its own day.
  expect(anchorOf({ ...ordered(29), value: '2029-02-27' } as Fact)).toBe(27);
});
