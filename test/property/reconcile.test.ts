// Invoices beside purchases: no cent is lost or counted twice, and no order of rows decides.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { PurchaseId } from '../../core/kernel/id.ts';
import type { BilledInvoice, BilledPurchase } from '../../core/received/reconcile/billed.ts';
import { reconcile, type Reconciliation } from '../../core/received/reconcile/reconcile.ts';
import { law } from '../support/law.ts';

const kind = fc.constantFrom('user', 'e-invoicing', 'documents', null);
const money = fc.constantFrom(490, 980, 1246, 1990);

const invoices: fc.Arbitrary<readonly BilledInvoice[]> = fc
  .array(
    fc.record({
      linked: fc.array(
        fc.constantFrom('1', '2', '3').map((number) => ({ number })),
        { maxLength: 2 },
      ),
      lines: fc.array(
        fc.record({
          kind,
          type: fc.constantFrom(null, null, 'SC'),
          quantity: fc.constantFrom(1, 2, null),
          net: fc.oneof(
            money,
            money.map((net) => -net),
          ),
          until: fc.constant(null),
          order: fc.constantFrom('', 'X1', 'x-1', 'X2', 'X9'),
          holderCode: fc.constantFrom('', '02342520158', '86334519757'),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  )
  .map((made) =>
    made.map(({ linked, lines }, index) => ({
      key: `${index + 1}`,
      number: `${index + 1}`,
      linked,
      lines: lines.map((line, place) => ({ ...line, line: place + 1 })),
    })),
  ) as fc.Arbitrary<readonly BilledInvoice[]>;

const purchases: fc.Arbitrary<readonly BilledPurchase[]> = fc
  .array(
    fc.record({
      orderNumber: fc.constantFrom('', 'X1', 'X2'),
      vatCode: fc.constantFrom('02342520158', '86334519757'),
      lines: fc.array(fc.record({ kind, quantity: fc.constantFrom(1, 2), net: money }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  )
  .map((made) =>
    made.map(({ lines, ...rest }, index) => ({
      ...rest,
      id: `p${index}` as PurchaseId,
      lines: lines.map((line, place) => ({ ...line, line: `l${place}`, until: null })),
    })),
  ) as fc.Arbitrary<readonly BilledPurchase[]>;

const given = fc.record({ invoices, purchases });

/** Every line with its place. */
function places({ purchases: found, alone }: Reconciliation): readonly string[] {
  const inPurchases = found.flatMap(({ lines }) =>
    lines.flatMap((line) => ('refs' in line ? line.refs : [])),
  );
  return [...inPurchases, ...alone.map(({ ref }) => ref)]
    .map(({ invoice, line }) => `${invoice}/${line}`)
    .sort();
}

law('every line is in one place, and every expected line is told once', {
  subject: reconcile,
  wrong(billed, bought) {
    const result = reconcile(billed, bought);
    return { ...result, alone: result.alone.slice(1) };
  },
  given,
  holds(compare, { invoices: billed, purchases: bought }) {
    const result = compare(billed, bought);
    expect(places(result)).toEqual(
      billed.flatMap(({ key, lines }) => lines.map(({ line }) => `${key}/${line}`)).sort(),
    );
    for (const { purchaseId, lines } of result.purchases) {
      const told = lines.flatMap((line) => ('line' in line ? [line.line] : []));
      expect(told).toEqual(bought.find(({ id }) => id === purchaseId)?.lines.map(({ line }) => line));
    }
    expect(new Set(result.purchases.map(({ purchaseId }) => purchaseId)).size).toBe(result.purchases.length);
  },
});

law('what a purchase was billed is the sum of its lines, to the cent', {
  subject: reconcile,
  wrong(billed, bought) {
    const result = reconcile(billed, bought);
    return {
      ...result,
      purchases: result.purchases.map((one) => ({ ...one, billed: Math.abs(one.billed) + 1 })),
    };
  },
  given,
  holds(compare, { invoices: billed, purchases: bought }) {
    for (const one of compare(billed, bought).purchases) {
      const nets = one.lines.map((line) =>
        line.what === 'equal' ? line.net : line.what === 'missing' ? 0 : line.billed,
      );
      expect(nets.reduce((sum, net) => sum + net, 0)).toBe(one.billed);
      const lineNet = (ref: { readonly invoice: string; readonly line: number }): number =>
        billed.find(({ key }) => key === ref.invoice)?.lines.find(({ line }) => line === ref.line)?.net ?? 0;
      const refs = one.lines.flatMap((line) => ('refs' in line ? line.refs : []));
      expect(refs.reduce((sum, ref) => sum + lineNet(ref), 0)).toBe(one.billed);
    }
  },
});

law('the order of invoices and purchases does not matter', {
  subject: reconcile,
  wrong: (billed, bought) => ({
    ...reconcile(billed, bought),
    alone: billed.flatMap(({ key, lines }) =>
      lines.map(({ line }) => ({ ref: { invoice: key, line }, candidates: [] })),
    ),
  }),
  given,
  holds(compare, { invoices: billed, purchases: bought }) {
    expect(compare([...billed].reverse(), [...bought].reverse())).toEqual(compare(billed, bought));
  },
});
