import { groupBy } from '../kernel/group-by.ts';
import { dayOfMonth, type Day } from '../kernel/day.ts';
import type { ServiceId } from '../kernel/id.ts';
import { finish, type Steps } from '../kernel/steps.ts';
import type { Fact, FactId } from './fact.ts';
import { sameValue, type Field, type FieldValues } from './fields.ts';

/** What the register says of one field of one service. */
export interface Known<F extends Field = Field> {
  readonly value: FieldValues[F];
  /** The facts that say so, the newest recorded first. */
  readonly facts: readonly Fact[];
}

/** Two or more values of one field that are true on the same day. A person decides (rule J3). */
export interface Dispute {
  readonly field: Field;
  readonly asOf: Day;
  /** The facts that contradict each other, in a fixed order. */
  readonly facts: readonly Fact[];
}

/** One service as its facts tell it. */
export interface Registered {
  readonly id: ServiceId;
  readonly known: { readonly [F in Field]?: Known<F> };
  readonly disputes: readonly Dispute[];
  /** The day of the month that the service's expiry keeps (rule A1). Null without an expiry. */
  readonly anchor: number | null;
}

/** The newest recorded first; equal times by id, so that the order of arrival does not matter. */
const byRecord = (a: Fact, b: Fact): number => b.at - a.at || (a.id < b.id ? -1 : 1);

const agree = (facts: readonly Fact[]): boolean =>
  facts.every((fact) => sameValue<Field>(fact.value, facts[0]?.value as never));

/** The latest day on which all facts agree, with these facts; undefined if there is none. */
function latestAgreed(byDay: readonly (readonly Fact[])[]): Known | undefined {
  const agreed = byDay.find(agree);
  return agreed?.[0] === undefined ? undefined : { value: agreed[0].value, facts: agreed };
}

const leapDay = /-02-29$/;
const dayInItsPlace = /-02-28$/;

/**
 * The anchor of the latest expiry (rule A1). 29 February renewed for a year is 28 February, and keeps the
 * 29th for the next leap year: a fact says a day alone, so the expiries before it tell, or the order that
 * made it. Any other expiry between them ends that.
 */
function anchorOf(said: readonly Fact[]): number | null {
  const days = [...groupBy(said, ({ asOf }) => asOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  let anchor: number | null = null;
  for (const [, facts] of days) {
    const [fact] = facts;
    if (fact?.field !== 'expiry' || !agree(facts)) continue;
    const ordered = facts.some(({ source }) => source.kind === 'order' && source.anchor === 29);
    const keeps: boolean = (anchor === 29 || ordered) && dayInItsPlace.test(fact.value);
    anchor = leapDay.test(fact.value) || keeps ? 29 : dayOfMonth(fact.value);
  }
  return anchor;
}

/** The facts that count: confirmed, and corrected by no confirmed fact (rules J3, J7). */
export function countingFacts(facts: Iterable<Fact>): readonly Fact[] {
  const confirmed = [...facts].filter((fact) => fact.confirmed);
  const corrected = new Set<FactId>(confirmed.flatMap(({ corrects }) => corrects ?? []));
  return confirmed.filter(({ id }) => !corrected.has(id));
}

/**
 * What counting facts say of one field. The latest day counts. If that day has two values, the field is in
 * dispute, and keeps the value of the latest day on which all agree.
 */
function foldField(counting: readonly Fact[]) {
  const days = [...groupBy(counting, ({ asOf }) => asOf)].sort(([a], [b]) => (a < b ? 1 : -1));
  const byDay = days.map(([, said]) => [...said].sort(byRecord));
  const latest = byDay[0];
  return {
    known: latestAgreed(byDay),
    dispute: latest === undefined || agree(latest) ? undefined : latest,
  };
}

/** One service from all facts about it. Facts that nobody confirmed are left out. */
export function foldService(id: ServiceId, facts: Iterable<Fact>): Registered {
  const known: Partial<Record<Field, Known>> = {};
  const disputes: Dispute[] = [];
  let anchor: number | null = null;
  for (const [field, said] of groupBy(countingFacts(facts), (fact) => fact.field)) {
    const folded = foldField(said);
    if (field === 'expiry') anchor = anchorOf(said);
    if (folded.known !== undefined) known[field] = folded.known;
    const [first] = folded.dispute ?? [];
    if (first !== undefined && folded.dispute !== undefined)
      disputes.push({ field, asOf: first.asOf, facts: folded.dispute });
  }
  return {
    id,
    known: known as Registered['known'],
    disputes: disputes.sort((a, b) => (a.field < b.field ? -1 : 1)),
    anchor,
  };
}

/** Services in one step. */
const slice = 200;

/** All services from all facts, in linear time. The order of the facts does not matter. */
export function* foldFactsInSteps(facts: Iterable<Fact>): Steps<ReadonlyMap<ServiceId, Registered>> {
  const about = groupBy(facts, (fact) => fact.about);
  const services = new Map<ServiceId, Registered>();
  for (const [id, said] of about) {
    services.set(id, foldService(id, said));
    if (services.size % slice === 0) yield services.size / about.size;
  }
  return services;
}

export const foldFacts = (facts: Iterable<Fact>): ReadonlyMap<ServiceId, Registered> =>
  finish(foldFactsInSteps(facts));
