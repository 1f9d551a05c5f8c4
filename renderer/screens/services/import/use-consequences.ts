import { useEffect, useState } from 'react';
import { afterRecording } from '../../../../core/desk/register/after-recording.ts';
import { planChoices } from '../../../../core/desk/plan/decide-plan.ts';
import { planRenewalsInSteps } from '../../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { within, type Steps } from '../../../../core/kernel/steps.ts';
import { expiryOf } from '../../../../core/services/service.ts';
import { useDesk } from '../../../store/desk.ts';
import { runSteps } from '../../../components/run-steps.ts';

/** What the plan says of a desk. */
export interface Outlook {
  readonly services: number;
  readonly nextExpiry: Day | null;
  /** The sessions of the next twelve months. */
  readonly sessions: number;
}

export interface Consequences {
  readonly before: Outlook;
  readonly after: Outlook;
}

type Wish = Parameters<typeof afterRecording>[1];

/** Ticks and answers may come quickly one after another: the plan waits until they rest, in milliseconds. */
const rest = 400;

function* outlookOf(state: AppState): Steps<Outlook> {
  const choices = planChoices(state.workspace.planChoices.get('plan'), state.today);
  const plan = yield* planRenewalsInSteps(state, { ...choices, horizonMonths: 12 });
  let nextExpiry: Day | null = null;
  for (const service of state.replica.services.values()) {
    const expiry = expiryOf(service);
    if (expiry !== undefined && expiry >= state.today && (nextExpiry === null || expiry < nextExpiry))
      nextExpiry = expiry;
  }
  return {
    services: state.replica.services.size,
    nextExpiry,
    sessions: plan.ok ? plan.value.sessions.length : 0,
  };
}

function* consequences(state: AppState, wish: Wish): Steps<Consequences | null> {
  const after = yield* within(afterRecording(state, wish), 0, 0.4);
  if (!after.ok) return null;
  const before = yield* within(outlookOf(state), 0.4, 0.7);
  return { before, after: yield* within(outlookOf(after.value.state), 0.7, 1) };
}

/**
 * What Conferma would change, by the real plan on the register as it would be. Null until it is known. `wish`
 * must be the same object until it changes.
 */
export function useConsequences(wish: Wish): Consequences | null {
  const state = useDesk((desk) => desk.state);
  const [known, setKnown] = useState<{ readonly wish: Wish; readonly found: Consequences | null } | null>(
    null,
  );
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      void runSteps(consequences(state, wish), { signal, onProgress: () => undefined }).then((found) => {
        if (!signal.aborted) setKnown({ wish, found });
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [state, wish]);
  return known?.wish === wish ? known.found : null;
}
