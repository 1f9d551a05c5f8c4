// A quote for the world outside: the PDF, the text, the spreadsheet and the screen use the
// same words and figures.
import type { Firm, Quote } from '../../core/desk/rows/state.ts';
import {
  explainDiscount,
  explainGross,
  explainLine,
  explainNet,
  explainVat,
} from '../../core/quotes/explain.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import { latest, numberOf, numberText } from '../../core/quotes/quote-document.ts';
import type { Figures, FiguresLine } from '../../core/quotes/figures.ts';
import { explanationText } from '../text/explanation.ts';
import { dayText, money } from '../text/format.ts';
import { letterhead, type PrintDocument } from './print-sheet.ts';
import { language, text } from '../text/text.ts';

export type SubjectKind = Quote['revisions'][0]['content']['subject']['kind'];

/** The name of a line: its item, and why the item is in the quote. */
export function lineName(
  { kind, reason }: Pick<FiguresLine, 'kind' | 'reason'>,
  subject: SubjectKind,
): string {
  const item = text(`kind.${kind}`);
  if (reason === 'extension')
    return text('quote.extension-of', { item: kind === 'user' ? text('line.users-active') : item });
  if (reason === 'renewal') return text('quote.renewal-of', { item });
  return subject === 'first-purchase' && (kind === 'e-invoicing' || kind === 'receive-only')
    ? text('quote.first-of', { item })
    : item;
}

/** Months as people write them: 9, or a fraction such as 28/3. */
const monthsText = ({ num, den }: FiguresLine['months']): string =>
  den === 1 ? String(num) : `${num}/${den}`;

/** `provisional`: the number may still change (see isProvisional), so it says that it is a draft. */
export const quoteTitle = (quote: Quote, provisional = false): string => {
  const number = numberOf(quote);
  if (number === null) return text('quote.title-draft');
  return text(provisional ? 'quote.title-provisional' : 'quote.title', { number: numberText(number) });
};

/** The name of a file, without its extension. */
export const fileName = (quote: Quote, provisional = false): string => {
  const number = numberOf(quote);
  return text('sheet.file', {
    number: number === null || provisional ? text('quotes.draft') : numberText(number),
  });
};

function derivationsOf(quote: Figures, subject: SubjectKind): PrintDocument['derivations'] {
  const discount = explainDiscount(quote);
  const one = (title: string, explanation: Parameters<typeof explanationText>[0]) => ({
    title: text('sheet.derivations', { item: title }),
    steps: explanationText(explanation).steps.map(({ label, value }) => ({ label, value })),
  });
  return [
    ...quote.lines.map((line) => one(lineName(line, subject), explainLine(line, quote))),
    ...(discount === null || quote.discount === null
      ? []
      : [one(text('convention.line', { code: quote.discount.code }), discount)]),
    one(text('amount.vat', { rate: quote.vatBasisPoints / 100 }), explainVat(quote)),
  ];
}

/** The letter. `derived`: it also shows the derivation of each amount. */
export function quoteSheet(
  quote: Quote,
  firm: Firm,
  logo: Logo | undefined,
  derived: boolean,
  provisional = false,
): PrintDocument {
  const { quote: figures, content } = latest(quote);
  const { recipient, stage } = quote;
  const kind = content.subject.kind;
  const discount = explainDiscount(figures);
  return {
    language: language(),
    title: quoteTitle(quote, provisional),
    letterhead: letterhead(firm, logo),
    recipient: {
      label: text('sheet.to'),
      name: recipient.name,
      lines: [
        ...recipient.lines,
        ...(recipient.vatCode === '' ? [] : [text('sheet.vat-code', { code: recipient.vatCode })]),
      ],
    },
    facts: [
      ...(stage.state === 'draft' ? [] : [{ label: text('sheet.day'), value: dayText(stage.issuedOn) }]),
      { label: text('quotes.subject'), value: text(`quote.subject.${kind}`) },
      {
        label: text('sheet.prices'),
        value: text('sheet.prepared', { day: dayText(figures.day), version: figures.priceListVersion }),
      },
      { label: text('sheet.revision'), value: String(quote.revisions.length) },
      { label: text('quotes.valid-until'), value: dayText(quote.validUntil) },
    ],
    tables: [
      {
        title: text('quote.lines'),
        columns: [
          { label: text('quote.col-item'), number: false },
          { label: text('quote.col-period'), number: false },
          { label: text('col.quantity'), number: true },
          { label: text('col.yearly'), number: true },
          { label: text('quote.col-months'), number: true },
          { label: text('col.amount'), number: true },
        ],
        rows: figures.lines.map((line) => [
          lineName(line, kind),
          text('line.term', { from: dayText(line.expiry), to: dayText(line.newExpiry) }),
          String(line.quantity),
          money(line.yearly),
          monthsText(line.months),
          money(line.net),
        ]),
      },
    ],
    totals: [
      ...(discount === null || figures.discount === null
        ? []
        : [
            {
              label: text('convention.line', { code: figures.discount.code }),
              value: money(discount.amount),
            },
          ]),
      { label: text('amount.net'), value: money(explainNet(figures).amount) },
      {
        label: text('sheet.rate', { rate: figures.vatBasisPoints / 100 }),
        value: money(explainVat(figures).amount),
      },
      { label: text('amount.total'), value: money(explainGross(figures).amount) },
    ],
    notes: quote.notes === '' ? [] : [{ title: text('quote.notes'), text: quote.notes }],
    derivations: derived ? derivationsOf(figures, kind) : [],
    footer: text('sheet.footer'),
  };
}
