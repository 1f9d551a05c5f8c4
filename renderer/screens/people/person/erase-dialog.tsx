import type { PersonId } from '../../../../core/kernel/id.ts';
import { fullName } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { eraseFromBackups } from '../../../store/backups.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/** Asks before erasing a person, because no undo exists for it. */
export function EraseDialog({
  personId,
  onClose,
}: {
  readonly personId: PersonId;
  readonly onClose: () => void;
}) {
  const person = useDesk((desk) => desk.state.workspace.people.get(personId));

  async function erase(): Promise<void> {
    onClose();
    const done = await submit({ type: 'person/erase', personId }, { text: text('erase.done') });
    if (done) await eraseFromBackups();
  }

  return (
    <Modal
      title={text('erase.title', { name: person === undefined ? '' : fullName(person) })}
      onClose={onClose}
    >
      <p>{text('erase.text')}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="danger" isDisabled={person === undefined} onPress={() => void erase()}>
          {text('erase.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
