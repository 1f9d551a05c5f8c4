import { groupBy } from '../../kernel/group-by.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Fact } from '../../register/fact.ts';
import { foldService } from '../../register/fold.ts';
import { registeredService } from '../../register/registered-service.ts';
import type { AppState } from '../rows/state.ts';
import { recordEntries } from './decide-register.ts';
import type { RegisterRefusal } from './refusals.ts';

/** What recording would make: the number of new facts, and the desk with them. */
export interface AfterRecording {
  readonly facts: number;
  readonly state: AppState;
}

/**
 * The desk as it would be after a list is recorded. The same decision makes the facts and the same fold makes
 * the services; nothing is written.
 */
export function* afterRecording(
  state: AppState,
  wish: Parameters<typeof recordEntries>[1],
): Steps<Result<AfterRecording, RegisterRefusal>> {
  const decided = recordEntries(state, wish, (name) => `preview ${name}`, { at: Infinity, by: '', user: '' });
  if (!decided.ok) return decided;
  yield 0.3;
  const added = decided.value.flatMap(({ table, value }) =>
    table === 'facts' && value ? [value as Fact] : [],
  );
  const touched = new Set<ServiceId>(added.map(({ about }) => about));
  const about = groupBy(
    [...state.workspace.facts.values(), ...added].filter((fact) => touched.has(fact.about)),
    (fact) => fact.about,
  );
  yield 0.6;
  const services = new Map(state.replica.services);
  for (const [id, facts] of about) {
    const service = registeredService(foldService(id, facts))?.service;
    if (service === undefined) services.delete(id);
    else services.set(id, service);
  }
  return ok({ facts: added.length, state: { ...state, replica: { ...state.replica, services } } });
}
