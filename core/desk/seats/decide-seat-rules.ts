import type { ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { seatRuleId } from '../../seats/seat-rule.ts';
import { permissionProblem, samePermissions, type PanelPermission } from '../../services/permission.ts';
import { activeModules } from '../../services/service.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import type { SeatsRefusal } from './refusals.ts';

type Decision = DecisionOr<SeatsRefusal>;

/** Writes the rule of a department on a service. Replaces an earlier rule of the same pair (rule H4). */
export function putSeatRule(
  state: AppState,
  {
    department,
    serviceId,
    permissions,
  }: {
    readonly department: string;
    readonly serviceId: ServiceId;
    readonly permissions: readonly PanelPermission[];
  },
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const problem = permissionProblem(permissions, activeModules(service, state.today));
  if (problem !== undefined) return err({ reason: 'permission-not-possible', problem });
  const id = seatRuleId(department, serviceId);
  const known = state.workspace.seatRules.get(id);
  if (known !== undefined && samePermissions(known.permissions, permissions)) return ok([]);
  return ok([
    {
      table: 'seatRules',
      id,
      value: { id, department: department.trim(), serviceId, permissions: [...new Set(permissions)] },
    },
  ]);
}

/** Removes a rule. The seats that it gave stay. */
export const removeSeatRule = (state: AppState, { id }: { readonly id: string }): Decision =>
  ok(state.workspace.seatRules.has(id) ? [{ table: 'seatRules', id, value: null }] : []);
