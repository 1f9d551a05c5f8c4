import { useMemo } from 'react';
import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import { panelPlanOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { leftByFailedDebit, orderViews } from '../../../core/desk/pending/order-views.ts';
import type { RegisterCheck } from '../../../core/register/checks.ts';
import { asksAgain } from '../../../core/purchases/fold.ts';
import { milestones } from '../../../core/services/lifecycle.ts';
import { baseItem, type Service } from '../../../core/services/service.ts';
import { Button } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useRegisterChecks } from '../register/use-register-checks.ts';
import { fieldText } from '../register/fact-words.ts';
import { forgottenWords } from '../forgotten/forgotten-words.ts';
import { openRenewal } from '../cart/open-cart.ts';
import { purchaseWork } from '../purchases/purchase-steps.ts';
import type { SeatBoard } from '../../../core/seats/plan-seats.ts';
import type { ServiceRow } from '../services/service-rows.ts';

interface Fix {
  readonly id: string;
  readonly sentence: string;
  readonly label: string;
  readonly run: () => void;
}

/** An urgent renewal: an order left by a failed debit, a service in its grace period, or one near its end. */
function renewalFix(state: AppState, { service, phase, openOrder }: ServiceRow): readonly Fix[] {
  const base = baseItem(service);
  if (base === undefined) return [];
  const { holder } = service;
  const id = `renewal ${service.id}`;
  if (openOrder !== undefined) {
    if (!leftByFailedDebit(openOrder, service)) return [];
    const sentence = text('status.fix-debit', { holder, number: openOrder.orderNumber ?? '' });
    return [
      {
        id,
        sentence,
        label: text('automatic-renewal.pay'),
        run: () => go({ screen: 'orders', orderId: openOrder.id }),
      },
    ];
  }
  const action = renewalAction(state, service);
  if (action === null || phase === 'active') return [];
  const run = (): void => void openRenewal(service.id);
  if (action === 'reactivate')
    return [
      {
        id,
        sentence: text('status.fix-grace', { holder, day: dayText(milestones(base.expiry).graceEnd) }),
        label: text('renewal-cart.reactivate'),
        run,
      },
    ];
  return [
    {
      id,
      sentence: text('status.fix-renew', { holder, day: dayText(base.expiry) }),
      label: text('renewal-cart.renew'),
      run,
    },
  ];
}

/** The home screen shows at most this number of tasks. */
const shown = 8;

/**
 * The open tasks one by one, the most urgent first. It is a generator because ten thousand services can have
 * ten thousand tasks, and only the first few need their sentences.
 */
function* openTasks(
  state: AppState,
  rows: readonly ServiceRow[],
  checks: readonly RegisterCheck[],
): Generator<Fix> {
  for (const view of orderViews(state)) {
    if (view.standing !== 'refused' && view.standing !== 'outcome-unknown') continue;
    yield {
      id: view.id,
      sentence: text(view.standing === 'refused' ? 'status.fix-refused' : 'status.fix-unknown', {
        holder: view.holder,
      }),
      label: text('status.details'),
      run: () => go({ screen: 'orders', orderId: view.id }),
    };
  }
  yield* forgottenTasks(state);
  yield* purchaseTasks(state);
  for (const row of rows) yield* renewalFix(state, row);
  yield* registerTasks(state, checks);
  const index = seatIndex(state);
  const plans = rows.map(({ service, board }) => {
    const { steps, standing } = panelPlanOf(state, service, index, board);
    // People who have left have their own, clearer task. It is shown until their deletion is on its way.
    return {
      service,
      leavers: board.leavers.filter((personId) => standing.get(personId) !== 'deleting'),
      steps: steps.filter(({ personId }) => !board.leavers.includes(personId)),
    };
  });
  for (const { service, leavers } of plans) {
    if (leavers.length === 0) continue;
    yield {
      id: `leavers ${service.id}`,
      sentence: text('status.fix-leavers', { holder: service.holder, count: leavers.length }),
      label: text('status.free'),
      run: () => openDialog({ kind: 'free-seats', serviceId: service.id, personIds: leavers }),
    };
  }
  for (const { service, steps } of plans) {
    if (steps.length === 0) continue;
    yield {
      id: `panel ${service.id}`,
      sentence: text('status.fix-panel', { holder: service.holder, count: steps.length }),
      label: text('status.align'),
      run: () => openDialog({ kind: 'align-panel', serviceId: service.id }),
    };
  }
  for (const { service, board } of rows) if (board.free > 0) yield freeSeats(service, board);
}

/** What the vendor forgot when it was restored. The order itself, or the list with the rest. */
function* forgottenTasks(state: AppState): Generator<Fix> {
  for (const { id, thing } of openForgotten(state))
    yield {
      id: `forgotten ${id}`,
      sentence: text('status.fix-forgotten', { what: forgottenWords(state, thing) }),
      label: text('status.details'),
      run: () => go(thing.kind === 'order' ? { screen: 'orders', orderId: id } : { screen: 'sync' }),
    };
}

/** Purchases in Aruba's pages that wait for their next step (rule K): the unclear ones first. */
function* purchaseTasks(state: AppState): Generator<Fix> {
  const work = purchaseWork(state);
  const open = orderViews(state).flatMap(({ purchase }) => {
    const step = purchase === null ? null : work.currentStep(purchase);
    return purchase === null || step === null ? [] : [{ purchase, step }];
  });
  const unclear = open.filter(({ purchase }) => purchase.state === 'to-verify');
  for (const { purchase, step } of [...unclear, ...open.filter((one) => !unclear.includes(one))]) {
    const { id, holder } = purchase.record;
    const since = purchase.unsureSince;
    yield {
      id: `purchase ${id}`,
      sentence:
        since === null
          ? text('status.fix-purchase', { holder, step: text(`purchase.step-${step}`) })
          : text(asksAgain(purchase, state.today) ? 'status.fix-unclear-again' : 'status.fix-unclear', {
              holder,
              day: dayText(since),
            }),
      label: text('purchase.continue'),
      run: () => go({ screen: 'orders', orderId: id }),
    };
  }
}

/** Values of the register that a person should look at: first those of which two sources disagree. */
function* registerTasks({ replica }: AppState, checks: readonly RegisterCheck[]): Generator<Fix> {
  const late: Fix[] = [];
  for (const { id, disputed, stale } of checks) {
    const service = replica.services.get(id);
    if (service === undefined) continue;
    const { holder } = service;
    const run = (): void => go({ screen: 'service', serviceId: id });
    if (disputed.length > 0)
      yield {
        id: `verify ${id}`,
        sentence: text('status.fix-verify', { holder, fields: disputed.map(fieldText).join(', ') }),
        label: text('status.verify'),
        run,
      };
    else if (late.length <= shown)
      late.push({
        id: `recheck ${id}`,
        sentence: text('status.fix-recheck', { holder, fields: stale.map(fieldText).join(', ') }),
        label: text('status.recheck'),
        run,
      });
  }
  yield* late;
}

/**
 * Users that were bought and are free. The button assigns them to the people who wait. If nobody waits, it
 * opens the staff list.
 */
const freeSeats = (service: Service, { free, assignable }: SeatBoard): Fix => ({
  id: `free ${service.id}`,
  sentence: text('status.fix-free', { holder: service.holder, count: free }),
  label: text('status.assign'),
  run: () => {
    useUi.setState({ peopleService: service.id });
    if (assignable.length > 0)
      void submit(
        { type: 'seat/assign', serviceId: service.id, personIds: [...assignable] },
        { text: text('selection.assigned', { count: assignable.length }), undo: true },
      );
    else go({ screen: 'people' });
  },
});

function firstOf<T>(all: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const one of all) {
    first.push(one);
    if (first.length === count) break;
  }
  return first;
}

/**
 * The tasks to do: orders that need a decision, urgent renewals, users of people who have left, panels
 * that differ, free users.
 */
export function ToFix({ rows }: { readonly rows: readonly ServiceRow[] }) {
  const state = useDesk((desk) => desk.state);
  const checks = useRegisterChecks();
  const fixes = useMemo(() => firstOf(openTasks(state, rows, checks), shown + 1), [state, rows, checks]);
  return (
    <Card title={text('status.fix')}>
      {fixes.length === 0 ? (
        <p className="card-body muted">{text('status.fix-none')}</p>
      ) : (
        <ul className="list">
          {fixes.slice(0, shown).map((fix) => (
            <li key={fix.id}>
              <span className="grow">{fix.sentence}</span>
              <Button aria-label={`${fix.label}: ${fix.sentence}`} onPress={fix.run}>
                {fix.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fixes.length > shown && <p className="card-body muted">{text('status.fix-more')}</p>}
    </Card>
  );
}
