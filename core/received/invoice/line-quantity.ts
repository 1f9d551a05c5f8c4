import { readWhole } from './amounts.ts';
import type { LineKind } from './invoice.ts';
import { plainWords } from './words.ts';

/** A unit of time: the quantity counts months or years, and not things. */
const ofTime =
  /^(?:mes[ei]|mens\w*|months?|ann[oiuae]\w*|aa|years?|giorn[oi]|gg|days?|trim\w*|sem\w*|ore|h)$/;
/** A unit of space that is not the one that is sold. */
const ofSpace = /^(?:mb|kb|tb)$/;

const before = /(?<![\d/.,-])(\d{1,3}) ?(?:utent[ei]|utenz[ae]|additional users?)(?!\p{L})/giu;
const after =
  /(?:utent[ei]|utenz[ae]) aggiuntiv[oaei] ?(?:n[.°º]|nr\.?|x|:|\() ?(\d{1,3})(?![\d/.,-]| ?(?:mes|ann|gior))/giu;

/** Numbers of users that a text names. */
const usersIn = (text: string): readonly number[] =>
  [before, after].flatMap((pattern) => [...text.matchAll(pattern)].map(([, count]) => Number(count)));

/** One year of a service is one service. */
const isOne = (kind: LineKind, quantity: number): boolean =>
  quantity === 1 && kind.what === 'item' && kind.kind !== 'user' && kind.kind !== 'extra-gb';

/**
 * How many of its things a line sells. Null if the file says no whole number, if its unit counts time or
 * another space, or if the text names another number of users: a person must look. `quantityText` is what
 * the file says.
 */
export function lineQuantity(
  kind: LineKind,
  {
    text,
    quantity: written,
    unit,
  }: { readonly text: string; readonly quantity: string; readonly unit: string },
): { readonly quantity: number | null; readonly quantityText: string } {
  const quantityText = written.slice(0, 30);
  const quantity = readWhole(quantityText);
  if (quantity === undefined || quantity < 0) return { quantity: null, quantityText };
  const words = plainWords(unit.slice(0, 20));
  if ((ofTime.test(words) || ofSpace.test(words)) && !isOne(kind, quantity))
    return { quantity: null, quantityText: `${quantityText} ${unit.slice(0, 10)}` };
  const mayBeUsers = kind.what !== 'item' || kind.kind === 'user';
  const contradicts = mayBeUsers && usersIn(text).some((count) => count !== quantity);
  return { quantity: contradicts ? null : quantity, quantityText };
}
