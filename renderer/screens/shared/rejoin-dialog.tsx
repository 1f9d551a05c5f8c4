import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { rejoinStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';
import { JoinForm } from './join-form.tsx';

/** Joins again with a desk that the server does not know any more: what waits goes on its way. */
export function RejoinDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title={text('shared-studio.rejoin')} onClose={onClose}>
      <JoinForm
        className="stack"
        join={rejoinStudio}
        onJoined={onClose}
        focused
        lead={<p className="muted">{text('shared-studio.rejoin-lead')}</p>}
      >
        {(busy, empty) => (
          <div className="dialog-actions">
            <Button onPress={onClose}>{text('shell.close')}</Button>
            <Button kind="primary" type="submit" isDisabled={busy || empty}>
              {text(busy ? 'shared-studio.joining' : 'shared-studio.join')}
            </Button>
          </div>
        )}
      </JoinForm>
    </Modal>
  );
}
