import { isTaxCode } from '../../kernel/tax-code.ts';
import { isVatCode } from '../../kernel/vat-code.ts';
import type { NamedHolder } from './invoice.ts';

/** A number after these words is an order's or a document's, even if its digits look like a VAT number. */
const orderWords =
  /\b(?:ordine|ord\.|order|rif\.? ordine)\s*(?:(?:n|nr|num|no|numero|id)\b\.?|n[°º]|[#:°º])*\s*[#:]?\s*([A-Z0-9][A-Z0-9/._-]{2,29})/gi;

/** The order number that a text names. Empty if it names none or several. */
export function orderIn(text: string): string {
  const named = [...text.slice(0, 4000).matchAll(orderWords)].flatMap(([, number]) => {
    const trimmed = (number ?? '').replace(/[._/-]+$/, '');
    return /\d{3}/.test(trimmed) && !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(trimmed) ? [trimmed] : [];
  });
  return new Set(named).size === 1 ? (named[0] ?? '') : '';
}

/** `ARUBA` and a VAT number or tax code: the user of the panel. */
function panelUserOf(word: string): NamedHolder | undefined {
  const code = word.slice(5);
  return word.startsWith('ARUBA') && (isVatCode(code) || isTaxCode(code))
    ? { by: 'panel-user', code: word }
    : undefined;
}

function holderOf(word: string): NamedHolder | undefined {
  const vatCode = word.startsWith('IT') ? word.slice(2) : word;
  if (isVatCode(vatCode)) return { by: 'vat-code', code: vatCode };
  return isTaxCode(word) ? { by: 'tax-code', code: word } : panelUserOf(word);
}

/**
 * The code itself, whatever the text calls it: a panel user, a VAT number and a tax code may say the same.
 */
const codeOf = ({ by, code }: NamedHolder): string => (by === 'panel-user' ? code.slice(5) : code);

/**
 * Whose service a text is about: a panel user, a valid VAT number or a valid tax code. Null if it names
 * nobody, or two. The supplier's own codes do not count.
 */
export function holderIn(text: string, suppliersOwn: ReadonlySet<string>): NamedHolder | null {
  const words =
    text
      .slice(0, 4000)
      .replaceAll(orderWords, ' ')
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  const named = words.flatMap((word) => holderOf(word) ?? []).filter((one) => !suppliersOwn.has(codeOf(one)));
  if (new Set(named.map(codeOf)).size !== 1) return null;
  return named.find(({ by }) => by === 'panel-user') ?? named[0] ?? null;
}
