import { isTaxCode } from '../../kernel/tax-code.ts';
import { isVatCode } from '../../kernel/vat-code.ts';
import { codeOf } from './holder-code.ts';
import type { NamedHolder } from './invoice.ts';
import { oneBlank, ordersIn } from './orders-in-text.ts';

/** The most text of a line that is looked at. */
const mostText = 4000;

/** The different order numbers that a text names. */
export const orderNumbers = (text: string): readonly string[] => [
  ...new Set(ordersIn(oneBlank(text.slice(0, mostText))).map(({ number }) => number)),
];

/** The order number that a text names. Empty if it names none or several. */
export function orderIn(text: string): string {
  const [number = '', ...others] = orderNumbers(text);
  return others.length === 0 ? number : '';
}

/** `ARUBA` and a VAT number or tax code: the user of the panel. */
function panelUserOf(word: string): NamedHolder | undefined {
  const code = word.slice(5);
  return word.startsWith('ARUBA') && (isVatCode(code) || isTaxCode(code))
    ? { by: 'panel-user', code: word }
    : undefined;
}

/** The panel users that a text names, in capitals, and where they stand. */
export const panelUsersIn = (text: string): readonly { readonly code: string; readonly at: number }[] =>
  [...text.matchAll(/(?<![a-z0-9])aruba[a-z0-9]{11,16}(?![a-z0-9])/gi)].flatMap((found) => {
    const user = panelUserOf(found[0].toUpperCase());
    return user === undefined ? [] : [{ code: user.code, at: found.index }];
  });

function holderOf(word: string): NamedHolder | undefined {
  const vatCode = word.startsWith('IT') ? word.slice(2) : word;
  if (isVatCode(vatCode)) return { by: 'vat-code', code: vatCode };
  return isTaxCode(word) ? { by: 'tax-code', code: word } : panelUserOf(word);
}

/** A text without its order numbers: their digits may look like a VAT number. */
function withoutOrders(text: string): string {
  let [rest, from] = ['', 0];
  for (const { at, end } of ordersIn(text)) {
    rest += `${text.slice(from, Math.max(from, at))} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

/**
 * Whose service a text is about: a panel user, a valid VAT number or a valid tax code. Null if it names
 * nobody, or two. The supplier's own codes do not count.
 */
export function holderIn(text: string, suppliersOwn: ReadonlySet<string>): NamedHolder | null {
  const plain = withoutOrders(oneBlank(text.slice(0, mostText)));
  const words = plain.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const named = words.flatMap((word) => holderOf(word) ?? []).filter((one) => !suppliersOwn.has(codeOf(one)));
  if (new Set(named.map(codeOf)).size !== 1) return null;
  return named.find(({ by }) => by === 'panel-user') ?? named[0] ?? null;
}
