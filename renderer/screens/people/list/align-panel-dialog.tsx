import { panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { fullName } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { detailOf, stepTones } from './panel-step-words.ts';
import { PanelByHandDialog } from './panel-by-hand-dialog.tsx';

const mostShown = 200;

/**
 * Brings the panel in step with the seats: by the vendor's API, or by hand in Aruba's pages in a studio of
 * one's own.
 */
export function AlignPanelDialog(props: { readonly serviceId: ServiceId; readonly onClose: () => void }) {
  const simulated = useDesk((desk) => desk.simulated);
  return simulated ? <SendToPanelDialog {...props} /> : <PanelByHandDialog {...props} />;
}

/** Shows every change of the panel in words before it is sent. */
function SendToPanelDialog({
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
                      <Badge tone={stepTones[step.kind]}>{text(`panel.do-${step.kind}`)}</Badge>
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
