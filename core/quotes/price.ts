import { cents, share, vatOf, type Cents } from '../kernel/cents.ts';

/** The reduction of a convention code, as a separate line (rule C3). */
export interface DiscountLine {
  readonly kind: 'discount';
  readonly basisPoints: number;
  readonly net: Cents;
}

export interface Priced<L> {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  readonly lines: readonly (L | DiscountLine)[];
}

/**
 * The one pricing function (rule C4): preview, quote, cart and order all use it. Amounts are cents.
 * Net = sum of the rounded line nets, less the convention (rule C3). VAT is rounded once on the net
 * (rule C2). Gross = net + VAT.
 */
export function price<L extends { readonly net: Cents }>({
  lines,
  vatBasisPoints,
  discountBasisPoints = 0,
}: {
  readonly lines: readonly L[];
  readonly vatBasisPoints: number;
  readonly discountBasisPoints?: number;
}): Priced<L> {
  let list = 0;
  for (const line of lines) list += line.net;
  const discount = cents(-share(list, discountBasisPoints, 10_000));
  const net = cents(list + discount);
  const vat = vatOf(net, vatBasisPoints);
  const discountLine: DiscountLine = { kind: 'discount', basisPoints: discountBasisPoints, net: discount };
  return {
    net,
    vat,
    gross: cents(net + vat),
    lines: discountBasisPoints > 0 ? [...lines, discountLine] : lines,
  };
}
