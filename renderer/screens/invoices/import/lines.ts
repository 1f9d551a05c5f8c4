import type { MailFinding } from '../../../../core/received/mail/mail.ts';
import type {
  FoundMail,
  Received,
  RefusedFile,
  SkippedFile,
} from '../../../../core/received/files/received.ts';
import type { ProposedFact } from './proposed-facts.ts';
import type { Review, ReviewInvoice, ReviewLine } from './review.ts';

/** A mail with the suggestions that it gives (see mail-suggestions.ts). */
export interface ReviewMail extends FoundMail {
  readonly key: string;
}

export type GroupName = 'purchases' | 'refused' | 'skipped';

/** One row of the review. */
export type Line =
  | { readonly kind: 'invoice'; readonly key: string; readonly invoice: ReviewInvoice }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly invoice: ReviewInvoice;
      readonly line: ReviewLine;
    }
  | { readonly kind: 'fact'; readonly key: string; readonly fact: ProposedFact }
  | { readonly kind: 'others'; readonly key: string; readonly invoice: ReviewInvoice }
  | { readonly kind: 'mail'; readonly key: string; readonly mail: ReviewMail }
  | {
      readonly kind: 'finding';
      readonly key: string;
      readonly mail: ReviewMail;
      readonly finding: MailFinding;
    }
  | { readonly kind: 'group'; readonly key: string; readonly group: GroupName; readonly count: number }
  | { readonly kind: 'purchase'; readonly key: string; readonly purchase: Review['purchases'][number] }
  | { readonly kind: 'refused'; readonly key: string; readonly file: RefusedFile }
  | { readonly kind: 'skipped'; readonly key: string; readonly file: SkippedFile };

/** A row that is a line of an invoice. */
export const isItemLine = (line: Line | undefined): line is Extract<Line, { kind: 'line' }> =>
  line?.kind === 'line';

export const findingKey = (mailKey: string, index: number): string => `${mailKey} finding ${index}`;

function invoiceLines(
  invoice: ReviewInvoice,
  facts: readonly ProposedFact[],
  open: boolean,
): readonly Line[] {
  const head: Line = { kind: 'invoice', key: `invoice ${invoice.key}`, invoice };
  if (!open) return [head];
  return [
    head,
    ...invoice.lines.flatMap((line): Line[] => [
      { kind: 'line', key: line.key, invoice, line },
      ...facts
        .filter((fact) => fact.line.key === line.key)
        .map((fact): Line => ({ kind: 'fact', key: fact.key, fact })),
    ]),
    ...(invoice.others.length === 0
      ? []
      : [{ kind: 'others', key: `others ${invoice.key}`, invoice } as const]),
  ];
}

const mailLines = (mail: ReviewMail): readonly Line[] => [
  { kind: 'mail', key: mail.key, mail },
  ...mail.mail.findings.map((finding, index): Line => ({
    kind: 'finding',
    key: findingKey(mail.key, index),
    mail,
    finding,
  })),
];

/** A group's head and its rows, if it is open. No head without rows. */
function group(name: GroupName, open: ReadonlySet<string>, rows: readonly Line[]): readonly Line[] {
  if (rows.length === 0) return [];
  const head: Line = { kind: 'group', key: `group ${name}`, group: name, count: rows.length };
  return open.has(head.key) ? [head, ...rows] : [head];
}

/** The mails of an import, each under its own key. */
export const reviewMails = ({ mails }: Received): readonly ReviewMail[] =>
  mails.map((mail, index) => ({ ...mail, key: `mail ${index}` }));

/**
 * All rows in their order: purchases compared, invoices with their lines, mails, what was refused, what was
 * left out. `folded` has the invoices that are closed, `open` the groups that are open.
 */
export function linesOf(
  review: Review,
  facts: readonly ProposedFact[],
  received: Received,
  mails: readonly ReviewMail[],
  { folded, open }: { readonly folded: ReadonlySet<string>; readonly open: ReadonlySet<string> },
): readonly Line[] {
  const invoiceKeyOf = (invoice: ReviewInvoice): string => `invoice ${invoice.key}`;
  const refused = received.refused.map((file, index): Line => ({
    kind: 'refused',
    key: `refused ${index}`,
    file,
  }));
  const skipped = received.skipped.map((file, index): Line => ({
    kind: 'skipped',
    key: `skipped ${index}`,
    file,
  }));
  const purchases = review.purchases.map((purchase): Line => ({
    kind: 'purchase',
    key: `purchase ${purchase.purchaseId}`,
    purchase,
  }));
  return [
    ...group('refused', open, refused),
    ...group('purchases', open, purchases),
    ...review.invoices.flatMap((invoice) => invoiceLines(invoice, facts, !folded.has(invoiceKeyOf(invoice)))),
    ...mails.flatMap(mailLines),
    ...group('skipped', open, skipped),
  ];
}
