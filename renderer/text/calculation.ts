import type { Explanation } from '../../core/quotes/explain.ts';
import { formulaText } from './explanation.ts';
import { amount, hundredthsText } from './format.ts';
import { feeFormula } from './offer-explanation.ts';

/** How a line came about, in one row of a table: 2 × 4,90 × 9 / 12. The amount is beside it. */
export function calculationText(
  explanation: Extract<Explanation, { kind: 'line' | 'discount' | 'fee' | 'fund' }>,
): string {
  switch (explanation.kind) {
    case 'line':
      return formulaText(explanation);
    case 'discount':
      return `${amount(explanation.list)} × ${hundredthsText(explanation.basisPoints)} %`;
    case 'fund':
      return `${amount(explanation.base)} × ${hundredthsText(explanation.basisPoints)} %`;
    case 'fee':
      return feeFormula(explanation);
  }
}
