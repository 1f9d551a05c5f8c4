import { err, ok, type Result } from '../../kernel/result.ts';
import type { Command, Refusal } from '../command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = Result<WorkspaceChange[], Refusal>;
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** More would not be compared by anybody, and each is a plan of its own to compute. */
const mostScenarios = 12;

/**
 * Keeps the choices under a name; a scenario of the same name, whatever its case, is replaced. Refuses a
 * thirteenth.
 */
export function saveScenario({ workspace }: AppState, { name, choices }: Of<'scenario/save'>): Decision {
  const id = name.toLowerCase();
  if (!workspace.scenarios.has(id) && workspace.scenarios.size >= mostScenarios)
    return err({ reason: 'too-many-scenarios', most: mostScenarios });
  return ok([{ table: 'scenarios', id, value: { id, name, choices } }]);
}

/** Forgets a scenario; one that is not there changes nothing. */
export const removeScenario = ({ workspace }: AppState, { id }: Of<'scenario/remove'>): Decision =>
  ok(workspace.scenarios.has(id) ? [{ table: 'scenarios', id, value: null }] : []);
