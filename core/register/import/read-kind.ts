import type { ItemKind, ModuleKind, ServiceKind } from '../../catalog/item.ts';

/**
 * What a text of the kind column says: a service, or an item of one. `count`: `2 GB aggiuntivi` counts two.
 */
export type KindReading =
  | { readonly what: 'service'; readonly kind: ServiceKind }
  | {
      readonly what: 'item';
      readonly kind: Exclude<ItemKind, ServiceKind>;
      readonly count: number | null;
    };

/** Names without blanks and small words (see wordsOf). */
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
  'aruba rinnovo servizio canone annuale annuo attivazione modulo moduli module abbonamento licenza base anno anni il lo la di del della per con e and'.split(
    ' ',
  ),
);

/** The letters and digits of the telling words, and the number before them. `1GB` counts as `1 GB`. */
function wordsOf(text: string): { readonly name: string; readonly count: number | null } {
  const all = text
    .slice(0, 120)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)(gb)\b/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.has(word));
  const first = all[0] ?? '';
  const isCount = (word: string): boolean => /^\d{1,6}$/.test(word);
  return {
    name: all.filter((word) => !isCount(word)).join(''),
    count: isCount(first) ? Number(first) : null,
  };
}

const long = 'fatturazioneelettronica';

/**
 * Recognises a service or an item by its words, in Italian or English: `FE`, `Solo Ricezione`, `Utente
 * aggiuntivo`, `Fatturazione Elettronica - Modulo Documenti`. Undefined if it is neither. Premium is a way
 * to reach a service and no kind of it.
 */
export function readKind(text: string): KindReading | undefined {
  const { name, count } = wordsOf(text);
  const rest = name.startsWith(long)
    ? name.slice(long.length)
    : name.endsWith(long)
      ? name.slice(0, -long.length)
      : name;
  const item = itemNames.get(rest);
  if (item !== undefined) return { what: 'item', kind: item, count };
  const kind = serviceNames.get(name) ?? (rest === 'fe' ? undefined : receiveOnly(rest));
  return kind === undefined ? undefined : { what: 'service', kind };
}

const receiveOnly = (rest: string): ServiceKind | undefined =>
  serviceNames.get(rest.replace(/^fe(?=solo)/, '')) === 'receive-only' ? 'receive-only' : undefined;

/** The module that the text names. */
export const moduleNamed = (text: string): ModuleKind | undefined => moduleNames.get(wordsOf(text).name);
