import {
  permissionTemplateNames,
  permissionTemplates,
  templateOf,
  type PermissionTemplate,
} from '../../../core/services/permission.ts';
import { useCallback } from 'react';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { seatDifferencesInSteps } from '../../../core/desk/seats/seat-difference.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { within, type Steps } from '../../../core/kernel/steps.ts';
import type { SeatWish } from '../../../core/seats/seat-rule.ts';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { useDesk } from '../../store/desk.ts';
import { clearDraft, useSeatDraft } from '../../store/seat-draft.ts';
import { openDialog } from '../../store/ui-store.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useSteps } from '../../components/use-steps.ts';
import { planCostInSteps } from './plan-cost.ts';
import { useSeatWishes } from './use-seat-wishes.ts';

const noChoices = { freeLeavers: false, freeBeyond: false } as const;

/**
 * Counts the marked cells that are not applied yet, and offers to apply them. It always takes its space, so
 * that the grid does not jump.
 */
export function DraftBar() {
  const { cells, permissions } = useSeatDraft();
  const give = [...cells.values()].filter(({ seat }) => seat).length;
  const free = cells.size - give;
  return (
    <div className="card-head">
      <span className={cells.size === 0 ? 'muted' : 'strong'} role="status">
        {cells.size === 0 ? text('matrix.how') : text('matrix.drafted', { give, free })}
      </span>
      {give > 0 && <PlanCost />}
      <div className="row">
        <Select
          inline
          label={text('matrix.new-permissions')}
          value={templateOf(permissions) ?? 'viewer'}
          choices={permissionTemplateNames.map((id) => ({ id, label: text(`panel.template.${id}`) }))}
          onChange={(name: PermissionTemplate) =>
            useSeatDraft.setState({ permissions: permissionTemplates[name] })
          }
        />
        <Button isDisabled={cells.size === 0} onPress={clearDraft}>
          {text('matrix.clear')}
        </Button>
        <Button
          kind="primary"
          isDisabled={cells.size === 0}
          onPress={() => openDialog({ kind: 'seat-plan', from: 'draft' })}
        >
          {text('matrix.plan')}
        </Button>
      </div>
    </div>
  );
}

/** How many of the marked seats must be bought, and what they cost, before anything happens. */
function PlanCost() {
  const state = useDesk((desk) => desk.state);
  const { wishes } = useSeatWishes(state, 'draft', noChoices);
  const { value } = useSteps(useCallback(() => buyingInSteps(state, wishes), [state, wishes]));
  if (value === null || value.cost === null || value.buy === 0) return null;
  return (
    <span className="muted">
      {text('matrix.cost-to-buy', { count: value.buy })}:{' '}
      <strong>{text('matrix.cost', { amount: money(value.cost) })}</strong>
    </span>
  );
}

/** The number of seats that the wishes must buy, and what they cost. */
function* buyingInSteps(
  state: AppState,
  wishes: readonly SeatWish[],
): Steps<{ readonly buy: number; readonly cost: Cents | null }> {
  const differences = yield* within(seatDifferencesInSteps(state, wishes), 0, 0.5);
  const running = differences.filter(({ service }) => isRunning(service, state.today));
  const buy = running.reduce((sum, difference) => sum + difference.buy.length, 0);
  return { buy, cost: yield* within(planCostInSteps(state, differences), 0.5, 1) };
}
