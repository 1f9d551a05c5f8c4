import { isModuleKind, isServiceKind, takesModules } from '../../../../core/catalog/item.ts';
import type { LineFacts } from '../../../../core/desk/invoices/decide-invoices.ts';
import { periodEndBy } from '../../../../core/desk/invoices/period-evidence.ts';
import { expiryBy, type PeriodEnd } from '../../../../core/desk/rows/invoice-rows.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { sameValue, type Field, type OwnedModule } from '../../../../core/register/fields.ts';
import type { Registered } from '../../../../core/register/fold.ts';
import type { Service } from '../../../../core/services/service.ts';
import type { Review, ReviewLine } from './review.ts';

/** Something that a line says of its service. A person ticks what is to be recorded. */
export interface ProposedFact {
  readonly key: string;
  readonly line: ReviewLine;
  readonly serviceId: ServiceId;
  readonly field: 'expiry' | 'users' | 'modules' | 'space';
  readonly details: LineFacts['details'];
  /**
   * Ticked at first: a later expiry than the known one. How many users, modules or GB there are in all, a
   * line does not say.
   */
  readonly likely: boolean;
  /** The register knows the value of a later day, or of the same one: two values then wait for a person. */
  readonly against: 'newer' | 'same-day' | null;
}

type Known = ReadonlyMap<ServiceId, Registered>;

/** Lines that tell what a service has: bought or renewed, and not given back or paid in advance. */
const tells = ({ line, kind }: ReviewLine): boolean => kind !== 'ask' && kind !== 'left-out' && line.net > 0;

/** What a line is read with: its invoice, what is known, and what was said of periods. */
interface Reading {
  readonly lines: readonly ReviewLine[];
  readonly date: Day;
  readonly known: Known;
  readonly periodEnd: PeriodEnd | null;
}

/** The expiry that a line's period means. Null if it has none, or nobody has said what its last day is. */
function expiryOf({ line }: ReviewLine, periodEnd: PeriodEnd | null): Day | null {
  const last = line.period?.to ?? null;
  return periodEnd === null || last === null ? null : expiryBy(periodEnd, last);
}

/** What a line sells, if it is an item. */
const itemOf = ({ kind }: ReviewLine) => (kind === 'ask' || kind === 'left-out' ? null : kind);

/** The modules that the lines of an invoice renew, each with its new expiry, and those that are known. */
function modulesBy(
  { lines, periodEnd }: Reading,
  serviceId: ServiceId,
  known: readonly OwnedModule[],
): readonly OwnedModule[] {
  const modules = new Map(known.map((module) => [module.kind, module]));
  for (const line of lines) {
    const [kind, expiry] = [itemOf(line), expiryOf(line, periodEnd)];
    if (line.service?.id !== serviceId || !tells(line) || kind === null || expiry === null) continue;
    if (isModuleKind(kind)) modules.set(kind, { kind, expiry });
  }
  return [...modules.values()];
}

/** A size in the words of a line: its quantity may then count packets, and not GB. */
const namesSize = (text: string): boolean => /\b(?!0*1\b)\d+ ?(?:gb|giga)/i.test(text);

/**
 * What a line says of its service, if it says anything: the expiry, once somebody has said what the last day
 * of a period is; the users, if their number stands in the line; modules and space, if they have a period.
 */
function valueOf(
  line: ReviewLine,
  service: Service,
  reading: Reading,
): Pick<ProposedFact, 'field' | 'details'> | null {
  const kind = itemOf(line);
  const { quantity, text } = line.line;
  const expiry = expiryOf(line, reading.periodEnd);
  if (kind === 'user')
    return quantity ? { field: 'users', details: { users: [{ quantity, expiry }] } } : null;
  if (kind === null || expiry === null) return null;
  if (isServiceKind(kind)) return { field: 'expiry', details: { expiry } };
  if (kind === 'extra-gb')
    return quantity && !namesSize(text)
      ? { field: 'space', details: { space: [{ quantity, expiry }] } }
      : null;
  if (!takesModules(service.kind)) return null;
  const owned = reading.known.get(service.id)?.known.modules?.value ?? [];
  return { field: 'modules', details: { modules: modulesBy(reading, service.id, owned) } };
}

/** The fact that a line comes to. What the register knows already is none. */
function factsOfLine(line: ReviewLine, reading: Reading): readonly ProposedFact[] {
  const { service } = line;
  if (service === null || !tells(line)) return [];
  const said = valueOf(line, service, reading);
  if (said === null) return [];
  const { field, details } = said;
  const before = reading.known.get(service.id)?.known[field];
  if (before !== undefined && sameValue<Field>(before.value, details[field] as never)) return [];
  const asOf = before?.facts[0]?.asOf;
  const against =
    asOf === undefined || asOf < reading.date ? null : asOf === reading.date ? 'same-day' : 'newer';
  const isLater = field === 'expiry' && ((before?.value as Day | undefined) ?? '') < (details.expiry ?? '');
  return [
    {
      key: `${line.key} ${field}`,
      line,
      serviceId: service.id,
      field,
      details,
      likely: isLater && against === null,
      against,
    },
  ];
}

/**
 * All facts of an import. Of two lines of one invoice that say the same value, the first says it: for
 * modules it says those of the others too.
 */
export function proposedFacts(
  { invoices }: Review,
  known: Known,
  periodEnd: PeriodEnd | null,
): readonly ProposedFact[] {
  return invoices
    .filter((invoice) => !invoice.known && invoice.invoice.role !== 'advance')
    .flatMap(({ lines, invoice }) => {
      const said = new Set<string>();
      return lines
        .flatMap((line) => factsOfLine(line, { lines, date: invoice.date, known, periodEnd }))
        .filter(({ serviceId, field }) => {
          const key = `${serviceId} ${field}`;
          if (said.has(key)) return false;
          said.add(key);
          return true;
        });
    });
}

/** How many confirmed expiries speak for each reading of a period's last day. */
export interface PeriodQuestion {
  /** A last day of the import, for the sentence. */
  readonly example: NonNullable<ReviewLine['line']['period']>['to'];
  readonly sameDay: number;
  readonly dayAfter: number;
}

/** The question what a period's last day is. Null if no line of a service has one. */
export function periodQuestion({ invoices }: Review, known: Known): PeriodQuestion | null {
  const periods = invoices
    .filter((invoice) => !invoice.known)
    .flatMap(({ lines }) => lines)
    .flatMap(({ line, kind, service }) =>
      kind !== null && kind !== 'ask' && kind !== 'left-out' && isServiceKind(kind) && line.period?.to
        ? [{ period: line.period, service }]
        : [],
    );
  const [first] = periods;
  if (first === undefined) return null;
  const says = periods.map(({ period, service }) => {
    const expiry = service === null ? undefined : known.get(service.id)?.known.expiry?.value;
    return expiry === undefined ? null : periodEndBy(period, expiry);
  });
  return {
    example: first.period.to,
    sameDay: says.filter((one) => one === 'same-day').length,
    dayAfter: says.filter((one) => one === 'day-after').length,
  };
}
