import type { ServiceDetails } from '../fields.ts';
import { isNameKey, serviceKey } from './service-key.ts';

/** The numbers of a holder and the row that says them. */
interface Numbers {
  readonly vat: string | undefined;
  readonly tax: string | undefined;
}
type Earlier = Numbers & { readonly row: number };

/** The services of one name, kind and expiry: one, or all by their numbers. Most names have one. */
type Namesakes = Earlier | Map<string, number>;

const [any, none] = ['*', '-'];

/**
 * The services of a list so far. Two rows with the same holder and kind say one service. A holder may have a
 * number in one row and none in the other: if name, kind and expiry are the same, it is one holder.
 */
export class EarlierServices {
  readonly #byKey = new Map<string, number>();
  readonly #byName = new Map<string, Namesakes>();

  /** The earlier row that says the same service, or undefined. `keys`: its holderKeys. */
  rowOf(details: ServiceDetails, keys: readonly string[]): number | undefined {
    const known = this.#byKey.get(serviceKey(details, keys));
    if (known !== undefined) return known;
    const namesakes = this.#byName.get(nameKey(details, keys));
    if (namesakes === undefined) return undefined;
    const asked = numbersOf(details);
    if (!(namesakes instanceof Map)) return fit(namesakes, asked) ? namesakes.row : undefined;
    const rows = pairs(askedFor(asked.vat), askedFor(asked.tax)).flatMap((pair) => namesakes.get(pair) ?? []);
    return rows.length === 0 ? undefined : Math.min(...rows);
  }

  add(details: ServiceDetails, keys: readonly string[], row: number): void {
    this.#byKey.set(serviceKey(details, keys), row);
    const name = nameKey(details, keys);
    const numbers = { ...numbersOf(details), row };
    const before = this.#byName.get(name);
    if (before === undefined) this.#byName.set(name, numbers);
    else if (before instanceof Map) put(before, numbers);
    else {
      const all = new Map<string, number>();
      put(all, before);
      put(all, numbers);
      this.#byName.set(name, all);
    }
  }
}

const nameKey = ({ kind, expiry }: ServiceDetails, keys: readonly string[]): string =>
  `${keys.find(isNameKey) ?? ''}|${kind ?? ''}|${expiry ?? ''}`;

const numbersOf = ({ vatCode, taxCode }: ServiceDetails): Numbers => ({
  vat: vatCode?.toUpperCase(),
  tax: taxCode?.toUpperCase(),
});

/** Whether no number of one differs from that of the other. */
const fit = (a: Numbers, b: Numbers): boolean =>
  (a.vat === undefined || b.vat === undefined || a.vat === b.vat) &&
  (a.tax === undefined || b.tax === undefined || a.tax === b.tax);

const pairs = (vats: readonly string[], taxes: readonly string[]): readonly string[] =>
  vats.flatMap((vat) => taxes.map((tax) => `${vat}|${tax}`));

/** A known number fits itself and none; an unknown one fits any. */
const askedFor = (code: string | undefined): readonly string[] => (code === undefined ? [any] : [code, none]);

/** Files a service under its numbers. Each of them can also be asked for as unknown. */
function put(all: Map<string, number>, { vat, tax, row }: Earlier): void {
  for (const pair of pairs([vat ?? none, any], [tax ?? none, any])) if (!all.has(pair)) all.set(pair, row);
}
