import type { Nature } from '../../core/quotes/nature.ts';
import type { OfferExplanation } from '../../core/quotes/offer.ts';
import { exactText } from './exact.ts';
import { amount, hundredthsText, money } from './format.ts';
import { text } from './text.ts';

interface Words {
  readonly title: string;
  readonly steps: readonly { readonly label: string; readonly value: string }[];
}

type Fee = Extract<OfferExplanation, { kind: 'fee' }>;

/** The calculation of a fee in one row: 2 × 60,00 */
export const feeFormula = ({ hundredths, unitPrice }: Pick<Fee, 'hundredths' | 'unitPrice'>): string =>
  `${hundredthsText(hundredths)} × ${amount(unitPrice)}`;

/** A quantity with its unit: 2 ore. A quantity of one without a unit is a lump sum. */
export function quantityOf({ hundredths, unit }: Pick<Fee, 'hundredths' | 'unit'>): string {
  if (unit === '' && hundredths === 100) return text('fee.lump');
  return unit === '' ? hundredthsText(hundredths) : `${hundredthsText(hundredths)} ${unit}`;
}

/** “IVA 22%” or “IVA 0% N2.2”: a rate of zero names the reason, its natura. */
export const rateTitle = ({
  basisPoints,
  nature,
}: {
  readonly basisPoints: number;
  readonly nature: Nature | null;
}): string =>
  nature === null
    ? text('sheet.rate', { rate: hundredthsText(basisPoints) })
    : text('offer.rate-nature', { rate: hundredthsText(basisPoints), nature });

const sumStep = (total: OfferExplanation): Words['steps'][number] => ({
  label: text('explanation.sum'),
  value: money(total.amount),
});

/** The title and the steps of an amount of an offer: its fees, its rates of VAT, its totals. */
export function offerExplanationText(explanation: OfferExplanation): Words {
  switch (explanation.kind) {
    case 'fee':
      return {
        title: explanation.description,
        steps: [
          { label: text('fee.quantity'), value: quantityOf(explanation) },
          { label: text('fee.unit-price'), value: money(explanation.unitPrice) },
          { label: text('fee.vat'), value: hundredthsText(explanation.vatBasisPoints) },
          { label: text('explanation.calculation'), value: feeFormula(explanation) },
          { label: text('explanation.exact'), value: exactText(explanation.exact) },
          { label: text('explanation.rounded'), value: money(explanation.amount) },
        ],
      };
    case 'fund':
      return {
        title: text('fund.line', { rate: hundredthsText(explanation.basisPoints) }),
        steps: [
          { label: text('fund.base'), value: money(explanation.base) },
          { label: text('explanation.percent'), value: `${hundredthsText(explanation.basisPoints)} %` },
          { label: text('explanation.exact'), value: exactText(explanation.exact) },
          { label: text('explanation.rounded'), value: money(explanation.amount) },
        ],
      };
    case 'offer-part':
      return {
        title: text(explanation.of === 'own' ? 'fee.title' : 'offer.services'),
        steps: [
          ...explanation.parts.map(({ name, amount: part }, index) => ({
            label: `${index + 1}. ${name}`,
            value: money(part),
          })),
          sumStep(explanation),
        ],
      };
    case 'offer-net':
      return {
        title: text('amount.net'),
        steps: [
          { label: text('offer.services'), value: money(explanation.services) },
          { label: text('fee.title'), value: money(explanation.own) },
          sumStep(explanation),
        ],
      };
    case 'rate':
      return {
        title: rateTitle(explanation),
        steps: [
          { label: text('amount.net'), value: money(explanation.net) },
          { label: text('explanation.percent'), value: `${hundredthsText(explanation.basisPoints)} %` },
          { label: text('explanation.exact'), value: exactText(explanation.exact) },
          { label: text('offer.vat-once'), value: money(explanation.amount) },
        ],
      };
    case 'offer-gross':
      return {
        title: text('amount.total'),
        steps: [
          { label: text('amount.net'), value: money(explanation.net) },
          ...explanation.rates.map((rate) => ({ label: rateTitle(rate), value: money(rate.vat) })),
          sumStep(explanation),
        ],
      };
  }
}
