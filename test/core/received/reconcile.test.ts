import { describe, expect, test } from 'vitest';
import type { PurchaseId } from '../../../core/kernel/id.ts';
import type { BilledInvoice, BilledLine, BilledPurchase } from '../../../core/received/reconcile/billed.ts';
import { reconcile } from '../../../core/received/reconcile/reconcile.ts';
import { aDay } from '../../support/plain-date.ts';

const line = (number: number, more: Partial<BilledLine>): BilledLine => ({
  line: number,
  kind: 'user',
  type: null,
  quantity: 2,
  net: 980,
  until: null,
  order: '',
  holderCode: '',
  confirmed: null,
  ...more,
});
const invoice = (key: string, ...lines: readonly BilledLine[]): BilledInvoice => ({
  key,
  number: key,
  date: aDay('2026-12-01'),
  clientCode: '',
  linked: [],
  lines,
});
const purchase = (id: string, more: Partial<BilledPurchase> = {}): BilledPurchase => ({
  id: id as PurchaseId,
  orderNumber: '',
  vatCode: '02342520158',
  since: aDay('2026-11-24'),
  lines: [
    { line: 'bought user', kind: 'user', quantity: 2, net: 980, until: aDay('2027-11-30') },
    { line: 'extension base', kind: 'e-invoicing', quantity: 1, net: 1246, until: aDay('2027-11-30') },
  ],
  ...more,
});
const base = (number: number, more: Partial<BilledLine> = {}) =>
  line(number, { kind: 'e-invoicing', quantity: 1, net: 1246, ...more });

describe('by what a person confirmed', () => {
  const confirmed = { id: 'p' as PurchaseId, line: 'bought user' };

  test('it stays with its purchase when the number is corrected, and another one takes the old number', () => {
    const result = reconcile(
      [invoice('A', line(1, { order: 'X1', confirmed }))],
      [purchase('p', { orderNumber: 'X2' }), purchase('q', { orderNumber: 'X1' })],
    );
    expect(result.alone).toEqual([]);
    expect(result.purchases.map(({ purchaseId, billed }) => [purchaseId, billed])).toEqual([['p', 980]]);
  });

  test('a purchase that is gone: the number tells again', () => {
    const result = reconcile(
      [invoice('A', line(1, { order: 'X1', confirmed: { ...confirmed, id: 'gone' as PurchaseId } }))],
      [purchase('q', { orderNumber: 'X1' })],
    );
    expect(result.purchases.map(({ purchaseId }) => purchaseId)).toEqual(['q']);
  });

  test('its other lines are still found by likeness, and the same one is not found twice', () => {
    const result = reconcile(
      [invoice('A', line(1, { confirmed })), invoice('B', base(1), line(2, {}))],
      [purchase('p')],
    );
    expect(result.purchases[0]?.lines.map(({ what }) => what)).toEqual(['equal', 'equal']);
    expect(result.alone.map(({ ref }) => ref)).toEqual([{ invoice: 'B', line: 2 }]);
  });
});

describe('by order number', () => {
  test('equal to the cent, whatever signs stand in the number', () => {
    const result = reconcile(
      [invoice('A', line(1, { order: 'mo 1234' }), base(2, { order: 'MO-1234' }))],
      [purchase('p', { orderNumber: 'MO1234' })],
    );
    expect(result.alone).toEqual([]);
    expect(result.purchases).toMatchObject([
      {
        purchaseId: 'p',
        by: 'order-number',
        expected: 2226,
        billed: 2226,
        lines: [{ what: 'equal' }, { what: 'equal' }],
      },
    ]);
  });

  test('a different amount, a missing line, and one that is not in the purchase', () => {
    const result = reconcile(
      [
        invoice(
          'A',
          line(1, { order: 'X1', net: 1000 }),
          line(2, { order: 'X1', kind: 'documents', quantity: 1, net: 1990 }),
        ),
      ],
      [purchase('p', { orderNumber: 'X1' })],
    );
    expect(result.purchases[0]?.lines).toEqual([
      {
        what: 'different',
        line: 'bought user',
        expected: 980,
        billed: 1000,
        refs: [{ invoice: 'A', line: 1 }],
      },
      { what: 'missing', line: 'extension base', expected: 1246 },
      { what: 'not-in-purchase', billed: 1990, refs: [{ invoice: 'A', line: 2 }] },
    ]);
  });

  test('an advance and its balance are one, and two equal lines of one invoice are two', () => {
    const twice = purchase('p', {
      orderNumber: 'X1',
      lines: [
        { line: 'bought user', kind: 'user', quantity: 2, net: 980, until: null },
        { line: 'extension user', kind: 'user', quantity: 2, net: 490, until: null },
      ],
    });
    const result = reconcile(
      [
        invoice('A', line(1, { order: 'X1', net: 500 }), line(2, { order: 'X1', net: 200 })),
        invoice('B', line(1, { order: 'X1', net: 480 }), line(2, { order: 'X1', net: 290 })),
      ],
      [twice],
    );
    expect(result.purchases[0]?.lines.map(({ what }) => what)).toEqual(['equal', 'equal']);
  });

  test('a number that no purchase has stays alone', () => {
    const result = reconcile(
      [invoice('A', line(1, { order: 'X9' }))],
      [purchase('p', { orderNumber: 'X1' })],
    );
    expect(result.alone).toEqual([{ ref: { invoice: 'A', line: 1 }, candidates: [] }]);
  });
});

describe('without an order number', () => {
  test('kind, quantity, amount and days that fit one purchase', () => {
    const result = reconcile(
      [invoice('A', line(1, { until: aDay('2027-11-29') }), base(2))],
      [purchase('p')],
    );
    expect(result.purchases).toMatchObject([{ by: 'likeness', billed: 2226 }]);
  });

  test('another holder, another day or another cent fits nothing', () => {
    for (const other of [
      { holderCode: '86334519757' },
      { until: aDay('2027-10-30') },
      { net: 981 },
      { quantity: 3 },
    ])
      expect(reconcile([invoice('A', line(1, other))], [purchase('p')]).alone).toHaveLength(1);
  });

  test('two purchases that fit are a question; the holder decides', () => {
    const two = [purchase('p'), purchase('q', { vatCode: '86334519757' })];
    expect(reconcile([invoice('A', line(1, {}))], two).alone[0]?.candidates).toEqual(['p', 'q']);
    expect(reconcile([invoice('A', line(1, { holderCode: '86334519757' }))], two).purchases).toMatchObject([
      { purchaseId: 'q' },
    ]);
  });

  test('an invoice that is older than the purchase is about another one, unless it names its order', () => {
    const old = { ...invoice('A', line(1, {})), date: aDay('2026-11-10') };
    expect(reconcile([old], [purchase('p')]).purchases).toEqual([]);
    expect(reconcile([old], [purchase('p', { since: aDay('2026-11-10') })]).purchases).toHaveLength(1);
    const named = { ...invoice('A', line(1, { order: 'X1' })), date: aDay('2026-11-10') };
    expect(reconcile([named], [purchase('p', { orderNumber: 'X1' })]).purchases).toHaveLength(1);
  });

  test('an invoice that another client pays is not of this one', () => {
    const paidBy = (clientCode: string) =>
      reconcile([{ ...invoice('A', line(1, {})), clientCode }], [purchase('p')]).purchases.length;
    expect([paidBy(''), paidBy('02342520158'), paidBy('86334519757')]).toEqual([1, 1, 0]);
  });

  test('an expected line is filled once: of equal lines in one invoice a person says which', () => {
    const three = reconcile([invoice('A', line(1, {}), line(2, {}), line(3, {}))], [purchase('p')]);
    expect(three.purchases).toEqual([]);
    expect(three.alone.map(({ candidates }) => candidates)).toEqual([['p'], ['p'], ['p']]);
    // Two are expected: both find their place.
    const { lines } = purchase('p');
    const twice = purchase('p', {
      lines: [...lines, ...lines.slice(0, 1).map((one) => ({ ...one, line: 'more' }))],
    });
    expect(
      reconcile([invoice('A', line(1, {}), line(2, {}))], [twice]).purchases[0]?.lines.map(
        ({ what }) => what,
      ),
    ).toEqual(['equal', 'missing', 'equal']);
  });

  test('of two invoices the earlier one fills it, whatever their numbers', () => {
    const later = { ...invoice('A', line(1, {})), date: aDay('2026-12-20') };
    const result = reconcile([later, invoice('B', line(1, {}))], [purchase('p')]);
    expect(result.purchases[0]?.lines[0]).toMatchObject({ what: 'equal', refs: [{ invoice: 'B', line: 1 }] });
    expect(result.alone).toEqual([{ ref: { invoice: 'A', line: 1 }, candidates: [] }]);
  });

  test('a purchase that another invoice names is not guessed again', () => {
    const result = reconcile(
      [invoice('A', line(1, { order: 'X1' })), invoice('B', line(1, {}))],
      [purchase('p', { orderNumber: 'X1' })],
    );
    expect(result.purchases[0]?.billed).toBe(980);
    expect(result.alone).toHaveLength(1);
  });
});

describe('what is given back', () => {
  test('a credit note points to the line of the invoice that it names, and lowers its purchase', () => {
    const credit: BilledInvoice = { ...invoice('C', line(1, { net: -980 })), linked: [{ number: 'a' }] };
    const result = reconcile(
      [invoice('A', line(1, { order: 'X1' }), base(2, { order: 'X1' })), credit],
      [purchase('p', { orderNumber: 'X1' })],
    );
    expect(result.reversals).toEqual([{ ref: { invoice: 'C', line: 1 }, of: { invoice: 'A', line: 1 } }]);
    expect(result.purchases).toMatchObject([
      { billed: 1246, lines: [{ what: 'different', billed: 0 }, { what: 'equal' }] },
    ]);
  });

  test('two credit notes give two lines back, not one twice', () => {
    const credit = (key: string): BilledInvoice => ({
      ...invoice(key, line(1, { net: -980 })),
      linked: [{ number: 'A' }],
    });
    const result = reconcile([invoice('A', line(1, {}), line(2, {})), credit('C'), credit('D')], []);
    expect(result.reversals.map(({ of }) => of?.line)).toEqual([1, 2]);
  });

  test('a negative line gives back the line of its own invoice that is as much, and of its own holder', () => {
    const own = (...lines: readonly BilledLine[]) => reconcile([invoice('A', ...lines)], []).reversals;
    expect(own(line(1, {}), line(2, { net: -980 }))).toEqual([
      { ref: { invoice: 'A', line: 2 }, of: { invoice: 'A', line: 1 } },
    ]);
    expect(own(line(1, {}), line(2, { net: -979 }))[0]?.of).toBeNull();
    expect(own(line(1, { holderCode: '1' }), line(2, { net: -980, holderCode: '2' }))[0]?.of).toBeNull();
    const others = [line(1, { holderCode: '1' }), line(2, { holderCode: '2' })];
    expect(own(...others, line(3, { net: -980, holderCode: '2' }))[0]?.of).toEqual({ invoice: 'A', line: 2 });
  });

  test('a discount gives nothing back', () => {
    const result = reconcile(
      [
        invoice(
          'A',
          line(1, { order: 'X1' }),
          line(2, { order: 'X1', kind: null, quantity: 1, net: -98, type: 'SC' }),
        ),
      ],
      [],
    );
    expect(result.reversals).toEqual([]);
  });

  test('one that names nothing points to nothing', () => {
    expect(
      reconcile([invoice('A', line(1, {})), invoice('C', line(1, { net: -980 }))], []).reversals,
    ).toEqual([{ ref: { invoice: 'C', line: 1 }, of: null }]);
  });
});
