import type { StudioEntry } from '../../../core/bridge/studios.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { removeStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** A studio leaves the list only after a copy of it was saved (rule J1). */
export function RemoveStudioDialog({
  studio,
  onClose,
}: {
  readonly studio: StudioEntry;
  readonly onClose: () => void;
}) {
  return (
    <Modal title={text('studio.remove-title', { name: studio.name })} onClose={onClose}>
      <p>{text('studio.remove-text')}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button
          kind="primary"
          onPress={() => {
            onClose();
            void removeStudio(studio);
          }}
        >
          {text('studio.remove-go')}
        </Button>
      </div>
    </Modal>
  );
}
