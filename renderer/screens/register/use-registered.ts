import { useMemo } from 'react';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { foldService, type Registered } from '../../../core/register/fold.ts';
import { useDesk } from '../../store/desk.ts';

/** What the register says of a service, and all its facts. */
export function useRegistered(serviceId: ServiceId): {
  readonly registered: Registered;
  readonly facts: readonly Fact[];
} {
  const all = useDesk((desk) => desk.state.workspace.facts);
  return useMemo(() => {
    const facts = [...all.values()].filter(({ about }) => about === serviceId);
    return { registered: foldService(serviceId, facts), facts };
  }, [all, serviceId]);
}
