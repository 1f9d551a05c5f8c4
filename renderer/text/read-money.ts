import { cents, type Cents } from '../../core/kernel/cents.ts';
import { language } from './text.ts';

const forms = {
  it: /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/,
};

/**
 * Reads a typed amount in euro ("70,99", "1.234,50 €", "EUR 70.99") as whole cents. Undefined if it is not an
 * amount with at most two decimals.
 * Three digits after a separator are thousands, and only after the separator of the language: 7,999 is
 * not an Italian amount.
 */
export function readMoney(typed: string): Cents | undefined {
  const match = forms[language()].exec(typed.replaceAll(/[\s€]|eur(?:o)?/gi, ''));
  if (match === null) return undefined;
  const whole = (match[1] ?? '').replaceAll(/[.,]/g, '');
  return cents(Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}
