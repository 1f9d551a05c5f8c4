import { checkIban } from '../../kernel/iban.ts';

/**
 * What follows the check digits of an IBAN, by country: figures (n), letters (a), either (c), each with its
 * number. These are the SEPA countries, as in core/kernel/iban.ts.
 */
const accounts: Readonly<Record<string, string>> = {
  AD: '8n12c',
  AL: '8n16c',
  AT: '16n',
  BE: '12n',
  BG: '4a6n8c',
  CH: '5n12c',
  CY: '8n16c',
  CZ: '20n',
  DE: '18n',
  DK: '14n',
  EE: '16n',
  ES: '20n',
  FI: '14n',
  FR: '10n11c2n',
  GB: '4a14n',
  GI: '4a15c',
  GR: '7n16c',
  HR: '17n',
  HU: '24n',
  IE: '4a14n',
  IS: '22n',
  IT: '1a10n12c',
  LI: '5n12c',
  LT: '16n',
  LU: '3n13c',
  LV: '4a13c',
  MC: '10n11c2n',
  MD: '20c',
  ME: '18n',
  MK: '3n10c2n',
  MT: '4a5n18c',
  NL: '4a10n',
  NO: '11n',
  PL: '24n',
  PT: '21n',
  RO: '4a16c',
  RS: '18n',
  SE: '20n',
  SI: '15n',
  SK: '20n',
  SM: '1a10n12c',
  VA: '18n',
};

const classes: Readonly<Record<string, string>> = { n: '[0-9]', a: '[A-Z]', c: '[A-Z0-9]' };

/**
 * Where an IBAN may begin, with all its characters, and what may stand between two of them. Places may
 * overlap: a word before an IBAN may look like the letters of a country.
 */
function placesOf(between: string, form: (account: string) => string): RegExp {
  const ibans = Object.entries(accounts).map(([country, account]) => {
    const rest = form(`2n${account}`).replaceAll(
      /(\d+)([nac])/g,
      (_, count: string, kind: string) => `(?:${between}${classes[kind]}){${count}}`,
    );
    return country + rest;
  });
  return new RegExp(`(?<![A-Z0-9])(?=(${ibans.join('|')})(?![A-Z0-9]))`, 'gi');
}

const lengthOf = (account: string): number =>
  [...account.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);

/** A text as long as an IBAN of its country, over line ends too: its check digits decide. */
const asLong = placesOf(String.raw`[\s.-]{0,2}`, (account) => `${lengthOf(account)}c`);
/** A text with letters and figures where an IBAN of its country has them, in one line. */
const alike = placesOf(String.raw`[^\S\r\n]?[.-]?[^\S\r\n]?`, (account) => account);

const plainOf = (text: string): string => text.replaceAll(/[\s.-]/g, '').toUpperCase();

const hasDay = (text: string): boolean =>
  /(?<!\d)(?:\d{1,2}[.-]\d{1,2}[.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/.test(text);

/** `al 31`, `no 12`, `si 5` are words before a number. A country stands in capitals, or at its digits. */
const beginsLikeOne = (text: string): boolean => /^(?:[A-Z]{2}|[a-z]{2}\d)/.test(text);

const isLikeOne = (text: string): boolean => beginsLikeOne(text) && !hasDay(text);

const short = (text: string): string => `${plainOf(text).slice(0, 2)}…${plainOf(text).slice(-4)}`;

/**
 * Returns the text with each IBAN cut to its country and last four characters, and the cut IBANs. An IBAN
 * from a mail is never taken as a value: a person reads it there and types it. If `also` is true, text that
 * is written like an IBAN of a SEPA country is cut too, whatever its check digits; days and order numbers
 * are not.
 */
export function maskIbans(
  text: string,
  also: boolean,
): { readonly text: string; readonly ibans: readonly string[] } {
  const ibans = new Set<string>();
  const counts = (found: string): boolean => (also ? isLikeOne(found) : checkIban(plainOf(found)).ok);
  let [masked, from] = ['', 0];
  for (const { index: at, 1: found = '' } of text.matchAll(also ? alike : asLong)) {
    if (at < from || !counts(found)) continue;
    const cut = short(found);
    if (ibans.size < 10) ibans.add(cut);
    masked += text.slice(from, at) + cut;
    from = at + found.length;
  }
  return { text: masked + text.slice(from), ibans: [...ibans] };
}
