// The firm's price lists, receipts of Aruba's cart, convention codes.
import { describe, expect, test } from 'vitest';
import { cartPricing, cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import type { PriceList } from '../../../../core/catalog/price-list.ts';
import { defaultReminderChoices } from '../../../../core/desk/rows/reminder-choices.ts';
import { cents } from '../../../../core/kernel/cents.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { decideBench } from '../../../support/sample-state.ts';
import { day } from '../../../support/samples.ts';

const studio = 'fe-studio' as ServiceId;

function vendorList(bench: ReturnType<typeof decideBench>): PriceList {
  const pricing = cartPricing(bench.state);
  if (!pricing.ok) throw new Error(pricing.error.reason);
  return pricing.value.priceList;
}

const dearer = (list: PriceList, changes: Partial<PriceList> = {}): PriceList => ({
  ...list,
  version: '2027',
  validFrom: day('2027-01-01'),
  yearly: { ...list.yearly, user: cents(590) },
  ...changes,
});

describe('the firm’s own price lists', () => {
  test('one valid from a later day counts from that day on', () => {
    const bench = decideBench();
    const list = vendorList(bench);
    expect(bench.submit({ type: 'price-list/put', list: dearer(list) }).ok).toBe(true);
    expect(vendorList(bench).version).toBe(list.version);
    bench.state.today = day('2027-01-01');
    expect(vendorList(bench).yearly.user).toBe(590);
  });

  test('one valid from the same day as the vendor’s counts instead of it; without it the vendor’s is back', () => {
    const bench = decideBench();
    const list = vendorList(bench);
    bench.submit({ type: 'price-list/put', list: dearer(list, { validFrom: list.validFrom }) });
    expect(vendorList(bench).version).toBe('2027');
    bench.submit({ type: 'price-list/remove', version: '2027' });
    expect(vendorList(bench).version).toBe(list.version);
  });

  test('the vendor’s version is never overwritten, and no two of the firm’s start on one day', () => {
    const bench = decideBench();
    const list = vendorList(bench);
    expect(bench.refusal({ type: 'price-list/put', list })).toEqual({
      reason: 'price-list-exists',
      version: list.version,
    });
    bench.submit({ type: 'price-list/put', list: dearer(list) });
    expect(bench.refusal({ type: 'price-list/put', list: dearer(list, { version: '2027-b' }) })).toEqual({
      reason: 'price-list-day-taken',
      version: '2027',
    });
    expect(bench.refusal({ type: 'price-list/remove', version: 'none' })).toEqual({
      reason: 'unknown',
      what: 'price-list',
    });
  });
});

describe('a receipt', () => {
  test('is kept with the readings that give it', () => {
    const bench = decideBench();
    const receipt = { extension: true, net: null, gross: cents(6672), usersUntil: null };
    expect(bench.submit({ type: 'receipt/record', serviceId: studio, quantity: 2, receipt }).ok).toBe(true);
    const [kept] = bench.state.workspace.evidence.values();
    expect(kept).toMatchObject({
      on: '2026-11-24',
      holder: 'Studio Bianchi e Associati',
      quantity: 2,
      receipt,
      fits: [{ rule: 'actual-365' }],
    });
    bench.submit({ type: 'receipt/forget', id: kept?.id ?? '' });
    expect(bench.state.workspace.evidence.size).toBe(0);
  });

  test('without a figure, or for a service that is not there, is refused', () => {
    const bench = decideBench();
    const empty = { extension: true, net: null, gross: null, usersUntil: null };
    expect(bench.refusal({ type: 'receipt/record', serviceId: studio, quantity: 2, receipt: empty })).toEqual(
      { reason: 'receipt-without-figures' },
    );
    expect(
      bench.refusal({
        type: 'receipt/record',
        serviceId: 'none' as ServiceId,
        quantity: 2,
        receipt: { ...empty, gross: cents(1) },
      }),
    ).toEqual({
      reason: 'unknown',
      what: 'service',
    });
  });
});

test('a convention code: as typed, known or refused, and taken out again', () => {
  const bench = decideBench();
  bench.submit({ type: 'cart/open', serviceId: studio });
  const cartNow = () => [...bench.state.workspace.carts.values()][0];
  const id = cartNow()?.id;
  if (id === undefined) throw new Error('no cart');
  expect(bench.refusal({ type: 'cart/convention', cartId: id, code: 'nessuno' })).toEqual({
    reason: 'unknown-convention',
    code: 'NESSUNO',
  });
  bench.submit({ type: 'cart/convention', cartId: id, code: ' commercialisti ' });
  const cart = cartNow();
  const quote = cart && cartFigures(bench.state, cart);
  expect(quote?.ok === true && quote.value.discount).toEqual({
    code: 'COMMERCIALISTI',
    basisPoints: 1000,
    net: -582,
  });
  bench.submit({ type: 'cart/convention', cartId: id, code: null });
  expect(cartNow()?.conventionCode).toBeNull();
});

test('a setting leaves the others as they are', () => {
  const bench = decideBench();
  const firm = () => bench.state.workspace.firm.get('firm');
  const before = firm();
  bench.submit({ type: 'firm/settings', theme: 'dark' });
  bench.submit({ type: 'firm/settings', language: 'en' });
  bench.submit({ type: 'firm/settings', rule: 'actual-365' });
  expect(firm()).toEqual({ ...before, theme: 'dark', language: 'en', rule: 'actual-365' });
  bench.submit({ type: 'reminders/settings', weekends: true });
  bench.submit({ type: 'reminders/settings', daysBefore: [5, 60, 5] });
  expect(bench.state.workspace.reminderChoices.get('firm')).toEqual({
    ...defaultReminderChoices,
    weekends: true,
    daysBefore: [60, 5],
  });
});
