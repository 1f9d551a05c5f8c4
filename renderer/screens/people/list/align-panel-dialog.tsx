import type { AppState } from '../../../../core/desk/rows/state.ts';
import { panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { emailKey, fullName, hasLeft } from '../../../../core/people/person.ts';
import type { PanelStep } from '../../../../core/seats/panel-plan.ts';
import { samePermissions, type PanelPermission } from '../../../../core/services/permission.ts';
import { Button } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { Badge, type Tone } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';

const tones: Readonly<Record<PanelStep['kind'], Tone>> = { create: 'ok', change: 'accent', delete: 'late' };
const mostShown = 200;

const listed = (permissions: readonly PanelPermission[]): string =>
  text('panel.permissions', { list: permissions.map(permissionText).join(', ') });

function detailOf(step: PanelStep, { workspace, today }: AppState): string {
  if (step.kind === 'delete') {
    const person = workspace.people.get(step.personId);
    const left = person !== undefined && hasLeft(person, today) && person.end !== null;
    return left ? text('panel.why-left', { day: dayText(person.end) }) : text('panel.why-freed');
  }
  const { user } = step;
  if (step.kind === 'create') return `${user.email}, ${listed(user.permissions)}`;
  const { before } = step;
  const parts = [
    emailKey(before.email) === emailKey(user.email)
      ? ''
      : text('panel.email', { before: before.email, after: user.email }),
    samePermissions(before.permissions, user.permissions) ? '' : listed(user.permissions),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Shows every change of the panel in words before it is sent. */
export function AlignPanelDialog({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(serviceId);
  const steps = service === undefined ? [] : panelPlanOf(state, service).steps;

  async function send(): Promise<void> {
    const usernames = steps.map(({ username }) => username);
    if (
      await submit(
        { type: 'panel/align', serviceId, usernames },
        { text: text('panel.aligned', { count: usernames.length }), undo: true },
      )
    )
      onClose();
  }

  return (
    <Modal title={text('panel.align-named', { holder: service?.holder ?? '' })} onClose={onClose} large>
      {steps.length === 0 ? (
        <p>{text('panel.in-step')}</p>
      ) : (
        <p>{text('panel.align-lead', { count: steps.length })}</p>
      )}
      {steps.length > 0 && (
        <div className="dialog-list">
          <table className="table" aria-label={text('panel.steps')}>
            <thead>
              <tr>
                <th>{text('panel.col-do')}</th>
                <th>{text('people.col-name')}</th>
                <th>{text('people.col-username')}</th>
                <th>{text('panel.col-detail')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.slice(0, mostShown).map((step) => {
                const person = state.workspace.people.get(step.personId);
                return (
                  <tr key={step.username}>
                    <td>
                      <Badge tone={tones[step.kind]}>{text(`panel.do-${step.kind}`)}</Badge>
                    </td>
                    <td className="strong nowrap">{person === undefined ? '' : fullName(person)}</td>
                    <td className="mono">{step.username}</td>
                    <td className="muted">{detailOf(step, state)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {steps.length > mostShown && (
            <p className="muted">{text('panel.more', { count: steps.length - mostShown })}</p>
          )}
        </div>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" isDisabled={steps.length === 0} onPress={() => void send()}>
          {text('panel.align-confirm', { count: steps.length })}
        </Button>
      </div>
    </Modal>
  );
}
