import { useCallback, useState } from 'react';
import { seatPlanInSteps, type SeatPlan } from '../../../core/desk/cart/decide-seat-plan.ts';
import type { Command } from '../../../core/desk/command.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { ok } from '../../../core/kernel/result.ts';
import { within, type Steps } from '../../../core/kernel/steps.ts';
import type { SeatWish } from '../../../core/seats/seat-rule.ts';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/buttons.tsx';
import { Checkbox } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { clearDraft } from '../../store/seat-draft.ts';
import { refusalText } from '../../text/sentences.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useSteps } from '../../components/use-steps.ts';
import { planCostInSteps } from './plan-cost.ts';
import { PlanGroups } from './plan-groups.tsx';
import { useSeatWishes } from './use-seat-wishes.ts';

const mostServices = 40;

/**
 * Shows the exact changes of a plan, service by service, before anything happens. The whole
 * plan is one undo step.
 */
export function SeatPlanDialog({
  from,
  onClose,
}: {
  readonly from: 'draft' | 'rules';
  readonly onClose: () => void;
}) {
  const now = useDesk((desk) => desk.state);
  /** While the plan is carried out, what it was made of: nobody looks at another one. */
  const [carriedOut, setCarriedOut] = useState<AppState | null>(null);
  const state = carriedOut ?? now;
  const [freeLeavers, setFreeLeavers] = useState(false);
  const [freeBeyond, setFreeBeyond] = useState(false);
  const [toCart, setToCart] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);

  const { wishes, leavers, beyond } = useSeatWishes(state, from, { freeLeavers, freeBeyond });
  const { value, isNow } = useSteps(
    useCallback(() => pricedPlanInSteps(state, { wishes, toCart }), [state, wishes, toCart]),
  );
  const { differences, decision, cost } = value ?? nothingYet;
  const toBuy = (running: boolean): number =>
    differences.reduce(
      (sum, { service, buy }) => (isRunning(service, state.today) === running ? sum + buy.length : sum),
      0,
    );
  const missing = toBuy(true);
  const held = toBuy(false);
  const assigned = differences.reduce((sum, { assign }) => sum + assign.length, 0);
  const changes = decision.ok ? decision.value.length : 0;
  const refused = problem ?? (decision.ok ? null : refusalText(decision.error));

  async function apply(): Promise<void> {
    const done = {
      text: text('seat-plan-dialog.applied', {
        assigned,
        missing,
        toCart: toCart && missing > 0 ? 1 : 0,
        held,
      }),
      undo: true,
    };
    setCarriedOut(state);
    const refusal = await ask(commandOf(wishes, toCart), done);
    setProblem(refusal);
    if (refusal !== null) {
      setCarriedOut(null);
      return;
    }
    if (from === 'draft') clearDraft();
    onClose();
  }

  return (
    <Modal
      title={text(from === 'rules' ? 'seat-plan-dialog.title-rules' : 'seat-plan-dialog.title-draft')}
      onClose={onClose}
      large
    >
      <p className="muted">{text('seat-plan-dialog.lead')}</p>
      <div className="dialog-list plan-list">
        {differences.slice(0, mostServices).map((difference) => (
          <PlanGroups key={difference.service.id} difference={difference} state={state} onLeave={onClose} />
        ))}
        {differences.length > mostServices && (
          <p className="muted">
            {text('seat-plan-dialog.more-services', { count: differences.length - mostServices })}
          </p>
        )}
        {value === null && <p className="muted">{text('seat-plan-dialog.working')}</p>}
        {value !== null && differences.length === 0 && <p>{text('seat-plan-dialog.no-wishes')}</p>}
      </div>
      {decision.ok && changes === 0 && differences.length > 0 && (
        <p className="faint">{text('seat-plan-dialog.nothing')}</p>
      )}
      <div className="stack stack-small">
        <Choice id="missing-to-cart" count={missing} on={toCart} onChange={setToCart} />
        <Choice id="free-leavers" count={leavers.length} on={freeLeavers} onChange={setFreeLeavers} />
        <Choice id="free-beyond" count={beyond.length} on={freeBeyond} onChange={setFreeBeyond} />
      </div>
      {toCart && missing > 0 && cost !== null && (
        <p className="strong">{text('seat-plan-dialog.cost', { amount: money(cost) })}</p>
      )}
      {refused !== null && <Banner tone="late">{refused}</Banner>}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button
          kind="primary"
          isDisabled={!isNow || changes === 0 || carriedOut !== null}
          onPress={() => void apply()}
        >
          {text('seat-plan-dialog.confirm')}
        </Button>
      </div>
    </Modal>
  );
}

const nothingYet: PricedPlan = { differences: [], decision: ok([]), cost: null };

interface PricedPlan extends SeatPlan {
  readonly cost: Cents | null;
}

/** The command that carries it out. Its lists are copies. */
const commandOf = (wishes: readonly SeatWish[], toCart: boolean): Command => ({
  type: 'seat/plan',
  wishes: wishes.map((wish) => ({
    ...wish,
    permissions: wish.permissions === null ? null : [...wish.permissions],
  })),
  toCart,
});

/** Runs the real decision, to know what it would refuse and whether it would change anything. */
function* pricedPlanInSteps(
  state: AppState,
  asked: { readonly wishes: readonly SeatWish[]; readonly toCart: boolean },
): Steps<PricedPlan> {
  const plan = yield* within(
    seatPlanInSteps(state, asked, () => ''),
    0,
    0.7,
  );
  return { ...plan, cost: yield* within(planCostInSteps(state, plan.differences), 0.7, 1) };
}

/** A choice about some seats. Shows nothing if there are none. */
function Choice({
  id,
  count,
  on,
  onChange,
}: {
  readonly id: 'missing-to-cart' | 'free-leavers' | 'free-beyond';
  readonly count: number;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  if (count === 0) return null;
  return (
    <Checkbox checked={on} onChange={onChange}>
      {text(`seat-plan-dialog.${id}`, { count })}
    </Checkbox>
  );
}
