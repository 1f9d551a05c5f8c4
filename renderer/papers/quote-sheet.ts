// A quote for the world outside: the PDF, the text, the spreadsheet and the screen use the
// same words and figures.
import type { Firm, Quote } from '../../core/desk/rows/state.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import { fundOf, latest, servicesOf, totalsOf } from '../../core/quotes/quote-document.ts';
import { dayText } from '../text/format.ts';
import { language, text } from '../text/text.ts';
import { letterhead, type PrintDocument } from './print-sheet.ts';
import { derivationsOf } from './quote-derivations.ts';
import { holderOf, serviceTitle, type Clients } from './quote-names.ts';
import { feeTable, serviceTable } from './quote-tables.ts';
import { quoteTitle } from './quote-title.ts';
import { isPlain, sheetTotals } from './quote-totals.ts';

/** What a person chooses for a sheet. */
export interface SheetChoice {
  /** Each amount with its derivation, after the totals. */
  readonly derived: boolean;
  /** The calculation of each line as one more column. */
  readonly calculation: boolean;
  /** The number may still change. */
  readonly provisional: boolean;
}

export interface SheetSource {
  readonly firm: Firm;
  readonly logo: Logo | undefined;
  /** They have the names of those who have no service yet. */
  readonly clients: Clients;
}

/** The letter. */
export function quoteSheet(
  quote: Quote,
  { firm, logo, clients }: SheetSource,
  { derived, calculation, provisional }: SheetChoice,
): PrintDocument {
  const revision = latest(quote);
  const services = servicesOf(revision);
  const { recipient, stage } = quote;
  const plain = isPlain(revision);
  const words = (name: 'opening' | 'closing') => (quote[name] === '' ? {} : { [name]: quote[name] });
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
    ...words('opening'),
    facts: [
      ...(stage.state === 'draft' ? [] : [{ label: text('sheet.day'), value: dayText(stage.issuedOn) }]),
      ...(services.length > 1
        ? []
        : [{ label: text('quotes.subject'), value: text(`quote.subject.${revision.content.subject.kind}`) }]),
      ...pricesOf(revision).map((value) => ({ label: text('sheet.prices'), value })),
      { label: text('sheet.revision'), value: String(quote.revisions.length) },
      { label: text('quotes.valid-until'), value: dayText(quote.validUntil) },
    ],
    tables: [
      ...services.map((service) => {
        const title =
          services.length > 1
            ? serviceTitle(service, holderOf(clients, quote, service))
            : text('quote.lines');
        return serviceTable(service, { title, plain, calculation });
      }),
      ...(revision.fees.length === 0 ? [] : [feeTable(revision.fees, fundOf(revision), calculation)]),
    ],
    totals: sheetTotals(quote, clients),
    notes: [
      ...naturesNote(revision),
      ...(quote.notes === '' ? [] : [{ title: text('quote.notes'), text: quote.notes }]),
    ],
    ...words('closing'),
    derivations: derived ? derivationsOf(quote, clients) : [],
    footer: text(plain ? 'sheet.footer' : 'offer.footer'),
  };
}

/** What the natures of lines without VAT mean: the paper names only their codes. */
function naturesNote(revision: Quote['revisions'][0]): PrintDocument['notes'] {
  const used = isPlain(revision) ? [] : totalsOf(revision).rates.flatMap(({ nature }) => nature ?? []);
  if (used.length === 0) return [];
  return [
    {
      title: text('nature.title'),
      text: used.map((nature) => `${nature}: ${text(`nature.${nature}`)}`).join('\n'),
    },
  ];
}

/** The day and the price list of the prices, each once: services can be priced on several days. */
const pricesOf = (revision: Quote['revisions'][0]): readonly string[] => [
  ...new Set(
    servicesOf(revision).map(({ quote: { day, priceListVersion } }) =>
      text('sheet.prepared', { day: dayText(day), version: priceListVersion }),
    ),
  ),
];
