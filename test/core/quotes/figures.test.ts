import { describe, expect, test } from 'vitest';
import type { ModuleKind } from '../../../core/catalog/item.ts';
import { priceListOn } from '../../../core/catalog/price-list.ts';
import { addUsersFigures, firstPurchaseFigures } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const today = day('24/11/2026');
const active = service([item('E', 'e-invoicing', 1, '15/03/2027'), item('M', 'documents', 1, '15/03/2027')]);

function quote(changes: {
  readonly service?: Service;
  readonly quantity?: number;
  readonly modules?: readonly ModuleKind[];
  readonly on?: string;
}) {
  return addUsersFigures({
    day: changes.on === undefined ? today : day(changes.on),
    rule: 'started-month',
    priceList,
    service: changes.service ?? active,
    quantity: changes.quantity ?? 1,
    modules: changes.modules ?? [],
    extension: true,
    offPolicy: 'own-year',
  });
}

const refused = (error: object) => ({ ok: false, error });

describe('what cannot be bought', () => {
  test('fewer than one user, more than 999, half a user', () => {
    for (const quantity of [0, -1, 1000, 1.5, Number.NaN])
      expect(quote({ quantity })).toEqual(refused({ reason: 'quantity-out-of-range', least: 1, most: 999 }));
    expect(quote({ quantity: 999 }).ok).toBe(true);
  });

  test('users for an expired service: reactivate first (D4)', () => {
    expect(quote({ on: '15/03/2027' }).ok).toBe(true);
    expect(quote({ on: '16/03/2027' })).toEqual(refused({ reason: 'service-in-grace' }));
    expect(quote({ on: '13/06/2027' })).toEqual(refused({ reason: 'service-in-grace' }));
    expect(quote({ on: '14/06/2027' })).toEqual(refused({ reason: 'service-not-active' }));
  });

  test('users for a service that waits', () => {
    expect(quote({ service: service([]) })).toEqual(refused({ reason: 'service-not-active' }));
    expect(quote({ service: { ...active, state: 'awaiting-payment' } })).toEqual(
      refused({ reason: 'service-not-active' }),
    );
  });

  test('modules: not on Solo Ricezione, not twice, WooCommerce only with Documenti (C6)', () => {
    const receiving = service([item('E', 'receive-only', 1, '15/03/2027')], { kind: 'receive-only' });
    expect(quote({ service: receiving, modules: ['documents'] })).toEqual(
      refused({ reason: 'module-not-sold' }),
    );
    expect(quote({ modules: ['documents'] })).toEqual(
      refused({ reason: 'module-already-active', module: 'documents' }),
    );
    expect(quote({ modules: ['woocommerce'] }).ok).toBe(true);
    const bare = service([item('E', 'e-invoicing', 1, '15/03/2027')]);
    expect(quote({ service: bare, modules: ['woocommerce'] })).toEqual(
      refused({ reason: 'module-needs', module: 'woocommerce', needs: 'documents' }),
    );
    expect(quote({ service: bare, modules: ['woocommerce', 'documents'] }).ok).toBe(true);
  });

  test('a first purchase may have no users', () => {
    const first = firstPurchaseFigures({
      day: today,
      rule: 'started-month',
      priceList,
      kind: 'receive-only',
      quantity: 0,
      modules: [],
      years: 1,
      promotion: false,
    });
    expect(first.ok && first.value.lines.map((line) => line.kind)).toEqual(['receive-only']);
  });

  test('a first purchase is refused for its users, its modules and a price that is none', () => {
    const first = (changes: object) =>
      firstPurchaseFigures({
        day: today,
        rule: 'started-month',
        priceList,
        kind: 'receive-only',
        quantity: 1,
        modules: [],
        years: 1,
        promotion: false,
        ...changes,
      });
    for (const quantity of [-1, 1000, 0.5])
      expect(first({ quantity })).toEqual(refused({ reason: 'quantity-out-of-range', least: 0, most: 999 }));
    expect(first({ modules: ['documents'] })).toEqual(refused({ reason: 'module-not-sold' }));
    expect(
      first({ priceList: { ...priceList, yearly: { ...priceList.yearly, user: -1 as never } } }).ok,
    ).toBe(false);
    expect(
      addUsersFigures({
        day: today,
        rule: 'started-month',
        priceList: { ...priceList, yearly: { ...priceList.yearly, user: -1 as never } },
        service: active,
        quantity: 1,
        modules: [],
        extension: false,
        offPolicy: 'own-year',
      }).ok,
    ).toBe(false);
  });

  test('a service whose items are not to be believed is refused with the field, not computed', () => {
    const old = service([item('E', 'e-invoicing', 1, '15/03/2027'), item('U', 'user', 1, '15/03/1999')]);
    expect(quote({ service: old })).toMatchObject({ ok: false, error: { field: 'expiry' } });
  });
});

describe('what a quote freezes (C4)', () => {
  test('the day, the rule and the version of the price list', () => {
    const quoted = quote({});
    expect(
      quoted.ok && [
        quoted.value.day,
        quoted.value.rule,
        quoted.value.priceListVersion,
        quoted.value.vatBasisPoints,
      ],
    ).toEqual([today, 'started-month', 'C6', 2200]);
  });

  test('items that no longer work are not extended', () => {
    const quoted = quote({
      service: service([
        item('E', 'e-invoicing', 1, '15/03/2027'),
        item('old', 'user', 5, '23/11/2026'),
        item('last-day', 'user', 1, '24/11/2026'),
      ]),
    });
    expect(quoted.ok && quoted.value.lines.map((line) => line.id)).toEqual(['user', 'E', 'last-day']);
  });

  test('the list in force is the newest that has begun', () => {
    const lists = [priceList, { ...priceList, version: 'next', validFrom: day('01/01/2027') }];
    expect([
      priceListOn(lists, day('31/12/2026'))?.version,
      priceListOn(lists, day('01/01/2027'))?.version,
      priceListOn(lists, day('31/12/2025')),
    ]).toEqual(['C6', 'next', undefined]);
  });
});
