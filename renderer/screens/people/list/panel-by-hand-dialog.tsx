import { useRef } from 'react';
import { panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { fullName } from '../../../../core/people/person.ts';
import { usersAfter, type PanelStep } from '../../../../core/seats/panel-plan.ts';
import type { Service } from '../../../../core/services/service.ts';
import { copyElement } from '../../../components/copy.ts';
import { Button } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { detailOf, permissionsText, stepTones } from './panel-step-words.ts';

/** Records that a step was done in the panel: the users there are a fact, told by the person. */
const tellDone = (service: Service, step: PanelStep, today: Day): Promise<boolean> =>
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
 * The changes that a person makes in Aruba's panel one by one (rule K, step 8): username and address to copy,
 * permissions in words; a password is never asked. Each is told as done when it is.
 */
export function PanelByHandDialog({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(serviceId);
  const steps = service === undefined ? [] : panelPlanOf(state, service).steps;
  return (
    <Modal title={text('panel.by-hand-named', { holder: service?.holder ?? '' })} onClose={onClose} large>
      <p>{text(steps.length === 0 ? 'panel.in-step' : 'panel.by-hand-lead', { count: steps.length })}</p>
      {service !== undefined && steps.length > 0 && (
        <div className="dialog-list">
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
        </div>
      )}
      <div className="dialog-actions">
        <Button kind="primary" onPress={onClose}>
          {text('shell.close')}
        </Button>
      </div>
    </Modal>
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
