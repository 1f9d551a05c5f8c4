import { err, ok, type Result } from '../../kernel/result.ts';
import { isTaxCode, withRightLetter } from '../../kernel/tax-code.ts';
import { isVatCode, vatCodeSlips, type VatCodeSlips } from '../../kernel/vat-code.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { isForeignVatCode } from './foreign-vat-code.ts';

/** Why a text is no VAT or tax code. `digits`: how many it has. */
export type CodeReason =
  | { readonly kind: 'bad-vat-code'; readonly value: string; readonly digits: number }
  | { readonly kind: 'wrong-check-digit'; readonly value: string; readonly slips: VatCodeSlips }
  | { readonly kind: 'bad-tax-code'; readonly value: string }
  /** A tax code of 16 characters. `likely`: the same with its right last letter. */
  | { readonly kind: 'wrong-check-letter'; readonly value: string; readonly likely: string };

/** The codes of a holder. An absent one is not said. */
export interface Codes {
  readonly vatCode?: string;
  readonly taxCode?: string;
}

/** The name of a code before it: `P.IVA`, `P.I.`, `C.F.`, `Nr.`, `P.I./C.F.`. */
const nameBefore =
  /^(?:(?:p\.? ?i(?:\.? ?v\.? ?a)?|partita iva|vat(?: (?:number|code|id|no|n))?|c\.? ?f|cod(?:ice|\.)? fisc(?:ale|\.)?|n(?:umero|um|r|o|°)?)(?=[ :./\d])[ :./]*)+/i;

/** Capitals without blanks, dots and dashes, and without the name of the code before it. */
const bare = (cell: string): string =>
  cell
    .slice(0, 60)
    .replace(nameBefore, '')
    .toUpperCase()
    .replaceAll(/[\s.\-/]/g, '');

/**
 * Reads a VAT number: 11 digits, with or without IT. Zeros that a spreadsheet cut off at the left come back.
 * A tax code in its place is read as that. A number of another country is kept as it is (isForeignVatCode).
 * Refuses a wrong check digit or letter, and says what is one slip away.
 */
export function readVatCode(cell: string): Result<Codes, CodeReason> {
  if (saysNothing(cell)) return ok({});
  const text = bare(cell);
  const digits = /^(?:IT)?(\d+)$/.exec(text)?.[1];
  if (digits === undefined) {
    if (isTaxCode(text)) return ok({ taxCode: text });
    if (isForeignVatCode(text)) return ok({ vatCode: text });
    const likely = withRightLetter(text);
    if (likely !== undefined) return err({ kind: 'wrong-check-letter', value: text, likely });
    return err({ kind: 'bad-vat-code', value: shorten(cell, 60), digits: text.replaceAll(/\D/g, '').length });
  }
  const full = digits.length >= 8 ? digits.padStart(11, '0') : digits;
  if (isVatCode(full)) return ok({ vatCode: full });
  const slips = vatCodeSlips(digits);
  return slips === undefined
    ? err({ kind: 'bad-vat-code', value: shorten(cell, 60), digits: digits.length })
    : err({ kind: 'wrong-check-digit', value: digits, slips });
}

/** Whether a text is a VAT number, of Italy or of another country. */
export function isVatNumber(text: string): boolean {
  const codes = readVatCode(text);
  return codes.ok && codes.value.vatCode !== undefined;
}

/** Reads a tax code: 16 characters with their check letter, or the 11 digits of a company. */
export function readTaxCode(cell: string): Result<Codes, CodeReason> {
  if (saysNothing(cell)) return ok({});
  const text = bare(cell).replace(/^IT(?=\d{11}$)/, '');
  const full = /^\d{8,10}$/.test(text) ? text.padStart(11, '0') : text;
  if (isTaxCode(full)) return ok({ taxCode: full });
  const likely = withRightLetter(text);
  if (likely !== undefined) return err({ kind: 'wrong-check-letter', value: text, likely });
  const slips = vatCodeSlips(text);
  return slips === undefined
    ? err({ kind: 'bad-tax-code', value: shorten(cell, 60) })
    : err({ kind: 'wrong-check-digit', value: text, slips });
}
