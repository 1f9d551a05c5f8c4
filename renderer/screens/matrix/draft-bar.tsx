import {
  permissionTemplateNames,
  permissionTemplates,
  templateOf,
  type PermissionTemplate,
} from '../../../core/services/permission.ts';
import { useMemo } from 'react';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { useDesk } from '../../store/desk.ts';
import { clearDraft, useSeatDraft } from '../../store/seat-draft.ts';
import { openDialog } from '../../store/ui-store.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { planCost } from './plan-cost.ts';
import { useSeatPlan } from './use-seat-plan.ts';

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
  const { differences } = useSeatPlan('draft', noChoices);
  const cost = useMemo(() => planCost(state, differences), [state, differences]);
  const running = differences.filter(({ service }) => isRunning(service, state.today));
  const buy = running.reduce((sum, difference) => sum + difference.buy.length, 0);
  if (cost === null || buy === 0) return null;
  return (
    <span className="muted">
      {text('matrix.cost-to-buy', { count: buy })}:{' '}
      <strong>{text('matrix.cost', { amount: money(cost) })}</strong>
    </span>
  );
}
