import { isModuleKind, type ItemKind } from '../../catalog/item.ts';
import type { LineKind, OtherProduct } from './invoice.ts';
import { plainWords } from './words.ts';

// Aruba's lines for these services are not published. The words are those of its price list and guides; what
// they do not decide is asked.

const service = /\bfatturazione elettronica\b/;

/** The service, or the documents that it sends: `Fattura elettronica n. 12` sells nothing. */
const serviceOrDocument = /\bfattur(?:azione|e|a) elettronic(?:a|he)\b/;

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

/** Beside the name of something else these words may name an item, or describe it: a question. */
const shortItems: readonly (readonly [ItemKind, RegExp])[] = [
  ['user', /(?<!\bnome )\butent[ei]\b(?! (?:aruba|(?:del )?pannello\b))/],
  ['documents', /\bdocumenti\b/],
  ['collections', /\bincassi\b/],
];

/** These words name something, and do not say what: a question if no other word says it. */
const someModule = /\bmodul[oi]/;
const someService = /\b(?:altri servizi|servizi aggiuntivi)\b/;

/** One line for all items that the extension moves. */
const extension = /\bestensione (?:(?:dei|di|ai) )?servizi\b/;

/** Between a service and an item: both are sold. `e` also stands for signs that join. */
const joining = /\b(?:e|ed|con|piu|oltre|anche|compres[oaie]|inclus[oaie])\b/;

/** Lines that are about a service or an item and sell something else, or give something back. */
const besides =
  /\bassistenza\b|\bsupporto\b|(?<!\bin )\bcors[oi]\b|\bformazione\b|\bconsulenza\b|\bmigrazione\b|\binteress[ei]\b|\bmora\b|\bpenal[ei]\b|\bsollecito\b|\bspese\b|\bcontribut[oi]\b|\bscont[oi]\b|\babbuono\b|\brimbors[oi]\b|\bbollo\b/;

/** Another product under the service's name (domain.md 1). */
const premium = /\bpremium\b/;

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

/** The text in plain words. A sign that joins (`+`, `&`, a comma before a blank) becomes `e`. */
const joinedWords = (text: string): string =>
  plainWords(text.replaceAll(/[+&;]|,(?!\S)/g, ' e ')).replaceAll(/\be(?: e)+\b/g, 'e');

/**
 * What a line sells, by its words. What may be more than one thing is a question and is never decided: a
 * service and another product, a service and an item, two items, an extension. A line about a service that
 * sells something else is unknown.
 */
export function lineKindOf(text: string): LineKind {
  const words = joinedWords(text.slice(0, 2000));
  const isService = serviceOrDocument.test(words) || receiveOnly.test(words);
  const named = found(items, words);
  const products = productsIn(words).filter(
    (product) => !((isService || named.length > 0) && isPartOfService(product, words)),
  );
  const [product] = products;
  if (product !== undefined)
    return isService
      ? { what: 'several', kinds: [...kindsIn(words, named, serviceOrDocument), ...products] }
      : { what: 'other-product', product };
  if (premium.test(words) || besides.test(words)) return { what: 'unknown' };
  const kinds = kindsIn(words, named, service);
  const [kind] = kinds;
  if (kind === undefined || isUnnamed(words, named)) return { what: 'unknown' };
  return kinds.length > 1 || extension.test(words) ? { what: 'several', kinds } : { what: 'item', kind };
}

/** A mailbox may be of any kind: a more telling word beside it counts. */
function productsIn(words: string): readonly OtherProduct[] {
  const products = found(others, words);
  return products.length > 1 ? products.filter((product) => product !== 'mail') : products;
}

const isUnnamed = (words: string, named: readonly ItemKind[]): boolean =>
  (someModule.test(words) && !named.some(isModuleKind)) || (someService.test(words) && named.length === 0);

/** Whether words that join stand between the service and an item. */
function isJoined(words: string, service: RegExp): boolean {
  const own = service.exec(words) ?? receiveOnly.exec(words);
  if (own === null) return false;
  const ownEnd = own.index + own[0].length;
  return items.some(([, pattern]) => {
    const item = pattern.exec(words);
    if (item === null) return false;
    const between =
      item.index >= ownEnd
        ? words.slice(ownEnd, item.index)
        : words.slice(item.index + item[0].length, own.index);
    return joining.test(between);
  });
}

/** The service and the items that a line may sell. The service's name alone also says whose item it is. */
function kindsIn(words: string, named: readonly ItemKind[], service: RegExp): readonly ItemKind[] {
  const names = receiveOnly.test(words) || service.test(words);
  const sells = names && (named.length === 0 || extension.test(words) || isJoined(words, service));
  const own: readonly ItemKind[] = sells ? [receiveOnly.test(words) ? 'receive-only' : 'e-invoicing'] : [];
  if (own.length + named.length === 0) return [];
  return [...new Set([...own, ...named, ...found(shortItems, words)])];
}
