import { panelPlanOf, type SeatIndex } from '../../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { fullName, isLeaving } from '../../../../core/people/person.ts';
import { isRunningPhase } from '../../../../core/services/lifecycle.ts';
import { submit } from '../../../store/actions.ts';
import { go, openDialog, useUi } from '../../../store/ui-store.ts';
import { longDay } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { openCart } from '../../cart/open-cart.ts';
import type { ServiceRow } from '../../services/service-rows.ts';
import type { Task } from './task.ts';

/** People who left and hold a user, and a panel that differs. */
export function* panelTasks(
  state: AppState,
  index: SeatIndex,
  { service, board }: ServiceRow,
): Generator<Task> {
  const { steps, standing } = panelPlanOf(state, service, index, board);
  if (steps.length === 0 && board.leavers.length === 0) return;
  // People who have left have their own, clearer task. It is shown until their deletion is on its way.
  const leavers = board.leavers.filter((personId) => standing.get(personId) !== 'deleting');
  const others = steps.filter(({ personId }) => !board.leavers.includes(personId));
  const { id: serviceId, holder } = service;
  if (leavers.length > 0)
    yield {
      id: `leavers ${serviceId}`,
      tone: 'soon',
      due: null,
      serviceId,
      words: () => ({
        sentence: text('status.fix-leavers', { holder, count: leavers.length }),
        label: text('status.free'),
      }),
      run: () => openDialog({ kind: 'free-seats', serviceId, personIds: leavers }),
    };
  if (others.length > 0)
    yield {
      id: `panel ${serviceId}`,
      tone: 'soon',
      due: null,
      serviceId,
      words: () => ({
        sentence: text('status.fix-panel', { holder, count: others.length }),
        label: text('status.align'),
      }),
      run: () => openDialog({ kind: 'align-panel', serviceId }),
    };
}

/** People who wait: the free users are given to them, and the others are put into the cart. */
export function* waitingTasks({ service, board, phase }: ServiceRow): Generator<Task> {
  const { id: serviceId, holder } = service;
  const { assignable, missing } = board;
  if (assignable.length > 0)
    yield {
      id: `assign ${serviceId}`,
      tone: 'soon',
      due: null,
      serviceId,
      words: () => ({
        sentence: text('home.assign', { holder, count: assignable.length }),
        label: text('status.assign'),
      }),
      run: () =>
        void submit(
          { type: 'seat/assign', serviceId, personIds: [...assignable] },
          { text: text('selection.assigned', { count: assignable.length }), undo: true },
        ),
    };
  if (missing.length > 0 && isRunningPhase(phase))
    yield {
      id: `buy ${serviceId}`,
      tone: 'soon',
      due: null,
      serviceId,
      words: () => ({
        sentence: text('home.buy', { holder, count: missing.length }),
        label: text('home.buy-button'),
      }),
      run: () => void openCart(serviceId),
    };
}

/** People who leave soon and still hold users. */
export function* leavingTasks({ workspace, today }: AppState): Generator<Task> {
  const held = new Map<PersonId, ServiceId[]>();
  for (const { personId, serviceId } of workspace.seats.values()) {
    const person = workspace.people.get(personId);
    if (person !== undefined && isLeaving(person, today))
      held.set(personId, [...(held.get(personId) ?? []), serviceId]);
  }
  for (const [personId, serviceIds] of held) {
    const person = workspace.people.get(personId);
    if (person === undefined || person.end === null) continue;
    const { end } = person;
    yield {
      id: `leaving ${personId}`,
      tone: 'soon',
      due: end,
      serviceId: null,
      words: () => ({
        sentence: text('home.leaving', {
          name: fullName(person),
          day: longDay(end, today),
          count: serviceIds.length,
        }),
        label: text('home.leaving-button'),
      }),
      run: () => {
        const { peopleService } = useUi.getState();
        const shown = serviceIds.find((id) => id === peopleService) ?? serviceIds[0] ?? null;
        useUi.setState({ personShown: personId, peopleService: shown });
        go({ screen: 'people' });
      },
    };
  }
}

/** Users that were bought and that nobody waits for. */
export function* freeTask({ service, board }: ServiceRow): Generator<Task> {
  const free = board.free - board.assignable.length;
  if (free <= 0) return;
  const { id: serviceId, holder } = service;
  yield {
    id: `free ${serviceId}`,
    tone: 'wait',
    due: null,
    serviceId: null,
    words: () => ({
      sentence: text('status.fix-free', { holder, count: free }),
      label: text('status.assign'),
    }),
    run: () => openDialog({ kind: 'give-seat', serviceId }),
  };
}
