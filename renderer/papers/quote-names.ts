// What the lines and the services of a quote are called, on screen and on paper.
import type { AppState, Quote } from '../../core/desk/rows/state.ts';
import type { FiguresLine } from '../../core/quotes/figures.ts';
import { text } from '../text/text.ts';

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

export type Clients = AppState['workspace']['clients'];
/** One of the services that a quote offers. */
export type QuotedService = Omit<Quote['revisions'][0], 'further' | 'fees'>;

/** Who holds a service of a quote: as the service was then, or the client who is to get it. */
export function holderOf(
  clients: Clients,
  { recipient }: Pick<Quote, 'recipient'>,
  { service, content: { subject } }: QuotedService,
): string {
  const client = subject.kind === 'first-purchase' ? clients.get(subject.clientId) : undefined;
  return service?.holder ?? client?.name ?? recipient.name;
}

/** What is offered for a service: its kind, and users, a first purchase or a renewal. */
export function offeredFor({ service, content: { subject } }: QuotedService): string {
  const kind = text(
    `kind.${subject.kind === 'first-purchase' ? subject.serviceKind : (service?.kind ?? 'e-invoicing')}`,
  );
  return subject.kind === 'renewal'
    ? text('offer.of.renewal', { kind, years: subject.years })
    : text(`offer.of.${subject.kind}`, { kind });
}

export const serviceTitle = (service: QuotedService, holder: string): string =>
  `${holder}: ${offeredFor(service)}`;
