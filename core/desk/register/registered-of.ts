import type { ServiceId } from '../../kernel/id.ts';
import { foldService, type Registered } from '../../register/fold.ts';
import type { AppState } from '../rows/state.ts';

/** One service as its facts tell it. A service that nobody knows has no fact. */
export function registeredOf({ workspace }: Pick<AppState, 'workspace'>, about: ServiceId): Registered {
  const facts = [];
  for (const fact of workspace.facts.values()) if (fact.about === about) facts.push(fact);
  return foldService(about, facts);
}
