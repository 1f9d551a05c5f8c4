import { readCode } from './read-values.ts';
import type { UserInfo } from './user-info.ts';

/** Who a service belongs to, as the register knows it. An empty text is not known. */
export interface HolderCodes {
  readonly vatCode: string;
  readonly taxCode: string;
}

/**
 * `same`: a number of both sides agrees. `unsaid`: there is no number to compare, so a person looks. `other`:
 * the answer is about somebody else.
 */
export type Identity =
  | { readonly kind: 'same' | 'unsaid' }
  | { readonly kind: 'other'; readonly asked: string; readonly answered: string };

/**
 * Compares the VAT numbers; without one on either side, the tax codes. The tax code of a company is
 * its VAT number.
 */
export function identityOf(info: UserInfo, holder: HolderCodes): Identity {
  const vat = readCode(holder.vatCode);
  const tax = readCode(holder.taxCode);
  const pairs = [
    [vat, info.vatCode],
    [tax, info.taxCode],
    [vat, info.taxCode],
    [tax, info.vatCode],
  ] as const;
  const [first, ...crossed] = pairs;
  if (first[0] !== null && first[1] !== null)
    return first[0] === first[1] ? { kind: 'same' } : { kind: 'other', asked: first[0], answered: first[1] };
  if (crossed.some(([asked, answered]) => asked !== null && asked === answered)) return { kind: 'same' };
  const [asked, answered] = crossed[0] ?? [null, null];
  return asked !== null && answered !== null ? { kind: 'other', asked, answered } : { kind: 'unsaid' };
}
