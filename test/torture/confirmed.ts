import type { StoreNotice } from '../../core/bridge/storage.ts';
import type { Kept, OrderSeen, There } from './said.ts';

/** What the desk has confirmed so far, and what of it is missing. */
export interface Confirmed {
  hear(said: Kept): void;
  /** A sentence for each thing that is lost or doubled. */
  missing(there: There): readonly string[];
  /**
   * Files were damaged or replaced before this start. What is missing is no longer expected if the program
   * told its number. Everything else still is, and every command with a higher number than `until`.
   */
  forgiveTold(there: There, until: number): void;
  count(): { readonly people: number; readonly orders: number };
}

const doubled = (orders: readonly OrderSeen[]): readonly string[] => {
  const keys = orders.flatMap(({ clientReference }) => clientReference ?? []);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
};

const isTold = (notices: readonly StoreNotice[], number: number): boolean =>
  notices.some(({ missing }) => missing !== null && missing.from <= number && number <= missing.to);

export function confirmed(): Confirmed {
  /** By e-mail or key: the number of the command. */
  const people = new Map<string, number>();
  const keys = new Map<string, number>();
  /** The keys of commands that the program told as missing. */
  const forgotten = new Set<string>();
  return {
    hear(said) {
      if (said.kind === 'person') people.set(said.email, said.number);
      else keys.set(said.key, said.number);
    },
    missing({ emails, waiting, placements, orders, vendorOrders }) {
      const [known, here, theirs] = [new Set(emails), new Set(waiting), vendorOrders ?? []];
      const seen = new Set(orders.flatMap(({ clientReference }) => clientReference ?? []));
      const placed = new Set(placements);
      return [
        ...[...people]
          .filter(([email]) => !known.has(email))
          .map(([email, number]) => `lost: ${email}, command ${number}`),
        ...[...keys]
          .filter(([key]) => !placed.has(key))
          .map(([key, number]) => `lost: what the order ${key} was for, command ${number}`),
        ...[...keys.keys()]
          .filter((key) => !here.has(key) && !seen.has(key))
          .map((key) => `lost: the order ${key}`),
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
    forgiveTold({ emails, placements, vendorOrders, notices }, until) {
      const isForgiven = (number: number): boolean => number <= until && isTold(notices, number);
      // An order may be at the vendor though its confirmation was never heard: the desk died in between.
      const anyTold = notices.some(({ missing }) => missing !== null);
      for (const { clientReference } of vendorOrders ?? [])
        if (anyTold && clientReference !== null && !placements.includes(clientReference))
          forgotten.add(clientReference);
      for (const [email, number] of people)
        if (!emails.includes(email) && isForgiven(number)) people.delete(email);
      for (const [key, number] of keys) if (!placements.includes(key) && isForgiven(number)) keys.delete(key);
    },
    count: () => ({ people: people.size, orders: keys.size }),
  };
}
