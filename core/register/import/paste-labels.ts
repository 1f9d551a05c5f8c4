/** What a label in a pasted text announces. A module's name is a label of its own. */
export type LabelKind =
  | 'holder'
  | 'vatCode'
  | 'taxCode'
  | 'kind'
  | 'expiry'
  | 'users'
  | 'space'
  | 'modules'
  | 'module'
  | 'account'
  | 'panelUsername'
  | 'automaticRenewal'
  | 'state';

/** A label at its place. `end` is where its value may begin, `limit` where the next label begins. */
export interface Label {
  readonly kind: LabelKind;
  readonly text: string;
  readonly from: number;
  readonly end: number;
  readonly limit: number;
}

/** Counts before the word: `3 utenti aggiuntivi`, `2 di 5 utenti aggiuntivi`. */
const count = String.raw`(?:(?<![\d/.,-])\d{1,6} (?:(?:di|su|of|/) \d{1,6} )?)?`;

const patterns: readonly (readonly [LabelKind, string])[] = [
  ['automaticRenewal', 'rinnovo automatico|automatic renewal|auto-?renewal'],
  ['kind', 'fatturazione elettronica(?: ?[-–:(]? ?solo ricezione)?|solo ricezione|receive only'],
  ['users', `${count}(?:utent[ei] aggiuntiv[oi]|additional users?)|utenti(?=[ :]{1,3}\\d)`],
  ['space', `${count}(?:gb aggiuntiv[oi]|extra gb)|spazio aggiuntivo|extra space|spazio|storage`],
  ['modules', 'moduli(?: aggiuntivi| attivi)?|modules'],
  [
    'module',
    'documenti|documents|incassi e pagamenti|collections and payments|ordini elettronici(?: nso)?|nso|woocommerce',
  ],
  [
    'expiry',
    '(?:data (?:di )?|in )?scadenza|scade(?: il)?|scadut[oa] il|(?:valid[oa] )?fino al|valid until|expiry(?: date)?|expires(?: on)?|expired on',
  ],
  ['vatCode', String.raw`partita iva|p\. ?iva|p\.i\.|piva|vat (?:number|code|id)`],
  ['taxCode', String.raw`codice fiscale|c\.f\.|cod\. ?fisc\.|tax code|fiscal code`],
  ['panelUsername', 'username|user name|nome utente|utente pannello'],
  ['account', 'account(?: aruba)?|aruba account'],
  ['state', 'stato(?: (?:del )?servizio)?|state|status'],
  ['holder', 'intestatario|ragione sociale|denominazione|titolare|cliente(?= ?:)|holder|company name'],
];

const label = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${patterns.map(([, pattern]) => `(${pattern})`).join('|')})(?![\p{L}\d])`,
  'giu',
);

/**
 * The text with blanks of all kinds as plain ones and line breaks as `\n`. Places stay the same, so that what
 * is found can be shown in the text itself.
 */
export const plainText = (text: string): string =>
  text.replaceAll(/\r(?=\n)|[\u00a0\u2000-\u200a\u202f\t]/g, ' ').replaceAll('\r', '\n');

/** The labels of a text in their order. `text` is plain (see plainText). */
export function labelsIn(text: string): readonly Label[] {
  const found: Label[] = [];
  for (const match of text.matchAll(label)) {
    const kind = patterns[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    const from = match.index;
    if (kind !== undefined)
      found.push({ kind, text: match[0], from, end: from + match[0].length, limit: text.length });
  }
  return found.map((each, index) => ({ ...each, limit: found[index + 1]?.from ?? text.length }));
}
