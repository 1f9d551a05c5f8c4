import type { Quote } from '../../core/desk/rows/state.ts';
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { explainDiscount, explainLine } from '../../core/quotes/explain.ts';
import { feeNet } from '../../core/quotes/fees.ts';
import type { LineVat } from '../../core/quotes/nature.ts';
import { explainFee, explainFund } from '../../core/quotes/offer.ts';
import { fundOf, latest, servicesOf, totalsOf } from '../../core/quotes/quote-document.ts';
import { calculationText } from '../text/calculation.ts';
import { hundredthsText } from '../text/format.ts';
import { text } from '../text/text.ts';
import type { CellTable } from './cells.ts';
import { holderOf, lineName, offeredFor, type Clients } from './quote-names.ts';
import { isPlain, totalLines } from './quote-totals.ts';

/** A row of the table, by its columns. A column that is absent is empty. */
interface Row {
  readonly holder?: XlsxCell;
  readonly offered?: XlsxCell;
  readonly item: XlsxCell;
  readonly from?: XlsxCell;
  readonly to?: XlsxCell;
  readonly quantity?: XlsxCell;
  readonly price?: XlsxCell;
  readonly months?: XlsxCell;
  readonly unit?: XlsxCell;
  readonly rate?: XlsxCell;
  readonly nature?: XlsxCell;
  readonly calculation?: XlsxCell;
  readonly amount: XlsxCell;
}

const cell = (words: string): XlsxCell => ({ text: words });

const rateCells = ({ vatBasisPoints, nature }: LineVat): Pick<Row, 'rate' | 'nature'> => ({
  rate: { number: vatBasisPoints / 100 },
  ...(nature === undefined ? {} : { nature: cell(nature) }),
});

function rowsOf(quote: Quote, clients: Clients): readonly Row[] {
  const revision = latest(quote);
  const services = servicesOf(revision).flatMap((service) => {
    const { content, quote: figures } = service;
    const of = {
      holder: cell(holderOf(clients, quote, service)),
      offered: cell(offeredFor(service)),
      rate: { number: figures.vatBasisPoints / 100 },
    };
    const discount = explainDiscount(figures);
    return [
      ...figures.lines.map((line): Row => ({
        ...of,
        item: cell(lineName(line, content.subject.kind)),
        from: { day: line.expiry },
        to: { day: line.newExpiry },
        quantity: { number: line.quantity },
        price: { amount: line.yearly },
        months: { number: line.months.num / line.months.den },
        calculation: cell(calculationText(explainLine(line, figures))),
        amount: { amount: line.net },
      })),
      // The totals of a plain quote have it already.
      ...(discount === null || isPlain(revision)
        ? []
        : [
            {
              ...of,
              item: cell(text('convention.line', { code: discount.code })),
              calculation: cell(calculationText(discount)),
              amount: { amount: discount.amount },
            },
          ]),
    ];
  });
  const fees = revision.fees.map((fee): Row => ({
    offered: cell(text('fee.title')),
    item: cell(fee.description),
    quantity: { number: fee.hundredths / 100 },
    unit: cell(fee.unit),
    price: { amount: fee.unitPrice },
    ...rateCells(fee),
    calculation: cell(calculationText(explainFee(fee))),
    amount: { amount: feeNet(fee) },
  }));
  const fund = fundOf(revision);
  if (fund === undefined) return [...services, ...fees];
  const contributed = explainFund(revision.fees, fund);
  const line: Row = {
    offered: cell(text('fee.title')),
    item: cell(text('fund.line', { rate: hundredthsText(fund.basisPoints) })),
    ...rateCells(fund),
    calculation: cell(calculationText(contributed)),
    amount: { amount: contributed.amount },
  };
  return [...services, ...fees, line];
}

/** A column more only where there is something to say. */
const hasNature = (revision: Quote['revisions'][0]): boolean =>
  !isPlain(revision) && totalsOf(revision).rates.some(({ nature }) => nature !== undefined);

/**
 * The lines and sums of a quote as spreadsheet cells: numbers as numbers, days as days. The first row is the
 * header. A quote of several services, or with fees, has columns for the client, the unit and the VAT rate.
 * `calculation`: one more column says how each line came about.
 */
export function quoteCells(quote: Quote, clients: Clients, calculation: boolean): CellTable {
  const revision = latest(quote);
  const wide = !isPlain(revision);
  const columns: readonly (readonly [keyof Row, string])[] = [
    ...(wide
      ? ([
          ['holder', text('offer.client')],
          ['offered', text('quotes.subject')],
        ] as const)
      : []),
    ['item', text('quote.col-item')],
    ['from', text('explanation.from')],
    ['to', text('explanation.to')],
    ['quantity', text('col.quantity')],
    ...(wide ? ([['unit', text('fee.unit')]] as const) : []),
    ['price', text(wide ? 'offer.price' : 'col.yearly')],
    ['months', text('quote.col-months')],
    ...(wide ? ([['rate', text('fee.vat')]] as const) : []),
    ...(hasNature(revision) ? ([['nature', text('nature.title')]] as const) : []),
    ...(calculation ? ([['calculation', text('explanation.calculation')]] as const) : []),
    ['amount', text('col.amount')],
  ];
  const totals = totalLines(quote, clients).map(({ label, explanation }): Row => ({
    item: cell(label),
    amount: { amount: explanation.amount },
  }));
  const cells = (row: Row): readonly XlsxCell[] => columns.map(([name]) => row[name] ?? null);
  return {
    headers: columns.map(([, label]) => label),
    rows: [...rowsOf(quote, clients), ...totals].map(cells),
  };
}
