// Written by hand because the library ibantools does not check the CIN letter of Italian accounts.
import { err, ok, type Result } from './result.ts';
import { checkLetter } from './tax-code.ts';

/**
 * What is wrong with an IBAN: it is not letters and digits, the country has no IBAN, the length is wrong, the
 * check digits are wrong, or the Italian check letter is wrong.
 */
export type IbanProblem = 'form' | 'country' | 'length' | 'check-digits' | 'cin';

/**
 * Characters of the IBAN by country. These are the SEPA countries: Italian firms pay and are paid from there.
 */
const lengths = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 ' +
    'MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * Returns the IBAN in capitals without spaces, or why it is refused. Checks country, length, mod 97
 * (ISO 7064), and for Italy and San Marino the CIN letter too (domain.md 8.4). A valid IBAN does not
 * prove that the account exists.
 */
export function checkIban(
  text: string,
): Result<string, { readonly reason: 'bad-iban'; readonly problem: IbanProblem }> {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  const refuse = (problem: IbanProblem) => err({ reason: 'bad-iban', problem } as const);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return refuse('form');
  const country = iban.slice(0, 2);
  const length = lengths.get(country);
  if (length === undefined) return refuse('country');
  if (iban.length !== length) return refuse('length');
  if (remainder(iban.slice(4) + iban.slice(0, 4)) !== 1) return refuse('check-digits');
  // San Marino writes its accounts as Italy does.
  if ((country === 'IT' || country === 'SM') && !hasItsCin(iban.slice(4))) return refuse('cin');
  return ok(iban);
}

/** The IBAN in groups of four characters, as people read it aloud and as it is printed. */
export const ibanGroups = (iban: string): readonly string[] =>
  iban.replaceAll(/\s/g, '').match(/.{1,4}/g) ?? [];

/**
 * Mod 97 of the text, with A = 10 to Z = 35. Works digit by digit: the number is too long for exact numbers.
 */
function remainder(text: string): number {
  let rest = 0;
  for (const character of text)
    for (const digit of parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/**
 * Checks CIN, 5 digits of ABI, 5 digits of CAB, 12 characters of the account. The CIN is
 * the check letter of the rest.
 */
function hasItsCin(bban: string): boolean {
  if (!/^[A-Z]\d{10}[A-Z0-9]{12}$/.test(bban)) return false;
  return bban.charAt(0) === checkLetter(bban.slice(1));
}
