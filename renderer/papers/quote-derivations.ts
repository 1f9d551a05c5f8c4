// How each amount of a quote came about, as an appendix of its paper.
import type { Quote } from '../../core/desk/rows/state.ts';
import { explainDiscount, explainLine, explainVat, type Explanation } from '../../core/quotes/explain.ts';
import { explainFee, explainFund, explainRate } from '../../core/quotes/offer.ts';
import { fundOf, latest, servicesOf, totalsOf } from '../../core/quotes/quote-document.ts';
import { explanationText } from '../text/explanation.ts';
import { hundredthsText } from '../text/format.ts';
import { rateTitle } from '../text/offer-explanation.ts';
import { text } from '../text/text.ts';
import type { PrintDocument } from './print-sheet.ts';
import { holderOf, lineName, type Clients } from './quote-names.ts';
import { isPlain } from './quote-totals.ts';

type Derivation = PrintDocument['derivations'][number];

const one = (item: string, explanation: Explanation): Derivation => ({
  title: text('sheet.derivations', { item }),
  steps: explanationText(explanation).steps.map(({ label, value }) => ({ label, value })),
});

/** The derivations in the order of the paper: the lines of each service, the fees, VAT. */
export function derivationsOf(quote: Quote, clients: Clients): Derivation[] {
  const revision = latest(quote);
  const services = servicesOf(revision);
  const fund = fundOf(revision);
  const { quote: figures } = revision;
  return [
    ...services.flatMap((service) => {
      const { content, quote: own } = service;
      const holder = holderOf(clients, quote, service);
      const of = (name: string): string => (services.length === 1 ? name : `${holder}, ${name}`);
      const discount = explainDiscount(own);
      return [
        ...own.lines.map((line) => one(of(lineName(line, content.subject.kind)), explainLine(line, own))),
        ...(discount === null ? [] : [one(of(text('convention.line', { code: discount.code })), discount)]),
      ];
    }),
    ...revision.fees.map((fee) => one(fee.description, explainFee(fee))),
    ...(fund === undefined
      ? []
      : [
          one(
            text('fund.line', { rate: hundredthsText(fund.basisPoints) }),
            explainFund(revision.fees, fund),
          ),
        ]),
    ...(isPlain(revision)
      ? [one(text('amount.vat', { rate: figures.vatBasisPoints / 100 }), explainVat(figures))]
      : totalsOf(revision).rates.map((rate) =>
          one(
            rateTitle({ basisPoints: rate.vatBasisPoints, nature: rate.nature ?? null }),
            explainRate(rate),
          ),
        )),
  ];
}
