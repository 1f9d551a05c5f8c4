import { panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { PanelByHand } from './panel-by-hand.tsx';

/** All changes that a person makes in the panel of a service by hand. */
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
          <PanelByHand service={service} steps={steps} />
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
