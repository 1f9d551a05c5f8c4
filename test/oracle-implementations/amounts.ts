// Rules C1, C2 and C3 once more, in whole numbers of any size. Imports nothing of core.

/** num / den to the nearest whole number, a half up. `den` is above 0. */
function halfUp(num: bigint, den: bigint): number {
  const [twice, divisor] = [2n * num + den, 2n * den];
  const remainder = ((twice % divisor) + divisor) % divisor;
  return Number((twice - remainder) / divisor);
}

/** Rule C1: quantity x yearly price x months / 12, in cents. */
export const lineNetByC1 = (
  quantity: number,
  yearly: number,
  months: { readonly num: number; readonly den: number },
): number => halfUp(BigInt(quantity) * BigInt(yearly) * BigInt(months.num), 12n * BigInt(months.den));

/** Rules C2 and C3: the convention's reduction, then VAT on the sum. Rates are basis points. */
export function totalsByC2(
  lineNets: readonly number[],
  vatRate: number,
  conventionRate = 0,
): { readonly net: number; readonly vat: number; readonly gross: number } {
  const list = lineNets.reduce((sum, net) => sum + net, 0);
  const net = list - halfUp(BigInt(list) * BigInt(conventionRate), 10_000n);
  const vat = halfUp(BigInt(net) * BigInt(vatRate), 10_000n);
  return { net, vat, gross: net + vat };
}
