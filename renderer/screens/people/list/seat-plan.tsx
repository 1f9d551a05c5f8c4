import { useMemo } from 'react';
import { seatCountsOf, type SeatIndex } from '../../../../core/desk/seats/seat-boards.ts';
import type { SeatBoard } from '../../../../core/seats/plan-seats.ts';
import { isRunning } from '../../../../core/services/lifecycle.ts';
import type { Service } from '../../../../core/services/service.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Card } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { openCart } from '../../cart/open-cart.ts';
import { ReactivateFirst } from '../../services/reactivate-first.tsx';
import { CountLines, type CountLine } from './count-lines.tsx';
import { SeatEnds } from './seat-ends.tsx';

/** The difference between the people who need a user and those who have one, before anything changes. */
export const SeatPlan = memoInLanguage(function SeatPlan({
  service,
  board,
  index,
}: {
  readonly service: Service;
  readonly board: SeatBoard;
  readonly index: SeatIndex;
}) {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const { pending, neverUsed, ending } = useMemo(
    () => seatCountsOf(state, service, index, board),
    [state, service, index, board],
  );
  const standings = [...board.status.values()];
  const onTheWay = standings.filter((standing) => standing === 'in-cart' || standing === 'ordered').length;
  const inCart = standings.includes('in-cart');
  const leavers = board.leavers.map((personId) => board.seatOf.get(personId)?.username ?? '');
  const canBuy = isRunning(service, today);
  const ifAny = (label: CountLine['label'], count: number): readonly CountLine[] =>
    count > 0 ? [{ label, count }] : [];
  // The bought users are the free ones, those who stay, those who left, and the panel's users without a
  // person: the lines add up.
  const lines: readonly CountLine[] = [
    { label: 'seat-plan.bought', count: board.bought },
    ...ifAny('seat-plan.pending', pending),
    { label: 'seat-plan.free-seats', count: board.free },
    ...ifAny('seat-plan.never-used', neverUsed),
    { label: 'seat-plan.stay', count: standings.filter((standing) => standing === 'assigned').length },
    { label: 'seat-plan.free', count: board.leavers.length },
    ...ifAny('seat-plan.others', board.others.length),
    ...ifAny('seat-plan.former', board.former.length),
    { label: 'seat-plan.assign', count: board.assignable.length },
    { label: canBuy ? 'seat-plan.missing' : 'seat-plan.missing-inactive', count: board.missing.length },
    ...ifAny('seat-plan.on-the-way', onTheWay),
  ];
  return (
    <Card title={text('seat-plan.title')} aside={service.holder}>
      <div className="card-body stack stack-small">
        <CountLines name={text('seat-plan.title')} lines={lines} />
        <SeatEnds ending={ending} />
        {leavers.length > 0 && (
          <Banner tone="accent">{text('seat-plan.panel-first', { usernames: leavers.join(', ') })}</Banner>
        )}
        {!canBuy && board.missing.length > 0 && <ReactivateFirst service={service} />}
        {board.assignable.length === 0 && board.missing.length === 0 && !inCart && (
          <p className="faint">{text('seat-plan.done')}</p>
        )}
        <div className="row row-wrap">
          {board.assignable.length > 0 && (
            <Button
              onPress={() =>
                void submit(
                  { type: 'seat/assign', serviceId: service.id, personIds: [...board.assignable] },
                  { text: text('selection.assigned', { count: board.assignable.length }), undo: true },
                )
              }
            >
              {text('seat-plan.apply', { count: board.assignable.length })}
            </Button>
          )}
          {board.free > board.assignable.length && (
            <Button onPress={() => openDialog({ kind: 'give-seat', serviceId: service.id })}>
              {text('give-seat.button')}
            </Button>
          )}
          {canBuy && board.missing.length > 0 && (
            <Button onPress={() => void openCart(service.id)}>
              {text('seat-plan.to-cart', { count: board.missing.length })}
            </Button>
          )}
          {canBuy && board.missing.length === 0 && inCart && (
            <Button onPress={() => void openCart(service.id)}>{text('seat-plan.open-cart')}</Button>
          )}
        </div>
      </div>
    </Card>
  );
});
