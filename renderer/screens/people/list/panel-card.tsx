import { useMemo } from 'react';
import { isUserCommand } from '../../../../core/desk/rows/state.ts';
import { proposeAdoptions } from '../../../../core/seats/adopt-users.ts';
import type { PanelPlan } from '../../../../core/seats/panel-plan.ts';
import type { SeatBoard } from '../../../../core/seats/plan-seats.ts';
import type { Service } from '../../../../core/services/service.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Card } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go, openDialog } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { CountLines } from './count-lines.tsx';

/**
 * The changes that the vendor's panel needs to agree with the seats, and the panel users that can
 * be matched to people.
 */
export const PanelCard = memoInLanguage(function PanelCard({
  service,
  board,
  plan,
}: {
  readonly service: Service;
  readonly board: SeatBoard;
  readonly plan: PanelPlan;
}) {
  const state = useDesk((desk) => desk.state);
  const { steps, standing } = plan;
  const adoptions = useMemo(() => proposeAdoptions(board, state.workspace.people), [board, state]);
  const onTheWay = [...standing.values()].filter(
    (one) => one === 'creating' || one === 'changing' || one === 'deleting',
  ).length;
  const refused = [...state.workspace.outbox.values()].filter(
    ({ state: at, command }) =>
      at === 'refused' && isUserCommand(command) && command.serviceId === service.id,
  ).length;
  const lines = [
    ...(['create', 'change', 'delete'] as const).map((kind) => ({
      label: `panel.${kind}` as const,
      count: steps.filter((step) => step.kind === kind).length,
    })),
    { label: 'panel.on-the-way' as const, count: onTheWay },
  ].filter(({ count }) => count > 0);
  return (
    <Card title={text('panel.title')} aside={service.panelUsername}>
      <div className="card-body stack stack-small">
        <CountLines name={text('panel.title')} lines={lines} />
        {lines.length === 0 && <p className="faint">{text('panel.in-step')}</p>}
        {refused > 0 && (
          <Banner
            tone="late"
            action={<Button onPress={() => go({ screen: 'sync' })}>{text('panel.see-refused')}</Button>}
          >
            {text('panel.refused', { count: refused })}
          </Banner>
        )}
        {adoptions.length > 0 && (
          <Banner
            tone="accent"
            action={
              <Button
                onPress={() =>
                  void submit(
                    { type: 'seat/adopt', serviceId: service.id, users: [...adoptions] },
                    { text: text('adopt.done', { count: adoptions.length }), undo: true },
                  )
                }
              >
                {text('adopt.confirm')}
              </Button>
            }
          >
            {text('adopt.text', { count: adoptions.length })}
          </Banner>
        )}
        {steps.length > 0 && (
          <div className="row">
            <Button onPress={() => openDialog({ kind: 'align-panel', serviceId: service.id })}>
              {text('panel.align')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
});
