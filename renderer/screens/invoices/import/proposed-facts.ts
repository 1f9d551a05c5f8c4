import { isModuleKind, isServiceKind, takesModules, type ItemKind } from '../../../../core/catalog/item.ts';
import type { LineFacts } from '../../../../core/desk/invoices/decide-invoices.ts';
import { addDays, type Day } from '../../../../core/kernel/day.ts';
import { groupBy } from '../../../../core/kernel/group-by.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { expiryOfPeriod, periodEndBy, type PeriodEnd } from '../../../../core/received/invoice/period.ts';
import { sameValue, type Field, type Group, type OwnedModule } from '../../../../core/register/fields.ts';
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
const tells = ({ line, kind, reversed }: ReviewLine): boolean =>
  kind !== 'ask' && kind !== 'left-out' && line.net > 0 && !reversed;

/** The expiry that a line's period means. Null if it has none, or nobody has said what its last day is. */
const expiryOf = ({ line }: ReviewLine, end: PeriodEnd | null): Day | null =>
  end === null ? null : expiryOfPeriod(line.period, end);

/** What a line sells, if it is an item. */
const itemOf = ({ kind }: ReviewLine) => (kind === 'ask' || kind === 'left-out' ? null : kind);

/** A size in the words of a line: its quantity may then count packets, and not GB. */
const namesSize = (text: string): boolean => /\b(?!0*1\b)\d+ ?(?:gb|giga)/i.test(text);

/** True if another line sells the same things for the time that follows: the second of two years. */
function goesOn(line: ReviewLine, lines: readonly ReviewLine[]): boolean {
  const last = line.line.period?.to;
  if (!last) return false;
  return lines.some(
    (other) =>
      other !== line &&
      other.kind === line.kind &&
      other.line.quantity === line.line.quantity &&
      (other.line.period?.from === last || other.line.period?.from === addDays(last, 1)),
  );
}

/** Users or GB of several lines, by their expiry: bought and extended ones are one number. */
function groupsOf(lines: readonly ReviewLine[], end: PeriodEnd | null): readonly Group[] {
  const quantities = new Map<Day | null, number>();
  for (const line of lines) {
    if (goesOn(line, lines)) continue;
    const expiry = expiryOf(line, end);
    quantities.set(expiry, (quantities.get(expiry) ?? 0) + (line.line.quantity ?? 0));
  }
  return [...quantities].map(([expiry, quantity]) => ({ quantity, expiry }));
}

/** The modules that lines renew, each with its latest expiry, and those that are known. */
function modulesBy(
  lines: readonly ReviewLine[],
  end: PeriodEnd | null,
  known: readonly OwnedModule[],
): readonly OwnedModule[] {
  const renewed = new Map<OwnedModule['kind'], Day>();
  for (const line of lines) {
    const [kind, expiry] = [itemOf(line), expiryOf(line, end)];
    if (kind === null || expiry === null || !isModuleKind(kind)) continue;
    if ((renewed.get(kind) ?? '') < expiry) renewed.set(kind, expiry);
  }
  const others = known.filter(({ kind }) => !renewed.has(kind));
  return [...others, ...[...renewed].map(([kind, expiry]) => ({ kind, expiry }))];
}

/** The line with the latest expiry: of two years in two lines the second one says it. */
function latestOf(lines: readonly ReviewLine[], end: PeriodEnd | null): ReviewLine | undefined {
  const said = lines.filter((line) => expiryOf(line, end) !== null);
  return said.reduce<ReviewLine | undefined>(
    (latest, line) =>
      latest === undefined || (expiryOf(latest, end) ?? '') < (expiryOf(line, end) ?? '') ? line : latest,
    undefined,
  );
}

interface Said extends Pick<ProposedFact, 'field' | 'details' | 'line'> {}

/**
 * What the lines of an invoice say together of one service: the expiry, once somebody has said what the last
 * day of a period is; the users, if their number stands in the lines; modules and space, if they have
 * periods.
 */
function saidOf(
  service: Service,
  lines: readonly ReviewLine[],
  end: PeriodEnd | null,
  known: Registered['known'] | undefined,
): readonly Said[] {
  const of = (test: (kind: ItemKind, line: ReviewLine) => boolean): readonly ReviewLine[] =>
    lines.filter((line) => {
      const kind = itemOf(line);
      return kind !== null && test(kind, line);
    });
  const dated = (line: ReviewLine): boolean => expiryOf(line, end) !== null;
  const said: Said[] = [];
  const renewal = latestOf(of(isServiceKind), end);
  const expiry = renewal === undefined ? null : expiryOf(renewal, end);
  if (renewal !== undefined && expiry !== null)
    said.push({ field: 'expiry', details: { expiry }, line: renewal });
  const users = of((kind, { line }) => kind === 'user' && Boolean(line.quantity));
  if (users[0] !== undefined)
    said.push({ field: 'users', details: { users: groupsOf(users, end) }, line: users[0] });
  const space = of(
    (kind, line) =>
      kind === 'extra-gb' && Boolean(line.line.quantity) && !namesSize(line.line.text) && dated(line),
  );
  if (space[0] !== undefined)
    said.push({ field: 'space', details: { space: groupsOf(space, end) }, line: space[0] });
  const modules = takesModules(service.kind) ? of((kind, line) => isModuleKind(kind) && dated(line)) : [];
  if (modules[0] !== undefined)
    said.push({
      field: 'modules',
      details: { modules: modulesBy(modules, end, known?.modules?.value ?? []) },
      line: modules[0],
    });
  return said;
}

/** A fact that lines come to. Null if the register knows it already. */
function proposalOf(
  { field, details, line }: Said,
  service: Service,
  date: Day,
  known: Registered['known'] | undefined,
): ProposedFact | null {
  const before = known?.[field];
  if (before !== undefined && sameValue<Field>(before.value, details[field] as never)) return null;
  const asOf = before?.facts[0]?.asOf;
  const against = asOf === undefined || asOf < date ? null : asOf === date ? 'same-day' : 'newer';
  const isLater = field === 'expiry' && ((before?.value as Day | undefined) ?? '') < (details.expiry ?? '');
  return {
    key: `${line.key} ${field}`,
    line,
    serviceId: service.id,
    field,
    details,
    likely: isLater && against === null,
    against,
  };
}

/** All facts of an import. All lines of an invoice about one service say one value of each field together. */
export function proposedFacts(
  { invoices }: Review,
  known: Known,
  periodEnd: PeriodEnd | null,
): readonly ProposedFact[] {
  return invoices
    .filter((invoice) => !invoice.known && invoice.invoice.role !== 'advance')
    .flatMap(({ lines, invoice }) => {
      const telling = lines.filter((line) => line.service !== null && tells(line));
      return [...groupBy(telling, ({ service }) => service)].flatMap(([service, own]) => {
        if (service === null) return [];
        const before = known.get(service.id)?.known;
        return saidOf(service, own, periodEnd, before).flatMap(
          (said) => proposalOf(said, service, invoice.date, before) ?? [],
        );
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
