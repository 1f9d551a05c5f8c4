import { describe, expect, test } from 'vitest';
import { quoteDifference } from '../../../core/quotes/quote-difference.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { sampleOffice } from '../../support/sample-state.ts';
import { figuresOf } from '../../../core/orders/cart.ts';
import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { addDays } from '../../../core/kernel/day.ts';

const { state } = sampleOffice();
const service = state.replica.services.get('fe-studio');
const pricing = cartPricing(state);

function quoted(changes: Partial<{ quantity: number; extension: boolean }>, other: object = {}): Figures {
  if (!pricing.ok) throw new Error(pricing.error.reason);
  const cart = {
    subject: { kind: 'add-users', serviceId: 'fe-studio' as ServiceId, extension: changes.extension ?? true },
    quantity: changes.quantity ?? 2,
    modules: [],
    conventionCode: null,
  } as const;
  const quote = figuresOf(cart, service, { ...pricing.value, ...other });
  if (!quote.ok) throw new Error(quote.error.reason);
  return quote.value;
}

const differing = (ours: Figures, theirs: Figures) =>
  quoteDifference(ours, theirs).lines.filter(({ same }) => !same);

describe('what two quotes do not have in common', () => {
  test('a quote and itself: nothing', () => {
    const { lines, causes } = quoteDifference(quoted({}), quoted({}));
    expect([lines.length, lines.every(({ same }) => same), causes]).toEqual([4, true, []]);
  });

  test('another rule: the extended lines, and the rule as the cause', () => {
    const [ours, theirs] = [quoted({}), quoted({}, { rule: 'completed-month' })];
    expect(differing(ours, theirs).map(({ kind, ours: a, theirs: b }) => [kind, a?.net, b?.net])).toEqual([
      ['e-invoicing', 2243, 1993],
      ['user', 1103, 980],
      ['documents', 1493, 1327],
    ]);
    expect(quoteDifference(ours, theirs).causes).toEqual(['rule']);
  });

  test('another quantity: that line alone', () => {
    expect(
      differing(quoted({}), quoted({ quantity: 3 })).map(({ kind, reason, ours, theirs }) => [
        kind,
        reason,
        ours?.quantity,
        theirs?.quantity,
      ]),
    ).toEqual([['user', 'bought', 2, 3]]);
  });

  test('lines that one side alone has are there, on their side', () => {
    const [with_, without] = [quoted({}), quoted({ extension: false })];
    expect(differing(with_, without).map(({ ours, theirs }) => [ours !== null, theirs !== null])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ]);
    expect(differing(without, with_).map(({ ours, theirs }) => [ours !== null, theirs !== null])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  test.each(['quantity', 'yearly', 'expiry', 'newExpiry', 'net'] as const)(
    'a line that differs in its %s alone is not the same',
    (field) => {
      const ours = quoted({});
      const [first, ...rest] = ours.lines;
      if (first === undefined) throw new Error('There is a line');
      const changed = typeof first[field] === 'number' ? first[field] + 1 : addDays(first[field], 1);
      const theirs = { ...ours, lines: [{ ...first, [field]: changed }, ...rest] } as Figures;
      expect(differing(ours, theirs).map(({ ours: line }) => line)).toEqual([first]);
    },
  );

  test('every other cause is named', () => {
    const ours = quoted({});
    expect(quoteDifference(ours, quoted({}, { day: addDays(ours.day, 1) })).causes).toEqual(['day']);
    expect(quoteDifference(ours, { ...ours, priceListVersion: '2027' }).causes).toEqual(['price-list']);
    expect(quoteDifference(ours, { ...ours, vatBasisPoints: 2100 }).causes).toEqual(['vat']);
    expect(
      quoteDifference(ours, { ...ours, discount: { code: 'X', basisPoints: 500, net: ours.net } }).causes,
    ).toEqual(['convention']);
  });
});
