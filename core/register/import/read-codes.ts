import { err, ok, type Result } from '../../kernel/result.ts';
import { isTaxCode } from '../../kernel/tax-code.ts';
import { isVatCode, vatCodeSlips, type VatCodeSlips } from '../../kernel/vat-code.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';

/** Why a text is no VAT or tax code. `digits`: how many it has. */
export type CodeReason =
  | { readonly kind: 'bad-vat-code'; readonly value: string; readonly digits: number }
  | { readonly kind: 'wrong-check-digit'; readonly value: string; readonly slips: VatCodeSlips }
  | { readonly kind: 'bad-tax-code'; readonly value: string };

/** The codes of a holder. An absent one is not said. */
export interface Codes {
  readonly vatCode?: string;
  readonly taxCode?: string;
}

/** Capitals without blanks, dots and dashes, and without the name of the code before it. */
const bare = (cell: string): string =>
  cell
    .slice(0, 60)
    .replace(/^(?:p\.? ?iva|partita iva|vat|c\.? ?f\.?|cod(?:ice|\.)? fisc(?:ale|\.)?)(?=[ :.\d])[ :.]*/i, '')
    .toUpperCase()
    .replaceAll(/[\s.\-/]/g, '');

/** A VAT number of another country: its two letters come first. */
const foreign = /^(?!IT)(?=.*\d.*\d)[A-Z]{2}[A-Z0-9]{2,14}$/;

/**
 * Reads a VAT number: 11 digits, with or without IT. Zeros that a spreadsheet cut off at the left come back.
 * A tax code in its place is read as that. A foreign number is kept as it is. Refuses a wrong check digit,
 * and says which numbers are one slip away.
 */
export function readVatCode(cell: string): Result<Codes, CodeReason> {
  if (saysNothing(cell)) return ok({});
  const text = bare(cell);
  const digits = /^(?:IT)?(\d+)$/.exec(text)?.[1];
  if (digits === undefined) {
    if (isTaxCode(text)) return ok({ taxCode: text });
    if (foreign.test(text) && !looksLikeTaxCode(text)) return ok({ vatCode: text });
    return err({ kind: 'bad-vat-code', value: shorten(cell, 60), digits: text.replaceAll(/\D/g, '').length });
  }
  const full = digits.length >= 8 ? digits.padStart(11, '0') : digits;
  if (isVatCode(full)) return ok({ vatCode: full });
  const slips = vatCodeSlips(digits);
  return slips === undefined
    ? err({ kind: 'bad-vat-code', value: shorten(cell, 60), digits: digits.length })
    : err({ kind: 'wrong-check-digit', value: digits, slips });
}

const looksLikeTaxCode = (text: string): boolean => /^[A-Z]{6}\w{10}$/.test(text);

/** Reads a tax code: 16 characters with their check letter, or the 11 digits of a company. */
export function readTaxCode(cell: string): Result<Codes, CodeReason> {
  if (saysNothing(cell)) return ok({});
  const text = bare(cell).replace(/^IT(?=\d{11}$)/, '');
  const full = /^\d{8,10}$/.test(text) ? text.padStart(11, '0') : text;
  if (isTaxCode(full)) return ok({ taxCode: full });
  const slips = vatCodeSlips(text);
  return slips === undefined
    ? err({ kind: 'bad-tax-code', value: shorten(cell, 60) })
    : err({ kind: 'wrong-check-digit', value: text, slips });
}
