import { cents, type Cents } from '../../core/kernel/cents.ts';
import { language } from './text.ts';

const forms = {
  it: /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/,
};

/**
 * Euro as people type them ("70,99", "1.234,50 €", "70.99") in whole cents; undefined where that is no amount
 * with at most two
 * decimals. Three digits after a separator are thousands, and only after the language's own one: 7,999 is no
 * Italian amount.
 */
export function readMoney(typed: string): Cents | undefined {
  const match = forms[language()].exec(typed.replaceAll(/[\s€]/g, ''));
  if (match === null) return undefined;
  const whole = (match[1] ?? '').replaceAll(/[.,]/g, '');
  return cents(Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}
