import { err, ok } from '../../kernel/result.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { PlanRefusal } from './refusals.ts';
import type { RenewalChoices } from '../rows/renewal-choices.ts';
import type { AppState } from '../rows/state.ts';

type Decision = DecisionOr<PlanRefusal>;

/** More would not be compared by anybody, and each is a plan of its own to compute. */
const mostScenarios = 12;

/**
 * Keeps the choices under a name; a scenario of the same name, whatever its case, is replaced. Refuses a
 * thirteenth.
 */
export function saveScenario(
  { workspace }: AppState,
  { name, choices }: { readonly name: string; readonly choices: RenewalChoices },
): Decision {
  const id = name.toLowerCase();
  if (!workspace.scenarios.has(id) && workspace.scenarios.size >= mostScenarios)
    return err({ reason: 'too-many-scenarios', most: mostScenarios });
  return ok([{ table: 'scenarios', id, value: { id, name, choices } }]);
}

/** Forgets a scenario; one that is not there changes nothing. */
export const removeScenario = ({ workspace }: AppState, { id }: { readonly id: string }): Decision =>
  ok(workspace.scenarios.has(id) ? [{ table: 'scenarios', id, value: null }] : []);
