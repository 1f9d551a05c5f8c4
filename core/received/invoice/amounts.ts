import { cents, type Cents } from '../../kernel/cents.ts';
import { parseDay, type Day } from '../../kernel/day.ts';
import { fraction, type Fraction } from '../../kernel/fraction.ts';

/**
 * A decimal of FatturaPA: a sign, digits, a point, up to eight decimals. Also with a comma, as some write
 * it.
 */
const decimal = /^([+-]?)(\d{1,15})(?:[.,](\d{0,12}))?$/;

interface Decimal {
  readonly negative: boolean;
  /** All digits as one number. */
  readonly digits: bigint;
  readonly places: number;
}

function decimalOf(text: string): Decimal | undefined {
  const match = decimal.exec(text.trim());
  if (match === null) return undefined;
  const places = match[3] ?? '';
  return {
    negative: match[1] === '-',
    digits: BigInt((match[2] ?? '') + places),
    places: places.length,
  };
}

/** The largest amount that is taken: ten million euros. */
const mostCents = 1_000_000_000n;

/**
 * An amount in whole cents, rounded half up away from zero. `rounded`: the text has parts of a cent.
 * Undefined if the text is no amount.
 */
export function readCents(text: string): { readonly cents: Cents; readonly rounded: boolean } | undefined {
  const read = decimalOf(text);
  if (read === undefined) return undefined;
  const scale = 10n ** BigInt(read.places);
  const exact = read.digits * 100n;
  const whole = (2n * exact + scale) / (2n * scale);
  if (whole > mostCents) return undefined;
  const value = Number(whole);
  return { cents: cents(read.negative && value !== 0 ? -value : value), rounded: exact % scale !== 0n };
}

/** A price as an exact fraction of cents. Undefined if it is none or too long to be exact. */
export function readPrice(text: string): Fraction | undefined {
  const read = decimalOf(text);
  if (read === undefined) return undefined;
  const num = Number(read.digits * 100n) * (read.negative ? -1 : 1);
  const den = 10 ** read.places;
  return Number.isSafeInteger(num) && Number.isSafeInteger(den) ? fraction(num, den) : undefined;
}

/** A whole number that may be written `3.00`. Undefined if it is not whole. */
export function readWhole(text: string): number | undefined {
  const read = decimalOf(text);
  if (read === undefined) return undefined;
  const scale = 10n ** BigInt(read.places);
  if (read.digits % scale !== 0n) return undefined;
  const value = Number(read.digits / scale) * (read.negative ? -1 : 1);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A rate such as `22.00` in hundredths of a per cent. */
export const readRate = (text: string): number | undefined => {
  const read = readCents(text);
  return read === undefined || read.rounded || read.cents < 0 || read.cents > 10_000 ? undefined : read.cents;
};

/**
 * A date of the file: a time or a zone after it does not count. Undefined if the calendar has no such day.
 */
export function readDate(text: string): Day | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(text.trim());
  const day = match === null ? undefined : parseDay(match[1] ?? '');
  return day !== undefined && day >= '2000-01-01' && day <= '2100-12-31' ? day : undefined;
}
