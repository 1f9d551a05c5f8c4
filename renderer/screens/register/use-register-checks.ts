import { useDeferredValue } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { registerChecks, type RegisterCheck } from '../../../core/register/checks.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';

const none: ReadonlyMap<string, Fact> = new Map();
const noChecks: readonly RegisterCheck[] = [];

const checksOf = remembered((facts: typeof none, today: Day) =>
  facts.size === 0 ? noChecks : [...registerChecks(facts.values(), today)],
);

/**
 * What of the register is to be looked at again. The screen is painted first: with a hundred thousand facts
 * the answer takes some hundred milliseconds, once for each change of the register.
 */
export function useRegisterChecks(): readonly RegisterCheck[] {
  const today = useDesk((desk) => desk.state.today);
  const facts = useDeferredValue(
    useDesk((desk) => desk.state.workspace.facts),
    none,
  );
  return facts === none ? noChecks : checksOf(facts, today);
}
