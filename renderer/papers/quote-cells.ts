import type { Quote } from '../../core/desk/rows/state.ts';
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { latest } from '../../core/quotes/quote-document.ts';
import type { Figures } from '../../core/quotes/figures.ts';
import type { CellTable } from './cells.ts';
import { lineName } from './quote-sheet.ts';
import { text } from '../text/text.ts';

/**
 * The lines and sums of a quote as spreadsheet cells: numbers as numbers, days as days. The
 * first row is the header.
 */
export function quoteCells(quote: Quote): CellTable {
  const { quote: figures, content } = latest(quote);
  const sum = (label: string, amount: Figures['net']): readonly XlsxCell[] => [
    { text: label },
    null,
    null,
    null,
    null,
    null,
    { amount },
  ];
  return {
    headers: [
      text('quote.col-item'),
      text('explanation.from'),
      text('explanation.to'),
      text('col.quantity'),
      text('col.yearly'),
      text('quote.col-months'),
      text('col.amount'),
    ],
    rows: [
      ...figures.lines.map((line): readonly XlsxCell[] => [
        { text: lineName(line, content.subject.kind) },
        { day: line.expiry },
        { day: line.newExpiry },
        { number: line.quantity },
        { amount: line.yearly },
        { number: line.months.num / line.months.den },
        { amount: line.net },
      ]),
      ...(figures.discount === null
        ? []
        : [sum(text('convention.line', { code: figures.discount.code }), figures.discount.net)]),
      sum(text('amount.net'), figures.net),
      sum(text('sheet.rate', { rate: figures.vatBasisPoints / 100 }), figures.vat),
      sum(text('amount.total'), figures.gross),
    ],
  };
}
