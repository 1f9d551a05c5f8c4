import { cents, sum, type Cents } from '../kernel/cents.ts';
import { fraction, type Fraction } from '../kernel/fraction.ts';
import { exactFee, feeNet, type FeeWish } from './fees.ts';
import type { Figures } from './figures.ts';
import { contribution, type Fund } from './fund.ts';
import { lineVat, type LineVat, type Nature } from './nature.ts';
import { price } from './price.ts';

const noCents = cents(0);

type Priced = Pick<Figures, 'net' | 'vatBasisPoints'>;

/** The net amount of one VAT rate in an offer, and its VAT. Without VAT each nature is one of its own. */
export interface RateTotal extends LineVat {
  readonly net: Cents;
  readonly vat: Cents;
}

/** The totals of an offer: the vendor's services and the firm's own fees. Amounts are cents. */
export interface OfferTotals {
  /** The vendor's services, net, less their conventions. */
  readonly services: Cents;
  /** The firm's own fees, net, with the contribution to its fund. */
  readonly own: Cents;
  readonly net: Cents;
  /** The highest rate first. */
  readonly rates: readonly RateTotal[];
  readonly vat: Cents;
  readonly gross: Cents;
}

/**
 * The totals of one document. VAT is rounded once for each rate, on the sum of all its line nets (rule C2),
 * by the one pricing function (rule C4). An offer of one service without fees has the service's own totals.
 */
export function offerTotals(services: readonly Priced[], fees: readonly FeeWish[], fund?: Fund): OfferTotals {
  const nets = new Map<string, { readonly rate: LineVat; readonly lines: { readonly net: Cents }[] }>();
  const add = (line: LineVat, net: Cents): void => {
    const rate = lineVat(line);
    const key = `${rate.vatBasisPoints} ${rate.nature ?? ''}`;
    const known = nets.get(key) ?? { rate, lines: [] };
    known.lines.push({ net });
    nets.set(key, known);
  };
  for (const { vatBasisPoints, net } of services) add({ vatBasisPoints }, net);
  for (const fee of fees) add(fee, feeNet(fee));
  const contributed = fund === undefined ? noCents : contribution(fees, fund).net;
  if (fund !== undefined) add(fund, contributed);
  const rates = [...nets.values()]
    .map(({ rate, lines }): RateTotal => {
      const { net, vat } = price({ lines, vatBasisPoints: rate.vatBasisPoints });
      return { ...rate, net, vat };
    })
    .sort((a, b) => b.vatBasisPoints - a.vatBasisPoints || ((a.nature ?? '') < (b.nature ?? '') ? -1 : 1));
  const net = sum(rates.map((rate) => rate.net));
  const vat = sum(rates.map((rate) => rate.vat));
  return {
    services: sum(services.map((service) => service.net)),
    own: cents(sum(fees.map(feeNet)) + contributed),
    net,
    rates,
    vat,
    gross: cents(net + vat),
  };
}

/** How an amount of an offer is calculated: see explain.ts. */
export type OfferExplanation =
  | {
      readonly kind: 'fee';
      readonly description: string;
      readonly unit: string;
      readonly hundredths: number;
      readonly unitPrice: Cents;
      readonly vatBasisPoints: number;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  | { readonly kind: 'offer-net'; readonly services: Cents; readonly own: Cents; readonly amount: Cents }
  /** The VAT of all fees and services of one rate, rounded once (rule C2). */
  | {
      readonly kind: 'rate';
      readonly net: Cents;
      readonly basisPoints: number;
      readonly nature: Nature | null;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  | {
      readonly kind: 'offer-gross';
      readonly net: Cents;
      readonly rates: readonly {
        readonly basisPoints: number;
        readonly nature: Nature | null;
        readonly vat: Cents;
      }[];
      readonly amount: Cents;
    }
  /** The contribution to the firm's fund: a share of the fees, rounded once. */
  | {
      readonly kind: 'fund';
      readonly base: Cents;
      readonly basisPoints: number;
      readonly exact: Fraction;
      readonly amount: Cents;
    }
  /** The net amounts of the fees, or of the services. */
  | {
      readonly kind: 'offer-part';
      readonly of: 'services' | 'own';
      readonly parts: readonly { readonly name: string; readonly amount: Cents }[];
      readonly amount: Cents;
    };

/** The calculation of a fee: quantity x unit price, rounded once (rule C1). */
export const explainFee = (fee: FeeWish): Extract<OfferExplanation, { kind: 'fee' }> => ({
  kind: 'fee',
  description: fee.description,
  unit: fee.unit,
  hundredths: fee.hundredths,
  unitPrice: fee.unitPrice,
  vatBasisPoints: fee.vatBasisPoints,
  exact: exactFee(fee),
  amount: feeNet(fee),
});

/** The contribution to the firm's fund: the share of its fees, rounded once (rule C1). */
export function explainFund(
  fees: readonly FeeWish[],
  fund: Fund,
): Extract<OfferExplanation, { kind: 'fund' }> {
  const { base, exact, net } = contribution(fees, fund);
  return { kind: 'fund', base, basisPoints: fund.basisPoints, exact, amount: net };
}

export const explainOfferNet = ({ services, own, net }: OfferTotals): OfferExplanation => ({
  kind: 'offer-net',
  services,
  own,
  amount: net,
});

/** The VAT of one rate of an offer, rounded once (rule C2). */
export const explainRate = ({ vatBasisPoints, nature, net, vat }: RateTotal): OfferExplanation => ({
  kind: 'rate',
  net,
  basisPoints: vatBasisPoints,
  nature: nature ?? null,
  exact: fraction(net * vatBasisPoints, 10_000),
  amount: vat,
});

export const explainOfferGross = ({ net, rates, gross }: OfferTotals): OfferExplanation => ({
  kind: 'offer-gross',
  net,
  rates: rates.map(({ vatBasisPoints: basisPoints, nature = null, vat }) => ({ basisPoints, nature, vat })),
  amount: gross,
});

/** The net sum of the fees, or of the services, each with its name. */
export const explainOfferPart = (
  of: 'services' | 'own',
  parts: readonly { readonly name: string; readonly amount: Cents }[],
): OfferExplanation => ({ kind: 'offer-part', of, parts, amount: sum(parts.map(({ amount }) => amount)) });
