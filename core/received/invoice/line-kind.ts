import type { ItemKind } from '../../catalog/item.ts';
import type { LineKind, OtherProduct } from './invoice.ts';
import { plainWords } from './words.ts';

// Aruba's lines for these services are not published. The words are those of its price list and guides; what
// they do not decide is asked.

const service = /\bfattur(?:azione|e|a) elettronic(?:a|he)\b/;

/** Items of a service, by words that name nothing else. Two of them in one line are a question. */
const items: readonly (readonly [ItemKind, RegExp])[] = [
  ['user', /\b(?:utent[ei]|utenz[ae]) aggiuntiv[aeio]\b|\badditional users?\b|\bmulti ?utenza\b/],
  ['documents', /\bmodul[oi] documenti\b|\bdocumenti modul[oi]\b/],
  ['collections', /\bincassi (?:e )?pagamenti\b|\bmodulo incassi\b/],
  ['orders-nso', /\bordini elettronici\b|\bordini nso\b|\bnso\b/],
  ['woocommerce', /\bwoo ?commerce\b/],
  [
    'extra-gb',
    /\b(?:spazio|gb|giga|gigabyte) (?:\w+ ){0,2}?aggiuntiv[oi]\b|\baggiuntiv[oi] (?:\w+ ){0,2}?(?:spazio|gb)\b|\b(?:estensione|espansione|aumento|ampliamento) (?:dello )?spazio\b|\bspazio (?:di )?archiviazione\b/,
  ],
];

/** In a line about the service these words may name an item, or describe the service: a question. */
const shortItems: readonly (readonly [ItemKind, RegExp])[] = [
  ['user', /\butent[ei]\b/],
  ['documents', /\bdocumenti\b/],
];

const receiveOnly = /\bsolo ricezione\b/;

const others: readonly (readonly [OtherProduct, RegExp])[] = [
  ['pec', /\bpec\b|\bposta (?:elettronica )?certificata\b/],
  ['domain', /\bdomini?o?\b|\bdns\b/],
  ['hosting', /\bhosting\b|\bsito\b|\bssl\b|\bsupersite\b|\bwordpress\b/],
  ['signature', /\bfirm[ae]\b|\bcns\b|\bsmart ?card\b|\blettore\b|\btoken\b|\barubakey\b/],
  ['identity', /\bspid\b|\bcie\b|\bidentita digitale\b/],
  ['archive', /\bconservazione\b|\bdocfly\b/],
  ['mail', /\bcasell[ae]\b|\be ?mail\b|\bposta\b/],
  ['cloud', /\bcloud\b|\bserver\b|\bvps\b|\bbackup\b/],
  ['timestamp', /\bmarc(?:a|he) temporal[ei]\b/],
  ['fax-sms', /\bfax\b|\bsms\b/],
];

/** The service itself archives invoices, and describes itself so. DocFly is a product of its own. */
const isPartOfService = (product: OtherProduct, words: string): boolean =>
  product === 'archive' && !/\bdocfly\b/.test(words);

const found = <K>(table: readonly (readonly [K, RegExp])[], words: string): K[] =>
  table.flatMap(([kind, pattern]) => (pattern.test(words) ? [kind] : []));

/**
 * What a line sells, by its words. A line with a service's name and another product's name, or with two
 * items, is a question and is never decided.
 */
export function lineKindOf(text: string): LineKind {
  const words = plainWords(text.slice(0, 2000));
  const isService = service.test(words);
  const named = found(items, words);
  const products = productsIn(words).filter(
    (product) => !((isService || named.length > 0) && isPartOfService(product, words)),
  );
  if (named.length === 0 && !isService && !receiveOnly.test(words)) {
    const [product] = products;
    return product === undefined ? { what: 'unknown' } : { what: 'other-product', product };
  }
  const kinds: readonly ItemKind[] = named.length > 0 ? named : inService(words);
  const [kind] = kinds;
  if (kinds.length > 1 || kind === undefined || products.length > 0)
    return isService || products.length === 0 || receiveOnly.test(words)
      ? { what: 'several', kinds: [...kinds, ...products] }
      : { what: 'other-product', product: products[0] ?? 'mail' };
  return { what: 'item', kind };
}

/** A mailbox may be of any kind: a more telling word beside it counts. */
function productsIn(words: string): readonly OtherProduct[] {
  const products = found(others, words);
  return products.length > 1 ? products.filter((product) => product !== 'mail') : products;
}

/** A line that names the service and no item by its full name. */
function inService(words: string): readonly ItemKind[] {
  return [receiveOnly.test(words) ? 'receive-only' : 'e-invoicing', ...found(shortItems, words)];
}
