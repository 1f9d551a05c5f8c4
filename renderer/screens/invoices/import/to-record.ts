import type { Command } from '../../../../core/desk/command.ts';
import { serviceFinder } from '../../../../core/desk/invoices/match-service.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Service } from '../../../../core/services/service.ts';
import type { Mail } from '../../../../core/received/mail/mail.ts';
import type { Answers } from './answers.ts';
import { findingKey, type ReviewMail } from './lines.ts';
import type { ProposedFact } from './proposed-facts.ts';
import type { Review, ReviewInvoice, ReviewLine } from './review.ts';
import { canTake, tickedFacts, type Ticks } from './ticks.ts';

type Wish = Extract<Command, { type: 'invoice/record' }>;
type InvoiceWish = Wish['invoices'][number];
type MailWish = NonNullable<Wish['mails']>[number];

function lineWish({ line, kind, service, purchase }: ReviewLine): InvoiceWish['lines'][number] {
  const match = purchase?.match;
  return {
    line: line.line,
    text: line.text,
    kind: kind === 'ask' || kind === 'left-out' ? null : kind,
    type: line.type,
    quantity: line.quantity,
    net: line.net,
    vatBasisPoints: line.vatBasisPoints,
    period: line.period === null ? null : { from: line.period.from, to: line.period.to },
    holder: line.holder,
    order: line.order,
    serviceId: service?.id ?? null,
    purchase:
      purchase === null
        ? null
        : { id: purchase.record.id, line: match !== undefined && 'line' in match ? match.line : null },
  };
}

function invoiceWish(found: ReviewInvoice, facts: readonly ProposedFact[], ticks: Ticks): InvoiceWish | null {
  const { invoice, lines, source } = found;
  const taken = lines.filter((line) => canTake(line) && ticks.has(line.key));
  if (found.known || taken.length === 0) return null;
  const { supplier, customer, documentType, role, number, date, linked, total, doubts } = invoice;
  return {
    source: source.slice(0, 400),
    supplier,
    customer,
    documentType,
    role,
    number,
    date,
    linked: linked.map((one) => ({ number: one.number, date: one.date })),
    total,
    doubts,
    lines: taken.map(lineWish),
    leftOut: Math.min(9999, invoice.lines.length - taken.length),
    facts: facts
      .filter((fact) => taken.includes(fact.line))
      .map((fact) => ({ line: fact.line.line.line, serviceId: fact.serviceId, details: fact.details })),
  } as InvoiceWish;
}

/** The service that a mail names by a panel user; null if it names none, or several. */
export function mailService(mail: Mail, state: AppState): Service | null {
  const find = serviceFinder(state);
  const named = mail.findings.flatMap((finding) =>
    finding.what === 'panel-user' ? find({ by: 'panel-user', code: finding.code }, null) : [],
  );
  const [service] = named;
  return service !== undefined && new Set(named).size === 1 ? service : null;
}

function mailWishes(
  { key, mail }: ReviewMail,
  service: Service | null,
  { today }: AppState,
  ticks: Ticks,
): readonly MailWish[] {
  if (service === null) return [];
  return mail.findings.flatMap((finding, index) =>
    finding.what === 'day' && ticks.has(findingKey(key, index))
      ? [
          {
            serviceId: service.id,
            messageId: mail.messageId,
            day: mail.day !== null && mail.day <= today ? mail.day : today,
            expiry: finding.day,
            evidence: finding.line,
          },
        ]
      : [],
  );
}

/** What Conferma records. Null if nothing is ticked. */
export function toRecord(
  review: Review,
  mails: readonly ReviewMail[],
  {
    state,
    facts,
    ticks,
    answers,
  }: {
    readonly state: AppState;
    readonly facts: readonly ProposedFact[];
    readonly ticks: Ticks;
    readonly answers: Answers;
  },
): Wish | null {
  const ticked = tickedFacts(facts, ticks);
  const invoices = review.invoices.flatMap((found) => invoiceWish(found, ticked, ticks) ?? []);
  const said = mails.flatMap((mail) => mailWishes(mail, mailService(mail.mail, state), state, ticks));
  if (invoices.length === 0 && said.length === 0) return null;
  return {
    type: 'invoice/record',
    invoices,
    ...(said.length === 0 ? {} : { mails: [...said] }),
    ...(answers.periodEnd === null ? {} : { periodEnd: answers.periodEnd }),
  };
}
