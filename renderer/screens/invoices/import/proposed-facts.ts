import { isServiceKind } from '../../../../core/catalog/item.ts';
import type { LineFacts } from '../../../../core/desk/invoices/decide-invoices.ts';
import { periodEndBy } from '../../../../core/desk/invoices/period-evidence.ts';
import { expiryBy, type PeriodEnd } from '../../../../core/desk/rows/invoice-rows.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { sameValue, type Field } from '../../../../core/register/fields.ts';
import type { Registered } from '../../../../core/register/fold.ts';
import type { Review, ReviewLine } from './review.ts';

/** Something that a line says of its service. A person ticks what is to be recorded. */
export interface ProposedFact {
  readonly key: string;
  readonly line: ReviewLine;
  readonly serviceId: ServiceId;
  readonly field: 'expiry' | 'users';
  readonly details: LineFacts['details'];
  /**
   * Ticked at first: a later expiry than the known one. How many users there are in all, a line does not
   * say.
   */
  readonly likely: boolean;
  /** The register knows the value of a later day, or of the same one: two values then wait for a person. */
  readonly against: 'newer' | 'same-day' | null;
}

type Known = ReadonlyMap<ServiceId, Registered>;

/** Lines that tell what a service has: bought or renewed, and not given back or paid in advance. */
const tells = ({ line, kind }: ReviewLine): boolean => kind !== 'ask' && kind !== 'left-out' && line.net > 0;

/**
 * The facts that a line comes to: the expiry of its service, once somebody has said what the last day of a
 * period is; and the users, if their number stands in the line. What the register knows already is none.
 */
function factsOfLine(
  line: ReviewLine,
  known: Known,
  periodEnd: PeriodEnd | null,
  date: Day,
): readonly ProposedFact[] {
  const { service, kind } = line;
  if (service === null || !tells(line) || kind === 'ask' || kind === 'left-out' || kind === null) return [];
  const registered = known.get(service.id)?.known;
  const last = line.line.period?.to ?? null;
  const expiry = periodEnd === null || last === null ? null : expiryBy(periodEnd, last);
  const base = { line, serviceId: service.id };
  const against = (field: ProposedFact['field']): ProposedFact['against'] => {
    const asOf = registered?.[field]?.facts[0]?.asOf;
    if (asOf === undefined || asOf < date) return null;
    return asOf === date ? 'same-day' : 'newer';
  };
  if (isServiceKind(kind)) {
    if (expiry === null || registered?.expiry?.value === expiry) return [];
    const before = registered?.expiry?.value ?? '';
    return [
      {
        ...base,
        key: `${line.key} expiry`,
        field: 'expiry',
        details: { expiry },
        likely: before < expiry && against('expiry') === null,
        against: against('expiry'),
      },
    ];
  }
  if (kind !== 'user' || line.line.quantity === null || line.line.quantity === 0) return [];
  const users = [{ quantity: line.line.quantity, expiry }];
  const before = registered?.users?.value;
  if (before !== undefined && sameValue<Field>(before, users)) return [];
  return [
    {
      ...base,
      key: `${line.key} users`,
      field: 'users',
      details: { users },
      likely: false,
      against: against('users'),
    },
  ];
}

/** All facts of an import. Of two lines of one invoice that say the same value, the first says it. */
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
        .flatMap((line) => factsOfLine(line, known, periodEnd, invoice.date))
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
