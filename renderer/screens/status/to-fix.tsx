import { useMemo } from 'react';
import { panelPlanOf, seatIndex } from '../../../core/app/seat-boards.ts';
import { orderViews } from '../../../core/app/view.ts';
import { Button } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import type { ServiceRow } from '../services/service-rows.ts';

interface Fix {
  readonly id: string;
  readonly sentence: string;
  readonly label: string;
  readonly run: () => void;
}

/** Open tasks: users held by people who left, users bought and idle, orders that need a decision. */
export function ToFix({ rows }: { readonly rows: readonly ServiceRow[] }) {
  const state = useDesk((desk) => desk.state);
  const plans = useMemo(() => {
    const index = seatIndex(state);
    return rows.map(({ service, board }) => {
      const { steps, standing } = panelPlanOf(state, service, index, board);
      // Leavers have a task of their own, which says more, until their deletion is on its way.
      return {
        service,
        leavers: board.leavers.filter((personId) => standing.get(personId) !== 'deleting'),
        steps: steps.filter(({ personId }) => !board.leavers.includes(personId)),
      };
    });
  }, [state, rows]);
  const fixes: Fix[] = [
    ...orderViews(state)
      .filter((view) => view.standing === 'refused' || view.standing === 'outcome-unknown')
      .map((view): Fix => ({
        id: view.id,
        sentence: text(view.standing === 'refused' ? 'status.fix-refused' : 'status.fix-unknown', { holder: view.holder }),
        label: text('status.details'),
        run: () => go({ screen: 'orders', orderId: view.id }),
      })),
    ...plans
      .filter(({ leavers }) => leavers.length > 0)
      .map(({ service, leavers }): Fix => ({
        id: `leavers ${service.id}`,
        sentence: text('status.fix-leavers', { holder: service.holder, count: leavers.length }),
        label: text('status.free'),
        run: () => openDialog({ kind: 'free-seats', serviceId: service.id, personIds: leavers }),
      })),
    ...plans
      .filter(({ steps }) => steps.length > 0)
      .map(({ service, steps }): Fix => ({
        id: `panel ${service.id}`,
        sentence: text('status.fix-panel', { holder: service.holder, count: steps.length }),
        label: text('status.align'),
        run: () => openDialog({ kind: 'align-panel', serviceId: service.id }),
      })),
    ...rows
      .filter(({ board }) => board.free > 0)
      .map(({ service, board }): Fix => ({
        id: `free ${service.id}`,
        sentence: text('status.fix-free', { holder: service.holder, count: board.free }),
        label: text('status.assign'),
        run: () => {
          useUi.setState({ peopleService: service.id });
          if (board.assignable.length > 0)
            void submit(
              { type: 'seat/assign', serviceId: service.id, personIds: [...board.assignable] },
              { text: text('selection.assigned', { count: board.assignable.length }), undo: true },
            );
          else go({ screen: 'people' });
        },
      })),
  ];
  return (
    <Card title={text('status.fix')}>
      {fixes.length === 0 ? (
        <p className="card-body muted">{text('status.fix-none')}</p>
      ) : (
        <ul className="list">
          {fixes.slice(0, 8).map((fix) => (
            <li key={fix.id}>
              <span className="grow">{fix.sentence}</span>
              <Button aria-label={`${fix.label}: ${fix.sentence}`} onPress={fix.run}>
                {fix.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
