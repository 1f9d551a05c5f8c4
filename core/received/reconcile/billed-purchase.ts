import type { Day } from '../../kernel/day.ts';
import { figuresNow } from '../../purchases/expected.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import { lineKey } from '../../quotes/figures.ts';
import type { BilledPurchase, ExpectedLine } from './billed.ts';

/**
 * What a purchase is expected to cost, line by line, on the day of its order. Undefined if it was dropped
 * before it became an order: nobody sends an invoice for it.
 */
export function billedPurchase(record: PurchaseRecord, today: Day): BilledPurchase | undefined {
  const purchase = foldPurchase(record);
  if (purchase.state === 'abandoned') return undefined;
  const expected = figuresNow(purchase, today);
  const figures = expected.ok ? expected.value : record.revision.quote;
  const lines = figures.lines.map((line): ExpectedLine => ({
    line: lineKey(line),
    kind: line.kind,
    quantity: line.quantity,
    net: line.net,
    until: line.newExpiry,
  }));
  const { discount } = figures;
  return {
    id: record.id,
    orderNumber: purchase.ordered?.orderNumber ?? '',
    vatCode: record.vatCode,
    since: record.preparedOn,
    lines:
      discount === null
        ? lines
        : [
            ...lines,
            { line: `convention ${discount.code}`, kind: null, quantity: 1, net: discount.net, until: null },
          ],
  };
}
