import { useRef } from 'react';
import type { Day } from '../../../../core/kernel/day.ts';
import { fullName } from '../../../../core/people/person.ts';
import { usersAfter, type PanelStep } from '../../../../core/seats/panel-plan.ts';
import type { Service } from '../../../../core/services/service.ts';
import { copyElement } from '../../../components/copy.ts';
import { Button } from '../../../components/buttons.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { detailOf, permissionsText, stepTones } from './panel-step-words.ts';

/** Records that a step was done in the panel: the users there are a fact, told by the person. */
export const tellDone = (service: Service, step: PanelStep, today: Day): Promise<boolean> =>
  submit(
    {
      type: 'register/record',
      asOf: today,
      entries: [
        {
          about: service.id,
          details: { panelUsers: usersAfter(service.users, step) },
          source: { kind: 'typed' },
          evidence: {},
        },
      ],
    },
    { text: text(`panel.done-${step.kind}`, { username: step.username }), undo: true },
  );

/**
 * Changes that a person makes in Aruba's panel one by one (rule K, step 8): username and address to copy,
 * permissions in words; a password is never asked. Each is told as done when it is.
 */
export function PanelByHand({
  service,
  steps,
}: {
  readonly service: Service;
  readonly steps: readonly PanelStep[];
}) {
  const state = useDesk((desk) => desk.state);
  return (
    <table className="table" aria-label={text('panel.steps')}>
      <thead>
        <tr>
          <th>{text('panel.col-do')}</th>
          <th>{text('people.col-name')}</th>
          <th>{text('people.col-username')}</th>
          <th>{text('panel.col-detail')}</th>
          <th>
            <span className="visually-hidden">{text('col.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const person = state.workspace.people.get(step.personId);
          return (
            <tr key={step.username}>
              <td>
                <Badge tone={stepTones[step.kind]}>{text(`panel.do-${step.kind}`)}</Badge>
              </td>
              <td className="strong nowrap">{person === undefined ? '' : fullName(person)}</td>
              <td>
                <Copied value={step.username} />
              </td>
              <td className="muted">
                {step.kind === 'create' ? (
                  <>
                    <Copied value={step.user.email} />
                    {permissionsText(step.user.permissions)}
                  </>
                ) : (
                  detailOf(step, state)
                )}
              </td>
              <td className="actions">
                <Button
                  aria-label={text('panel.done-named', { username: step.username })}
                  onPress={() => void tellDone(service, step, state.today)}
                >
                  {text('panel.done')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A value with a button that copies it. */
function Copied({ value }: { readonly value: string }) {
  const shown = useRef<HTMLSpanElement>(null);
  return (
    <span className="row">
      <span className="mono" ref={shown}>
        {value}
      </span>
      <Button
        aria-label={text('panel.copy-named', { value })}
        onPress={() => {
          if (shown.current !== null && copyElement(shown.current)) toast(text('panel.copied', { value }));
        }}
      >
        {text('panel.copy')}
      </Button>
    </span>
  );
}
