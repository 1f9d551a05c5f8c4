// The totals of a quote, each with its derivation: the same on screen, on paper and in a spreadsheet.
import type { Quote } from '../../core/desk/rows/state.ts';
import { feeNet } from '../../core/quotes/fees.ts';
import {
  explainDiscount,
  explainGross,
  explainNet,
  explainVat,
  type Explanation,
} from '../../core/quotes/explain.ts';
import {
  explainOfferGross,
  explainOfferNet,
  explainOfferPart,
  explainRate,
  type RateTotal,
} from '../../core/quotes/offer.ts';
import { contribution } from '../../core/quotes/fund.ts';
import { fundOf, latest, servicesOf, totalsOf } from '../../core/quotes/quote-document.ts';
import { hundredthsText, money } from '../text/format.ts';
import { rateTitle } from '../text/offer-explanation.ts';
import { text } from '../text/text.ts';
import type { PrintDocument } from './print-sheet.ts';
import { holderOf, offeredFor, type Clients } from './quote-names.ts';

type Revision = Quote['revisions'][0];

/** A total in words, with its derivation. */
export interface TotalLine {
  readonly label: string;
  readonly explanation: Explanation;
}

/** Whether the quote offers one service and nothing else. Its totals are then those of the service. */
export const isPlain = ({ further, fees }: Revision): boolean => further.length === 0 && fees.length === 0;

function plainTotals({ quote: figures }: Revision): readonly TotalLine[] {
  const discount = explainDiscount(figures);
  return [
    ...(discount === null || figures.discount === null
      ? []
      : [{ label: text('convention.line', { code: figures.discount.code }), explanation: discount }]),
    { label: text('amount.net'), explanation: explainNet(figures) },
    {
      label: text('sheet.rate', { rate: figures.vatBasisPoints / 100 }),
      explanation: explainVat(figures),
    },
    { label: text('amount.total'), explanation: explainGross(figures) },
  ];
}

const asTitle = ({ vatBasisPoints: basisPoints, nature }: RateTotal) => ({
  basisPoints,
  nature: nature ?? null,
});

/** IVA 22% su 258,43 €: one of several rates. */
const rateOn = ({ vatBasisPoints, nature, net }: RateTotal): string =>
  nature === undefined
    ? text('offer.rate', { rate: hundredthsText(vatBasisPoints), net: money(net) })
    : text('offer.rate-nature-on', { rate: hundredthsText(vatBasisPoints), nature, net: money(net) });

/** The totals, the gross total last. VAT is one line for each rate, rounded once (rule C2). */
export function totalLines(quote: Quote, clients: Clients): readonly TotalLine[] {
  const revision = latest(quote);
  if (isPlain(revision)) return plainTotals(revision);
  const { fees } = revision;
  const fund = fundOf(revision);
  const totals = totalsOf(revision);
  const services = explainOfferPart(
    'services',
    servicesOf(revision).map((service) => ({
      name: `${holderOf(clients, quote, service)}, ${offeredFor(service)}`,
      amount: service.quote.net,
    })),
  );
  const own = explainOfferPart('own', [
    ...fees.map((fee) => ({ name: fee.description, amount: feeNet(fee) })),
    ...(fund === undefined
      ? []
      : [
          {
            name: text('fund.line', { rate: hundredthsText(fund.basisPoints) }),
            amount: contribution(fees, fund).net,
          },
        ]),
  ]);
  return [
    ...(fees.length === 0
      ? [{ label: text('amount.net'), explanation: services }]
      : [
          { label: text('offer.services'), explanation: services },
          { label: text('fee.title'), explanation: own },
          { label: text('amount.net'), explanation: explainOfferNet(totals) },
        ]),
    ...totals.rates.map((rate) => ({
      label: totals.rates.length === 1 ? rateTitle(asTitle(rate)) : rateOn(rate),
      explanation: explainRate(rate),
    })),
    { label: text('amount.total'), explanation: explainOfferGross(totals) },
  ];
}

export const sheetTotals = (quote: Quote, clients: Clients): PrintDocument['totals'] =>
  totalLines(quote, clients).map(({ label, explanation }) => ({ label, value: money(explanation.amount) }));
