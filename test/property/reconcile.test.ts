// Invoices beside purchases: no cent is lost or counted twice, and no order of rows decides.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Day } from '../../core/kernel/day.ts';
import type { PurchaseId } from '../../core/kernel/id.ts';
import type {
  BilledInvoice,
  BilledLine,
  BilledPurchase,
  LineRef,
} from '../../core/received/reconcile/billed.ts';
import { reconcile, type Reconciliation } from '../../core/received/reconcile/reconcile.ts';
import { law } from '../support/law.ts';

const kind = fc.constantFrom('user', 'e-invoicing', 'documents', null);
const money = fc.constantFrom(490, 980, 1246, 1990);
const days = fc.constantFrom('2026-11-20', '2026-12-01', '2026-12-15') as fc.Arbitrary<Day>;

const invoices: fc.Arbitrary<readonly BilledInvoice[]> = fc
  .array(
    fc.record({
      date: days,
      clientCode: fc.constantFrom('', '', '02342520158', '86334519757'),
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
          confirmed: fc.constantFrom(
            null,
            null,
            { id: 'p0', line: null },
            { id: 'p1', line: 'l0' },
            { id: 'gone', line: null },
          ),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  )
  .map((made) =>
    made.map(({ lines, ...rest }, index) => ({
      ...rest,
      key: `${index + 1}`,
      number: `${index + 1}`,
      lines: lines.map((line, place) => ({ ...line, line: place + 1 })),
    })),
  ) as unknown as fc.Arbitrary<readonly BilledInvoice[]>;

const purchases: fc.Arbitrary<readonly BilledPurchase[]> = fc
  .array(
    fc.record({
      orderNumber: fc.constantFrom('', 'X1', 'X2'),
      since: days,
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
  ) as unknown as fc.Arbitrary<readonly BilledPurchase[]>;

const given = fc.record({ invoices, purchases });

const lineOf = (billed: readonly BilledInvoice[], { invoice, line }: LineRef): BilledLine | undefined =>
  billed.find(({ key }) => key === invoice)?.lines.find((one) => one.line === line);

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

law('by likeness a purchase gets no older invoice, no other client, and each expected line once', {
  subject: reconcile,
  wrong(billed, bought) {
    const early = bought.map((one) => ({ ...one, since: '2026-01-01' as Day }));
    return reconcile(billed, early);
  },
  given,
  holds(compare, { invoices: billed, purchases: bought }) {
    for (const { purchaseId, by, lines } of compare(billed, bought).purchases) {
      const purchase = bought.find(({ id }) => id === purchaseId);
      if (by === 'order-number' || purchase === undefined) continue;
      for (const line of lines) {
        const refs = 'refs' in line ? line.refs : [];
        const charged = refs.filter((ref) => {
          const { net = 0, order, confirmed } = lineOf(billed, ref) ?? {};
          return net > 0 && order === '' && confirmed?.id !== purchaseId;
        });
        expect(charged.length).toBeLessThanOrEqual(1);
        for (const { invoice } of charged) {
          const own = billed.find(({ key }) => key === invoice);
          expect((own?.date ?? '') >= purchase.since).toBe(true);
          expect(['', purchase.vatCode]).toContain(own?.clientCode);
        }
      }
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
