import { groupBy } from '../../kernel/group-by.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import type { Fact } from '../../register/fact.ts';
import { foldService } from '../../register/fold.ts';
import { registeredService } from '../../register/registered-service.ts';
import type { AppState } from '../rows/state.ts';
import { recordEntriesInSteps, type Recording } from './decide-register.ts';
import type { RegisterRefusal } from './refusals.ts';

/** What recording would make: the number of new facts, and the desk with them. */
export interface AfterRecording {
  readonly facts: number;
  readonly state: AppState;
}

/** Services in one step. */
const slice = 100;

/**
 * The desk as it would be after a list is recorded. The same decision makes the facts and the same fold makes
 * the services; nothing is written.
 */
export function* afterRecording(
  state: AppState,
  wish: Recording,
): Steps<Result<AfterRecording, RegisterRefusal>> {
  const stamp = { at: Infinity, by: '', user: '' };
  const deciding = recordEntriesInSteps(state, wish, (name) => `preview ${name}`, stamp);
  const decided = yield* within(deciding, 0, 0.5);
  if (!decided.ok) return decided;
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
  let done = 0;
  for (const [id, facts] of about) {
    done += 1;
    if (done % slice === 0) yield 0.6 + (0.4 * done) / about.size;
    const service = registeredService(foldService(id, facts))?.service;
    if (service === undefined) services.delete(id);
    else services.set(id, service);
  }
  return ok({ facts: added.length, state: { ...state, replica: { ...state.replica, services } } });
}
