import { arrangementsOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import type { Fact } from '../../../../core/register/fact.ts';
import { useDesk } from '../../../store/desk.ts';

/** A table of facts that did not change is the same object, so each table is read once. */
const known = new WeakMap<ReadonlyMap<string, Fact>, Arrangements>();

function read(facts: ReadonlyMap<string, Fact>): Arrangements {
  const arrangements = known.get(facts) ?? arrangementsOf(facts.values());
  known.set(facts, arrangements);
  return arrangements;
}

/** How each service is looked after. Null in a sample studio, which has no register. */
export function useArrangements(): Arrangements | null {
  const simulated = useDesk((desk) => desk.simulated);
  const facts = useDesk((desk) => desk.state.workspace.facts);
  return simulated ? null : read(facts);
}
