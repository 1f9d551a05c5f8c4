import type { Cents } from '../../kernel/cents.ts';
import { readCents } from '../invoice/amounts.ts';

/** Something that stands at a place of a text. */
export interface Placed<Value> {
  readonly value: Value;
  readonly at: number;
  readonly end: number;
}

/** Digits with points, commas or apostrophes inside. */
const figures = /\d+(?:[.,'’]\d+)*/g;
const currency = /€|(?<!\p{L})(?:eur|euro)(?!\p{L})/giu;

interface Token extends Placed<string> {
  readonly is: 'number' | 'currency';
}

interface Written extends Token {
  /** Groups of three digits may follow after a blank: `1 234,50`. */
  readonly open: boolean;
}

/** The numbers of a text. A number that is written in groups with blanks between them is one. */
function numbersIn(text: string): readonly Written[] {
  const numbers: Written[] = [];
  for (const { 0: value, index: at } of text.matchAll(figures)) {
    const end = at + value.length;
    const last = numbers.at(-1);
    const goesOn = last?.open === true && at === last.end + 1 && text.charAt(last.end) === ' ';
    if (goesOn && /^\d{3}(?:,\d{2})?$/.test(value)) {
      const open = value.length === 3;
      numbers[numbers.length - 1] = { ...last, value: `${last.value} ${value}`, end, open };
    } else {
      const open = /^[1-9]\d{0,2}$/.test(value) && !/[\p{L}.,/-]/u.test(text.charAt(at - 1));
      numbers.push({ is: 'number', value, at, end, open });
    }
  }
  return numbers;
}

const shape = /^(\d{1,7}|\d{1,3}([.,'’ ])\d{3}(?:\2\d{3}){0,4})(?:([.,])(\d{2}))?$/;

/**
 * 1.234,56 and 1 234,56 and 36.48 and 1,234.50 as decimals with a point; 1.234 is a thousand and more.
 * Undefined if the text is no amount, or may be two: 1,234.
 */
function decimalOf(text: string): string | undefined {
  const [, whole, between, sign, decimals] = shape.exec(text) ?? [];
  if (whole === undefined || (between !== undefined && between === (sign ?? ','))) return undefined;
  return `${whole.replaceAll(/\D/g, '')}.${decimals ?? '00'}`;
}

const hasDecimals = ({ value }: Token): boolean => /[.,]\d{2}$/.test(value);

/** True if nothing but a few blanks is between two tokens. */
const isBeside = (text: string, left: Token, right: Token): boolean =>
  right.at - left.end <= 3 && text.slice(left.end, right.at).trim() === '';

/** The numbers beside a sign of a currency. Of two, the one with decimals: `anno 2026 € 5,00`. */
function besideCurrency(text: string, [left, sign, right]: readonly (Token | undefined)[]): readonly Token[] {
  if (sign?.is !== 'currency') return [];
  const beside = [
    ...(left?.is === 'number' && isBeside(text, left, sign) ? [left] : []),
    ...(right?.is === 'number' && isBeside(text, sign, right) ? [right] : []),
  ];
  const exact = beside.filter(hasDecimals);
  return exact.length > 0 ? exact : beside;
}

/**
 * The amounts in euros of a text, in cents: numbers before or after `€`, `EUR` or `euro`. A number that goes
 * on after a blank (`70 ,99`) is none.
 */
export function amountsIn(text: string): readonly Placed<Cents>[] {
  const signs = [...text.matchAll(currency)].map(({ 0: value, index: at }): Token => ({
    is: 'currency',
    value,
    at,
    end: at + value.length,
  }));
  const tokens = [...numbersIn(text), ...signs].toSorted((a, b) => a.at - b.at);
  const beside = tokens.flatMap((_, index) =>
    besideCurrency(text, [tokens[index - 1], tokens[index], tokens[index + 1]]),
  );
  return [...new Set(beside)].flatMap(({ value, at, end }) => {
    const decimal = / ?[.,]\d/.exec(text.slice(end, end + 3))?.index === 0 ? undefined : decimalOf(value);
    const amount = decimal === undefined ? undefined : readCents(decimal);
    return amount === undefined ? [] : [{ value: amount.cents, at, end }];
  });
}
