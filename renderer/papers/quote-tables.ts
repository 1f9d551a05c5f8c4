// The tables of a quote on paper: one for each service, one for the firm's own fees.
import { feeNet, type Fee } from '../../core/quotes/fees.ts';
import { explainDiscount, explainLine } from '../../core/quotes/explain.ts';
import type { Fund } from '../../core/quotes/fund.ts';
import type { LineVat } from '../../core/quotes/nature.ts';
import { explainFee, explainFund } from '../../core/quotes/offer.ts';
import type { FiguresLine } from '../../core/quotes/figures.ts';
import { calculationText } from '../text/calculation.ts';
import { dayText, hundredthsText, money } from '../text/format.ts';
import { quantityOf } from '../text/offer-explanation.ts';
import { text } from '../text/text.ts';
import type { PrintDocument } from './print-sheet.ts';
import { lineName, type QuotedService } from './quote-names.ts';

type Table = PrintDocument['tables'][number];

/** Months as people write them: 9, or a fraction such as 28/3. */
const monthsText = ({ num, den }: FiguresLine['months']): string =>
  den === 1 ? String(num) : `${num}/${den}`;

const left = (label: string): Table['columns'][number] => ({ label, number: false });
const right = (label: string): Table['columns'][number] => ({ label, number: true });

/**
 * The lines of a service. `plain`: it is all that the quote offers, so the totals of the quote are its own.
 * Otherwise its convention and its net sum are its last rows. `calculation`: one column says how each
 * amount came about. It holds quantity, yearly price and months, so it stands in their place: A4 has no room
 * for all.
 */
export function serviceTable(
  { content, quote: figures }: QuotedService,
  {
    title,
    plain,
    calculation,
  }: { readonly title: string; readonly plain: boolean; readonly calculation: boolean },
): Table {
  const discount = explainDiscount(figures);
  const sumRow = (label: string, derivation: string, amount: string): string[] => [
    label,
    '',
    ...(calculation ? [derivation] : ['', '', '']),
    amount,
  ];
  return {
    title,
    columns: [
      left(text('quote.col-item')),
      left(text('quote.col-period')),
      ...(calculation
        ? [right(text('explanation.calculation'))]
        : [right(text('col.quantity')), right(text('col.yearly')), right(text('quote.col-months'))]),
      right(text('col.amount')),
    ],
    rows: [
      ...figures.lines.map((line) => [
        lineName(line, content.subject.kind),
        text('line.term', { from: dayText(line.expiry), to: dayText(line.newExpiry) }),
        ...(calculation
          ? [calculationText(explainLine(line, figures))]
          : [String(line.quantity), money(line.yearly), monthsText(line.months)]),
        money(line.net),
      ]),
      ...(plain || discount === null
        ? []
        : [
            sumRow(
              text('convention.line', { code: discount.code }),
              calculationText(discount),
              money(discount.amount),
            ),
          ]),
      ...(plain ? [] : [sumRow(text('offer.subtotal'), '', money(figures.net))]),
    ],
  };
}

/** 22%, or 0% N2.2. */
export const rateWords = ({ vatBasisPoints, nature }: LineVat): string =>
  [text('fee.rate-of', { rate: hundredthsText(vatBasisPoints) }), nature].filter(Boolean).join(' ');

/** The contribution to the firm's fund, the last row of its fees. */
function fundRow(fees: readonly Fee[], fund: Fund, calculation: boolean): string[] {
  const explanation = explainFund(fees, fund);
  return [
    text('fund.line', { rate: hundredthsText(fund.basisPoints) }),
    '',
    calculation ? calculationText(explanation) : '',
    rateWords(fund),
    money(explanation.amount),
  ];
}

/** The firm's own fees, each with its VAT rate. */
export function feeTable(fees: readonly Fee[], fund: Fund | undefined, calculation: boolean): Table {
  return {
    title: text('fee.title'),
    columns: [
      left(text('quote.fee')),
      left(text('fee.quantity')),
      right(text(calculation ? 'explanation.calculation' : 'fee.unit-price')),
      right(text('fee.rate')),
      right(text('col.amount')),
    ],
    rows: [
      ...fees.map((fee) => [
        fee.description,
        quantityOf(fee),
        calculation ? calculationText(explainFee(fee)) : money(fee.unitPrice),
        rateWords(fee),
        money(feeNet(fee)),
      ]),
      ...(fund === undefined ? [] : [fundRow(fees, fund, calculation)]),
    ],
  };
}
