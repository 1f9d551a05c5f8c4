import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { invoiceKey } from '../../received/invoice/invoice.ts';
import type { PeriodEnd } from '../../received/invoice/period.ts';
import { fields, sameValue, type Field, type ServiceDetails } from '../../register/fields.ts';
import { recordEntries, type Entry } from '../register/decide-register.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import {
  noInvoiceChoices,
  type InvoiceChoices,
  type InvoiceRecord,
  type RecordedLine,
} from '../rows/invoice-rows.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import type { InvoicesRefusal } from './refusals.ts';

type Decision = DecisionOr<InvoicesRefusal>;

/** What a line says of a service, as a person confirmed it. */
export interface LineFacts {
  /** The number of the line. */
  readonly line: number;
  readonly serviceId: ServiceId;
  readonly details: ServiceDetails;
}

/** An invoice as the screen hands it over, with the facts that its lines come to. */
export type InvoiceWish = Omit<InvoiceRecord, 'id' | 'at' | 'by'> & { readonly facts: readonly LineFacts[] };

/** An expiry that a mail says and a person confirmed. */
export interface MailFact {
  readonly serviceId: ServiceId;
  readonly messageId: string;
  readonly day: Day;
  readonly expiry: Day;
  /** The line of the mail. */
  readonly evidence: string;
}

/** The desk with the facts of some services only: recording looks at all facts for each invoice. */
function withFactsOf(state: AppState, ids: Iterable<ServiceId>): AppState {
  const about = new Set(ids);
  const facts = new Map([...state.workspace.facts].filter(([, fact]) => about.has(fact.about)));
  return { ...state, workspace: { ...state.workspace, facts } };
}

/** A row that a line names and that is not there. */
function unknownIn(state: AppState, { serviceId, purchase }: RecordedLine): InvoicesRefusal | undefined {
  if (serviceId !== null && !state.replica.services.has(serviceId))
    return { reason: 'unknown', what: 'service' };
  return purchase !== null && !state.workspace.purchases.has(purchase.id)
    ? { reason: 'unknown', what: 'purchase' }
    : undefined;
}

/** The line that says something else of a value than a line before it. */
function contradiction(facts: readonly LineFacts[]): LineFacts | undefined {
  return facts.find(({ serviceId, details }, index) =>
    facts.slice(0, index).some(
      (before) =>
        before.serviceId === serviceId &&
        fields.some((field) => {
          const [said, now] = [before.details[field], details[field]];
          return said !== undefined && now !== undefined && !sameValue<Field>(said as never, now as never);
        }),
    ),
  );
}

/** Each field of a service once: a line that repeats what another one said adds nothing. */
function entriesOf(wish: InvoiceWish): readonly Entry[] {
  const textOf = new Map(wish.lines.map(({ line, text }) => [line, text]));
  const said = new Set<string>();
  return wish.facts.map(({ line, serviceId, details }) => {
    const fresh = fields.filter((field) => {
      const key = `${serviceId} ${field}`;
      if (details[field] === undefined || said.has(key)) return false;
      said.add(key);
      return true;
    });
    const evidence = (textOf.get(line) ?? '').slice(0, 500);
    return {
      about: serviceId,
      details: Object.fromEntries(fresh.map((field) => [field, details[field]])) as ServiceDetails,
      source: {
        kind: 'invoice',
        supplier: wish.supplier.vatCode || wish.supplier.taxCode,
        number: wish.number,
        date: wish.date,
        line,
      },
      evidence: Object.fromEntries(fresh.map((field) => [field, evidence])),
    };
  });
}

/** The facts of mails, each with its mail as the source. Two mails may say the same: one fact is enough. */
function mailFacts(state: AppState, mails: readonly MailFact[], idOf: IdOf, stamp: Stamp): Decision {
  const changes: WorkspaceChange[] = [];
  const said = new Set<string>();
  for (const { serviceId, messageId, day, expiry, evidence } of mails) {
    const key = `${serviceId} ${day} ${expiry}`;
    if (said.has(key)) continue;
    said.add(key);
    const recorded = recordEntries(
      state,
      {
        entries: [
          {
            about: serviceId,
            details: { expiry },
            source: { kind: 'mail', messageId },
            evidence: { expiry: evidence },
          },
        ],
        asOf: day,
      },
      (name) => idOf(`${name} ${key}`),
      stamp,
    );
    if (!recorded.ok) return recorded;
    changes.push(...recorded.value);
  }
  return ok(changes);
}

/** What a person confirms of an import. */
export interface InvoicesWish {
  readonly invoices: readonly InvoiceWish[];
  readonly mails?: readonly MailFact[];
  /** What the last day of a period is, as the person answered meanwhile. */
  readonly periodEnd?: PeriodEnd;
}

/**
 * Records invoices that a person confirmed, and the facts that their lines come to, with the invoice as their
 * source: all of it is one step. An invoice that is there already changes nothing.
 */
export function recordInvoices(
  state: AppState,
  { invoices, mails = [], periodEnd }: InvoicesWish,
  idOf: IdOf,
  stamp: Stamp,
): Decision {
  const choice = chooseForInvoices(state, { choices: periodEnd === undefined ? {} : { periodEnd } });
  const concerned = withFactsOf(state, [
    ...invoices.flatMap(({ facts }) => facts.map(({ serviceId }) => serviceId)),
    ...mails.map(({ serviceId }) => serviceId),
  ]);
  const fromMails = mailFacts(concerned, mails, idOf, stamp);
  if (!choice.ok) return choice;
  if (!fromMails.ok) return fromMails;
  const changes: WorkspaceChange[] = [...choice.value, ...fromMails.value];
  const seen = new Set<string>();
  for (const wish of invoices) {
    const id = invoiceKey(wish);
    if (state.workspace.invoices.has(id) || seen.has(id)) continue;
    seen.add(id);
    for (const line of wish.lines) {
      const unknown = unknownIn(state, line);
      if (unknown) return err(unknown);
    }
    const twice = contradiction(wish.facts);
    if (twice) return err({ reason: 'invoice-says-twice', number: wish.number, line: twice.line });
    const recorded = recordEntries(
      concerned,
      { entries: entriesOf(wish), asOf: wish.date },
      (name) => idOf(`${name} of ${id}`),
      stamp,
    );
    if (!recorded.ok) return recorded;
    const { facts: _facts, ...rest } = wish;
    changes.push(...recorded.value, {
      table: 'invoices',
      id,
      value: { ...rest, id, at: stamp.at, by: stamp.by },
    });
  }
  return ok(changes);
}

/** Takes an invoice out of the list. The facts that it was the source of stay in the register (rule J3). */
export function forgetInvoice(state: AppState, { invoiceId }: { readonly invoiceId: string }): Decision {
  return state.workspace.invoices.has(invoiceId)
    ? ok([{ table: 'invoices', id: invoiceId, value: null }])
    : err({ reason: 'unknown', what: 'invoice' });
}

/** Remembers what a person said once about invoices. */
export function chooseForInvoices(
  { workspace }: AppState,
  { choices }: { readonly choices: Partial<Omit<InvoiceChoices, 'id'>> },
): Decision {
  const before = workspace.invoiceChoices.get('invoices') ?? noInvoiceChoices;
  const after = { ...before, ...choices };
  return JSON.stringify(after) === JSON.stringify(before)
    ? ok([])
    : ok([{ table: 'invoiceChoices', id: 'invoices', value: after }]);
}
