import type { Figures } from '../../../core/quotes/figures.ts';
import type { Invariant } from '../invariant.ts';

const amounts = ({ net, vat, gross }: Figures): string => `${net} + ${vat} = ${gross}`;

/**
 * To the cent and the day: each order costs and brings at the vendor what the person confirmed, and so does
 * the sum of all.
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
          // Refused, and the person has not dealt with it.
          if (order === undefined) continue;
          confirmed += placement.quote.gross;
          ordered += order.quote.gross;
          // Amounts only: a client that does not know the newest users yet has no line of 0.00 for them.
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
