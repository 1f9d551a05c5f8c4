import { isVatCode } from '../../kernel/vat-code.ts';

/** An order number that a text names, and where it stands. */
export interface NamedOrder {
  readonly number: string;
  readonly at: number;
  readonly end: number;
}

// No pattern here may read a run of blanks in more than one way: words stand one blank apart.

const orderWord = /(?<![\p{L}\d])(?:(ordine|order)|ordini|orders)(?!\p{L})|(?<![\p{L}\d])(ord\.)/giu;

/** What may stand between the word and the number: `ordine servizi`, `ordine web`, `ordine di rinnovo`. */
const filling =
  / ?(?:servizi[o]?|web|online|on-line|aruba|cliente|(?:di |d[’'] ?)(?:acquisto|rinnovo|attivazione|servizi[o]?))(?![\p{L}\d])/iuy;
const dayBetween =
  / ?(?:(?:del|in data) )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} \p{L}{3,10} \d{4})(?!\d)/iuy;
const mark = / ?(?:(?:numero|num|nro|n\.? ?ro|n\.o|nr|no|id|n)(?![\p{L}\d])[.°º]?|n[.°º]|[#:(°º])/iuy;

/** A whole word: nothing that is cut, and no amount. */
const word = String.raw`(?=([a-z0-9][a-z0-9/._-]{2,29}))\1(?![a-z0-9]|,\d| ?(?:€|(?:eur|euro)(?!\p{L}))(?! ?\d))`;
const numeral = new RegExp(` ?${word}`, 'iuy');

/** A second number: `12345678 / 87654321`, `12345678 e n. 87654321`. */
const another = new RegExp(
  String.raw` ?(?:[/,;+&–-]|(?:e|ed|and)(?= )) ?(?:n[.°º] ?|nr\.? ?|#)?${word}`,
  'iuy',
);

const mostFillings = 4;

const isDayOrAmount = (text: string): boolean =>
  /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d+\.\d{2})$/.test(text);

/** Digits as only an order number has them, after no word that says so. */
const isPlainNumber = (text: string): boolean => /^\D{0,4}\d{5,}$/.test(text) && !isVatCode(text);

/** The end of a sticky pattern that matches as often as it may; `from` if it does not match. */
function skip(pattern: RegExp, text: string, from: number): number {
  let end = from;
  for (let count = 0; count < mostFillings; count += 1) {
    pattern.lastIndex = end;
    if (!pattern.test(text)) break;
    end = pattern.lastIndex;
  }
  return end;
}

/** The number that stands at a place. `MO123456.` ends before its full stop. */
function numberAt(pattern: RegExp, text: string, from: number): NamedOrder | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[1];
  if (found === undefined) return undefined;
  const number = found.replace(/[._/-]{1,29}$/, '');
  const at = pattern.lastIndex - found.length;
  return { number, at, end: at + number.length };
}

/** The number after the word for an order that ends at a place. */
function firstNumber(text: string, from: number, isOne: boolean): NamedOrder | undefined {
  const filled = skip(filling, text, skip(dayBetween, text, skip(filling, text, from)));
  const marked = skip(mark, text, filled);
  const order = numberAt(numeral, text, marked);
  if (order === undefined || !/\d{3}/.test(order.number) || isDayOrAmount(order.number)) return undefined;
  const isDirect = isOne && filled === from;
  return isDirect || marked > filled || isPlainNumber(order.number) ? order : undefined;
}

/** Two numbers that only a stroke parts are two orders. */
function parted(order: NamedOrder): readonly NamedOrder[] {
  const numbers = order.number.split('/');
  if (numbers.length !== 2 || !numbers.every(isPlainNumber)) return [order];
  return numbers.map((number) => ({ ...order, number }));
}

function numbersFrom(text: string, from: number, isOne: boolean): readonly NamedOrder[] {
  const first = firstNumber(text, from, isOne);
  if (first === undefined) return [];
  const orders = [...parted(first)];
  let { end } = first;
  for (;;) {
    const next = numberAt(another, text, end);
    if (next === undefined || !isPlainNumber(next.number)) return orders;
    orders.push(next);
    ({ end } = next);
  }
}

/**
 * The order numbers that a text names, in their order. The words of the text must stand one blank apart
 * (see oneBlank).
 */
export const ordersIn = (text: string): readonly NamedOrder[] =>
  [...text.matchAll(orderWord)].flatMap((word) =>
    numbersFrom(text, word.index + word[0].length, (word[1] ?? word[2]) !== undefined),
  );

/** A text with one blank wherever it has blanks or line ends. */
export const oneBlank = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
