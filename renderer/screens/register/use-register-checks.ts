import { useDeferredValue, useMemo } from 'react';
import { registerChecks, type RegisterCheck } from '../../../core/register/checks.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { useDesk } from '../../store/desk.ts';

const none: ReadonlyMap<string, Fact> = new Map();

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
  return useMemo(() => [...registerChecks(facts.values(), today)], [facts, today]);
}
