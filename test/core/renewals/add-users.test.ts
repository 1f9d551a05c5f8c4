// Rule D1 without the extension: the expiry of the new users, and their anchor day of the month.
import { describe, expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { addUsers, type OffPolicy } from '../../../core/renewals/add-users.ts';
import { day, item } from '../../support/samples.ts';

const bought = [{ id: 'new', kind: 'user' as const, quantity: 2, yearly: cents(490) }];
const active = [
  { ...item('M', 'documents', 1, '2026-12-10'), yearly: cents(1990) },
  { ...item('E', 'e-invoicing', 1, '2027-02-28', 31), yearly: cents(2990) },
];

function added(
  over: {
    readonly on?: string;
    readonly until?: string;
    readonly offPolicy?: OffPolicy;
    readonly extension?: boolean;
  } = {},
) {
  const {
    on = '2026-11-24',
    until = '2027-02-28',
    offPolicy = 'until-service-expiry',
    extension = false,
  } = over;
  const { bought: lines, extended } = addUsers({
    day: day(on),
    bought,
    active,
    serviceExpiry: day(until),
    extension,
    offPolicy,
    rule: 'started-month',
  });
  return [lines.map(({ newExpiry, newAnchor, net }) => [newExpiry, newAnchor, net]), extended.length];
}

describe('new users without the extension', () => {
  test('end with the service and keep its day of the month; the year is paid whole', () => {
    expect(added()).toEqual([[['2027-02-28', 31, 980]], 0]);
  });

  test('a service whose item is not among the active ones gives its own day', () => {
    expect(added({ until: '2027-03-15' })).toEqual([[['2027-03-15', 15, 980]], 0]);
  });

  test('a service that ends on the same day or later cuts nothing: they keep the day of the order', () => {
    expect(added({ on: '2026-02-28' })).toEqual([[['2027-02-28', 28, 980]], 0]);
    expect(added({ on: '2026-02-27' })).toEqual([[['2027-02-27', 27, 980]], 0]);
  });

  test('or run their own year', () => {
    expect(added({ offPolicy: 'own-year' })).toEqual([[['2027-11-24', 24, 980]], 0]);
  });

  test('with it all active items come along, whatever the policy says', () => {
    expect(added({ extension: true })).toEqual([[['2027-11-24', 24, 980]], 2]);
  });
});
