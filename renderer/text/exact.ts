import type { Fraction } from '../../core/kernel/fraction.ts';
import { text } from './text.ts';

/**
 * An exact number of cents, in euro. It has enough decimals to show the rounding, at most six; a longer
 * number ends in dots.
 */
export function exactText({ num, den }: Fraction): string {
  const scaled = (num * 10_000) / den;
  const decimals = Math.trunc(scaled) === scaled ? '' : '…';
  const units = Math.floor(Math.abs(scaled));
  const digits = String(units).padStart(7, '0');
  const whole = digits.slice(0, -6);
  const part = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${num < 0 ? '−' : ''}${whole}${text('number.decimal')}${part}${decimals} €`;
}
