import { err, ok } from '../../kernel/result.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { PlanRefusal } from './refusals.ts';
import type { RenewalChoices } from '../rows/renewal-choices.ts';
import type { AppState } from '../rows/state.ts';

type Decision = DecisionOr<PlanRefusal>;

/** Each scenario is a plan of its own to compute, and nobody compares more than these. */
const mostScenarios = 12;

/**
 * Saves the choices under a name. Replaces a scenario of the same name; case does not matter. Refused beyond
 * the limit.
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

/** Removes a scenario. Changes nothing if it does not exist. */
export const removeScenario = ({ workspace }: AppState, { id }: { readonly id: string }): Decision =>
  ok(workspace.scenarios.has(id) ? [{ table: 'scenarios', id, value: null }] : []);
