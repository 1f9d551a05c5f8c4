import type { OrderSeen, Said, There } from './said.ts';

/** What the desk has confirmed so far, and what of it is missing. */
export interface Confirmed {
  hear(said: Said): void;
  /** A sentence for each thing that is lost or doubled. */
  missing(there: There): readonly string[];
  /** The journal was destroyed and the person was informed. Only what exists now is expected from here on. */
  startAnew(there: There): void;
  count(): { readonly people: number; readonly orders: number };
}

const doubled = (orders: readonly OrderSeen[]): readonly string[] => {
  const keys = orders.flatMap(({ clientReference }) => clientReference ?? []);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
};

export function confirmed(): Confirmed {
  const people = new Set<string>();
  const keys = new Set<string>();
  /** The keys of commands in a journal that was destroyed. */
  const forgotten = new Set<string>();
  return {
    hear(said) {
      if (said.kind === 'person') people.add(said.email);
      if (said.kind === 'placed') keys.add(said.key);
    },
    missing({ emails, waiting, placements, orders, vendorOrders }) {
      const [known, here, theirs] = [new Set(emails), new Set(waiting), vendorOrders ?? []];
      const seen = new Set(orders.flatMap(({ clientReference }) => clientReference ?? []));
      const placed = new Set(placements);
      return [
        ...[...people].filter((email) => !known.has(email)).map((email) => `lost: ${email}`),
        ...[...keys].filter((key) => !placed.has(key)).map((key) => `lost: what the order ${key} was for`),
        ...[...keys].filter((key) => !here.has(key) && !seen.has(key)).map((key) => `lost: the order ${key}`),
        ...doubled(orders).map((key) => `twice on the desk: ${key}`),
        ...doubled(theirs).map((key) => `twice at the vendor: ${key}`),
        ...theirs.flatMap(({ clientReference }) =>
          clientReference !== null && !placed.has(clientReference) && !forgotten.has(clientReference)
            ? [`from nowhere: ${clientReference}`]
            : [],
        ),
        ...orders
          .filter(
            ({ orderNumber }) =>
              vendorOrders !== null && !theirs.some((other) => other.orderNumber === orderNumber),
          )
          .map(({ orderNumber }) => `not at the vendor: ${orderNumber}`),
      ];
    },
    startAnew({ emails, placements, vendorOrders }) {
      for (const { clientReference } of vendorOrders ?? [])
        if (clientReference !== null && !placements.includes(clientReference)) forgotten.add(clientReference);
      for (const email of people) if (!emails.includes(email)) people.delete(email);
      for (const key of keys) if (!placements.includes(key)) keys.delete(key);
    },
    count: () => ({ people: people.size, orders: keys.size }),
  };
}
