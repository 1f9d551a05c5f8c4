import type { Figures } from '../../../core/quotes/figures.ts';
import type { Invariant } from '../invariant.ts';

const amounts = ({ net, vat, gross }: Figures): string => `${net} + ${vat} = ${gross}`;

/**
 * Each order at the vendor has the amounts, to the cent, and the expiry that the person confirmed. So has the
 * sum of all orders.
 */
export const moneyAgrees: Invariant = {
  name: 'money agrees',
  watch: ({ clients, vendor, broken }) => ({
    atEnd() {
      let confirmed = 0;
      let ordered = 0;
      for (const { shown } of clients) {
        for (const placement of shown.workspace.placements.values()) {
          const order = vendor().orders.find(({ clientReference }) => clientReference === placement.id);
          // The vendor refused it, and the person has not removed it.
          if (order === undefined) continue;
          confirmed += placement.quote.gross;
          ordered += order.quote.gross;
          // Only amounts are compared. A client that does not know the newest users yet lacks their line of
          // 0.00.
          if (amounts(order.quote) !== amounts(placement.quote))
            broken(
              `the order ${order.orderNumber} costs ${amounts(order.quote)} and not the confirmed ${amounts(placement.quote)}`,
            );
          if (order.quote.target !== placement.quote.target)
            broken(
              `the order ${order.orderNumber} brings to ${order.quote.target} and not to the confirmed ${placement.quote.target}`,
            );
        }
      }
      const all = vendor()
        .orders.rows()
        .reduce((sum, { clientReference, quote }) => (clientReference === null ? sum : sum + quote.gross), 0);
      if (confirmed !== ordered || ordered !== all)
        broken(`confirmed ${confirmed}, ordered ${ordered}, at the vendor ${all}`);
    },
  }),
};
