import type { ItemKind, ModuleKind, ServiceKind } from '../../catalog/item.ts';

/**
 * The numbers of a text. `count`: the one number that counts (`2 GB aggiuntivi`, `Utenti aggiuntivi (3)`),
 * null if there is none. `doubt`: `several` if numbers contradict each other or one is negative, `other` if a
 * number is a year, a date, an amount or a duration.
 */
export interface CountSaid {
  readonly count: number | null;
  readonly doubt: 'several' | 'other' | null;
}

/** What a text of the kind column says: a service, or an item of one, with its numbers. */
export type KindReading = CountSaid &
  (
    | { readonly what: 'service'; readonly kind: ServiceKind }
    | { readonly what: 'item'; readonly kind: Exclude<ItemKind, ServiceKind> }
  );

/** Names without blanks and small words (see nameIn). */
const services: Readonly<Record<ServiceKind, string>> = {
  'e-invoicing':
    'fatturazioneelettronica fe fatturaelettronica fattelettronica fatturazione electronicinvoicing einvoicing invoicing',
  'receive-only':
    'soloricezione sr ricezione ricezionefatture soloricezionefatture receiveonly receivingonly onlyreceiving',
};
const modules: Readonly<Record<ModuleKind, string>> = {
  documents: 'documenti documents',
  collections: 'incassipagamenti incassi collectionspayments collections',
  'orders-nso': 'ordinielettronicinso ordininso nso ordinielettronici electronicordersnso nsoorders',
  woocommerce: 'woocommerce',
};
const others = {
  user: 'utenteaggiuntivo utentiaggiuntivi utente utenti utenzaaggiuntiva utenzeaggiuntive additionaluser additionalusers user users',
  'extra-gb':
    'gbaggiuntivo gbaggiuntivi gb spazioaggiuntivo spazio gbspazio gbspazioaggiuntivo spazioaggiuntivogb extragb additionalgb extraspace space',
} as const;

const table = <K extends string>(names: Readonly<Record<K, string>>): ReadonlyMap<string, K> =>
  new Map(
    (Object.keys(names) as K[]).flatMap((kind) =>
      names[kind].split(' ').map((name) => [name, kind] as const),
    ),
  );

const serviceNames = table(services);
const moduleNames = table(modules);
const itemNames = table({ ...modules, ...others });

/** Words that do not tell products apart. */
const small = new Set(
  'aruba rinnovo servizio canone annuale annuo attivazione modulo moduli module abbonamento licenza base anno anni il lo la di del della per con e and n nr x'.split(
    ' ',
  ),
);

/** Only the start of a text is looked at: no product has a longer name. */
const longestName = 120;

/** Small letters without accents. `1GB` is `1 GB`, `x3` is `x 3`. */
const plain = (text: string): string =>
  text
    .slice(0, longestName)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)(gb|x)\b/g, '$1 $2')
    .replaceAll(/\bx(\d)/g, 'x $1');

const isNumber = (word: string): boolean => /^\d{1,6}$/.test(word);

/** The letters and digits of the telling words, without numbers. */
const nameIn = (text: string): string =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.has(word) && !isNumber(word))
    .join('');

/** Numbers that count nothing: dates, years, amounts, and a duration. */
const notCounted =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|(?<!\d|\d[.,])20\d\d(?!\d|[.,]\d)|[€$] ?\d[\d.,]*|\d[\d.,]* ?[€$%]|(?<!\d|\d[.,])\d{1,2} ann[oi]\b/g;

/** A number by itself. A minus before it belongs to it if a blank stands before the minus only. */
const counted = /(?:(?<!\S)[-–−])?(?<![a-z0-9])\d{1,6}(?![a-z0-9])/g;

function countIn(text: string): CountSaid {
  const written = plain(text);
  const bare = written.replaceAll(notCounted, ' ');
  const numbers = new Set(
    [...bare.matchAll(counted)].map(([number]) => Number(number.replace(/^[–−]/, '-'))),
  );
  const [count = null] = numbers;
  if (numbers.size > 1 || (count ?? 0) < 0) return { count: null, doubt: 'several' };
  // One year is what every item is sold for: it puts nothing in doubt.
  const others = written.match(notCounted)?.some((number) => number !== '1 anno') ?? false;
  return { count, doubt: others ? 'other' : null };
}

const long = 'fatturazioneelettronica';

/**
 * Recognises a service or an item by its words, in Italian or English: `FE`, `Solo Ricezione`, `Utente
 * aggiuntivo`, `Fatturazione Elettronica - Modulo Documenti`. Undefined if it is neither. Premium is a way
 * to reach a service and no kind of it. A number may stand anywhere (see CountSaid).
 */
export function readKind(text: string): KindReading | undefined {
  const name = nameIn(text);
  const rest = name.startsWith(long)
    ? name.slice(long.length)
    : name.endsWith(long)
      ? name.slice(0, -long.length)
      : name;
  const item = itemNames.get(rest);
  if (item !== undefined) return { what: 'item', kind: item, ...countIn(text) };
  const kind = serviceNames.get(name) ?? (rest === 'fe' ? undefined : receiveOnly(rest));
  return kind === undefined ? undefined : { what: 'service', kind, ...countIn(text) };
}

const receiveOnly = (rest: string): ServiceKind | undefined =>
  serviceNames.get(rest.replace(/^fe(?=solo)/, '')) === 'receive-only' ? 'receive-only' : undefined;

/** The module that the text names. */
export const moduleNamed = (text: string): ModuleKind | undefined => moduleNames.get(nameIn(text));
