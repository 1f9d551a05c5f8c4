import { checkIban } from '../../kernel/iban.ts';

/** An IBAN as it is written: together, or in groups with blanks, points or hyphens. */
const written = /(?<![A-Z0-9])[A-Z]{2}[\s.-]{0,2}\d{2}(?:[\s.-]{0,2}[A-Z0-9]){11,30}(?![A-Z0-9])/gi;

const plainOf = (text: string): string => text.replaceAll(/[\s.-]/g, '').toUpperCase();

/** The length of the valid IBAN at the start of a text; undefined if none is. */
function validLength(text: string): number | undefined {
  for (let end = text.length; end >= 15; end -= 1) {
    const atEdge = end === text.length || /[\s.-]/.test(text.charAt(end));
    if (atEdge && checkIban(plainOf(text.slice(0, end))).ok) return end;
  }
  return undefined;
}

/** Mostly digits: words after a short number are no IBAN. */
const isLikeOne = (text: string): boolean => plainOf(text).replaceAll(/\D/g, '').length >= 12;

/** Words may follow: what only looks like an IBAN ends with its last digit. */
const lengthToLastDigit = (text: string): number => text.replace(/\D+$/, '').length;

const short = (text: string): string => `${plainOf(text).slice(0, 2)}…${plainOf(text).slice(-4)}`;

/**
 * Returns the text with each IBAN cut to its country and last four characters, and the cut IBANs. An IBAN
 * from a mail is never taken as a value: a person reads it there and types it. If `also` is true, text that
 * only looks like an IBAN is cut too.
 */
export function maskIbans(
  text: string,
  also: boolean,
): { readonly text: string; readonly ibans: readonly string[] } {
  const ibans = new Set<string>();
  const masked = text.replaceAll(written, (found) => {
    const length = validLength(found) ?? (also && isLikeOne(found) ? lengthToLastDigit(found) : 0);
    if (length === 0) return found;
    const cut = short(found.slice(0, length));
    if (ibans.size < 10) ibans.add(cut);
    return cut + found.slice(length);
  });
  return { text: masked, ibans: [...ibans] };
}
