import { cents, type Cents } from '../../core/kernel/cents.ts';

/**
 * Euro as people type them ("70,99", "1.234,50", "70.99 €") in whole cents; undefined where that is no amount with at most
 * two decimals. A single separator followed by one or two digits is the decimal one, whichever it is.
 */
export function readMoney(typed: string): Cents | undefined {
  const bare = typed.replaceAll(/[\s€]/g, '');
  const match = /^(\d{1,3}(?:[.,']\d{3})*|\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (match === null) return undefined;
  const whole = (match[1] ?? '').replaceAll(/[.,']/g, '');
  return cents(Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}
