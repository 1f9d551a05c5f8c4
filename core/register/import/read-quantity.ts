import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';

export type QuantityProblem = 'negative' | 'not-whole' | 'no-number' | 'too-many';

/** Why a text is no quantity. `likely`: the number that a word means. */
export interface QuantityReason {
  readonly kind: 'bad-quantity';
  readonly value: string;
  readonly problem: QuantityProblem;
  readonly likely: number | null;
}

/** The most users or gigabytes of a service (see fieldSchemas). */
export const mostQuantity = 100_000;

const zero = /^(?:nessun[oa]?|zero|no|none)$/i;

const words = new Map(
  'uno due tre quattro cinque sei sette otto nove dieci one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, index) => [word, (index % 10) + 1]),
);

/** A number with what it counts: `3`, `n. 3`, `3 utenti aggiuntivi`, `2 GB`. */
const counted =
  /^(?:n[.°]? ?)?([+-]? ?\d[\d.,]*) ?(?:utent[ei]|additional users?|users?|gb|pz\.?|pezz[oi]|postazion[ei]|licenz[ae])?(?: aggiuntiv[oi])?$/i;

/** The number in Italian or plain writing: `1.000`, `3,0`, `3.0`. Undefined if it is written otherwise. */
function numberIn(text: string): number | undefined {
  const digits = text.replaceAll(' ', '');
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}

/**
 * Reads a number of users or gigabytes. `nessuno` is 0. Returns null if the cell says nothing. Refuses what
 * is negative, not whole, above 100,000, or no number.
 */
export function readQuantity(text: string): Result<number | null, QuantityReason> {
  if (zero.test(text)) return ok(0);
  if (saysNothing(text)) return ok(null);
  const refuse = (problem: QuantityProblem, likely: number | null = null) =>
    err({ kind: 'bad-quantity', value: shorten(text, 60), problem, likely } as const);
  const figures = text.length > 100 ? undefined : counted.exec(text)?.[1];
  const number = figures === undefined ? undefined : numberIn(figures);
  if (number === undefined) return refuse('no-number', words.get(text.toLowerCase()) ?? null);
  if (number < 0) return refuse('negative');
  if (!Number.isInteger(number)) return refuse('not-whole');
  return number > mostQuantity ? refuse('too-many') : ok(number);
}
