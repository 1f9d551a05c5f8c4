import type { Fee, FeeWish } from '../../../../core/quotes/fees.ts';
import { feeLimits } from '../../../../core/quotes/fees.ts';
import type { Nature } from '../../../../core/quotes/nature.ts';
import { cents, type Cents } from '../../../../core/kernel/cents.ts';
import { amount, hundredthsText } from '../../../text/format.ts';
import { readMoney } from '../../../text/read-money.ts';

/** A fee as it is typed. */
export interface TypedFee {
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly vat: string;
  /** Null: not said. It counts only at 0 %. */
  readonly nature: Nature | null;
}

export type FeeField = Exclude<keyof TypedFee, 'nature'>;

/** One piece at the rate of the vendor's services: what is typed least. */
export const newFee = (vatBasisPoints: number): TypedFee => ({
  description: '',
  quantity: '1',
  unit: '',
  price: '',
  vat: hundredthsText(vatBasisPoints),
  nature: null,
});

export const typedFee = ({
  description,
  unit,
  hundredths,
  unitPrice,
  vatBasisPoints,
  nature,
}: Fee): TypedFee => ({
  description,
  quantity: hundredthsText(hundredths),
  unit,
  price: amount(unitPrice),
  vat: hundredthsText(vatBasisPoints),
  nature: nature ?? null,
});

/** A number with at most two decimals, as hundredths. A reduction begins with a minus. */
export function readHundredths(typed: string): Cents | undefined {
  const match = /^\s*([-−])?(.*)$/.exec(typed);
  const read = readMoney((match?.[2] ?? '').replace('%', ''));
  return read === undefined || match?.[1] === undefined ? read : cents(-read);
}

/** The fee, or the fields that cannot be read. Whether it fits is decided by the command. */
export function readFee(typed: TypedFee): FeeWish | readonly FeeField[] {
  const hundredths = readHundredths(typed.quantity);
  const unitPrice = readHundredths(typed.price);
  const vatBasisPoints = readHundredths(typed.vat);
  const bad: FeeField[] = [];
  if (hundredths === undefined || hundredths < 1 || hundredths > feeLimits.hundredths) bad.push('quantity');
  if (unitPrice === undefined || Math.abs(unitPrice) > feeLimits.unitPrice) bad.push('price');
  if (vatBasisPoints === undefined || vatBasisPoints < 0 || vatBasisPoints > feeLimits.vatBasisPoints)
    bad.push('vat');
  if (hundredths === undefined || unitPrice === undefined || vatBasisPoints === undefined || bad.length > 0)
    return bad;
  const { description, unit, nature } = typed;
  const line = { description, unit, hundredths, unitPrice, vatBasisPoints };
  return vatBasisPoints === 0 && nature !== null ? { ...line, nature } : line;
}
