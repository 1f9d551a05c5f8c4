import { childOf, childrenOf, textIn, type XmlElement } from '../../formats/xml/read-xml.ts';
import { readWhole } from './amounts.ts';
import type { InvoiceLine } from './invoice.ts';
import { orderIn, orderNumbers } from './named-in-text.ts';

/** More orders than an invoice of a month has. The rest is not read. */
const mostOrders = 500;
/** More texts than a reason for an invoice has. */
const mostReasons = 100;

/** An order number that the document gives for some of its lines. */
export interface OrderReference {
  readonly order: string;
  /** Empty: all lines. */
  readonly lines: readonly number[];
}

/** The references of a body (DatiOrdineAcquisto). */
export function orderReferences(body: XmlElement): readonly OrderReference[] {
  const elements = childrenOf(childOf(body, 'DatiGenerali'), 'DatiOrdineAcquisto').slice(0, mostOrders);
  return elements.flatMap((element) => {
    const order = textIn(element, 'IdDocumento').slice(0, 40);
    const lines = childrenOf(element, 'RiferimentoNumeroLinea').flatMap((line) =>
      typeof line === 'string' ? (readWhole(line) ?? []) : [],
    );
    return order === '' ? [] : [{ order, lines }];
  });
}

/** The order that the reason for the document (Causale) names. Empty if it names none or several. */
export const orderOfReason = (document: XmlElement | undefined): string =>
  orderIn(
    childrenOf(document, 'Causale')
      .slice(0, mostReasons)
      .flatMap((text) => (typeof text === 'string' ? [text] : []))
      .join(' '),
  );

const textOf = ({ text, details }: InvoiceLine): string =>
  [text, ...details.map((detail) => `${detail.type} ${detail.text}`)].join(' ');

/** The only one of some orders. Empty if they are several. */
const only = (orders: Iterable<string>): string => {
  const [order = '', ...others] = new Set(orders);
  return others.length === 0 ? order : '';
};

/**
 * The orders of the lines of one invoice. The first of these places that names an order counts: the line's
 * text; a reference for this line; the last line without an amount that names one (`Rif. ordine n. …` above
 * the lines of an order); references for all lines. If that place names several, the line has none. What the
 * reason for the document names counts for a line without any, if the invoice names no other order.
 */
export class LineOrders {
  readonly #forAll: readonly string[];
  readonly #forLine = new Map<number, string[]>();
  readonly #reason: string;
  readonly #named: Set<string>;
  #heading: readonly string[] = [];

  constructor(references: readonly OrderReference[], reason: string) {
    this.#reason = reason;
    this.#named = new Set(references.map(({ order }) => order));
    this.#forAll = references.flatMap(({ order, lines }) => (lines.length === 0 ? [order] : []));
    for (const { order, lines } of references)
      for (const line of lines) this.#forLine.set(line, [...(this.#forLine.get(line) ?? []), order]);
  }

  /** A line with its order, but for the one of the reason. Lines are given in the order of the file. */
  place(line: InvoiceLine): InvoiceLine {
    const own = orderNumbers(textOf(line));
    for (const order of own) this.#named.add(order);
    if (line.kind.what === 'remark' && own.length > 0) this.#heading = own;
    const places = [own, this.#forLine.get(line.line) ?? [], this.#heading, this.#forAll];
    return { ...line, order: only(places.find((orders) => orders.length > 0) ?? []) };
  }

  /** All placed lines, with the order of the reason where it counts. */
  finish(lines: readonly InvoiceLine[]): readonly InvoiceLine[] {
    const reason = this.#reason;
    const serves = reason !== '' && [...this.#named].every((order) => order === reason);
    return serves ? lines.map((line) => (line.order === '' ? { ...line, order: reason } : line)) : lines;
  }
}
