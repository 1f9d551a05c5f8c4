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
        title: text('sheet.rate', { rate: hundredthsText(explanation.basisPoints) }),
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
          ...explanation.rates.map(({ basisPoints, vat }) => ({
            label: text('sheet.rate', { rate: hundredthsText(basisPoints) }),
            value: money(vat),
          })),
          sumStep(explanation),
        ],
      };
  }
}
