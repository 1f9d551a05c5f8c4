import type { SharedMember } from '../../../core/shared/members.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { askMembers } from '../../store/members.ts';
import { text } from '../../text/text.ts';

/** Asks before a member loses the studio: what was not sent yet does not arrive. */
export function EndAccessDialog({
  member: { account, name },
  onClose,
}: {
  readonly member: SharedMember;
  readonly onClose: () => void;
}) {
  async function end(): Promise<void> {
    await askMembers({ kind: 'end', account });
    onClose();
  }
  return (
    <Modal title={text('members.end-title', { name })} onClose={onClose}>
      <p>{text('members.end-text', { name })}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="danger" onPress={() => void end()}>
          {text('members.end-go')}
        </Button>
      </div>
    </Modal>
  );
}
