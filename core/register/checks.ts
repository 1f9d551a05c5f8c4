import { groupBy } from '../kernel/group-by.ts';
import type { Day } from '../kernel/day.ts';
import type { ServiceId } from '../kernel/id.ts';
import type { Fact } from './fact.ts';
import type { Field } from './fields.ts';
import { foldService, type Known } from './fold.ts';
import { isStale } from './freshness.ts';

/** What a person should look at again in the register (rules J3, J4). */
export interface RegisterCheck {
  readonly id: ServiceId;
  /** Fields of which two sources of one day say different things: "da verificare". */
  readonly disputed: readonly Field[];
  /** Fields whose newest value is too old: "da ricontrollare". */
  readonly stale: readonly Field[];
}

/** True if no field is told twice: nothing can be disputed or corrected then. */
const toldOnce = (facts: readonly Fact[]): boolean =>
  new Set(facts.map(({ field }) => field)).size === facts.length;

const staleOf = (known: Iterable<Known>, today: Day): readonly Field[] =>
  [...known].flatMap((value) => (isStale(value, today) ? (value.facts[0]?.field ?? []) : []));

/** The check of one service. Null if there is nothing to look at, or if the firm no longer looks after it. */
function checkService(id: ServiceId, facts: readonly Fact[], today: Day): RegisterCheck | null {
  // Most services have one fact a field. Folding ten thousand of them takes as long as all the rest.
  if (toldOnce(facts)) {
    const confirmed = facts.filter((fact) => fact.confirmed);
    if (confirmed.some((fact) => fact.field === 'followed' && !fact.value)) return null;
    return checkOf(
      id,
      [],
      staleOf(
        confirmed.map((fact) => ({ value: fact.value, facts: [fact] })),
        today,
      ),
    );
  }
  const { known, disputes } = foldService(id, facts);
  if (known.followed?.value === false) return null;
  return checkOf(
    id,
    disputes.map(({ field }) => field),
    staleOf(Object.values(known) as readonly Known[], today),
  );
}

const checkOf = (id: ServiceId, disputed: readonly Field[], stale: readonly Field[]): RegisterCheck | null =>
  disputed.length + stale.length === 0 ? null : { id, disputed, stale };

/**
 * The services of which something is to be looked at again, in the order of their ids.
 */
export function* registerChecks(facts: Iterable<Fact>, today: Day): Generator<RegisterCheck> {
  const about = [...groupBy(facts, (fact) => fact.about)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, said] of about) {
    const check = checkService(id, said, today);
    if (check !== null) yield check;
  }
}
