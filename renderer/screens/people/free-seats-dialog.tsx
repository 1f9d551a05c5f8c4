import { boardOf } from '../../../core/app/seat-boards.ts';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { fullName } from '../../../core/people/person.ts';
import { Button } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/** Freeing a seat has an order: first the user goes in the panel, then the seat is free (domain.md 5, rule H5). */
export function FreeSeatsDialog({
  serviceId,
  personIds,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly personIds: readonly PersonId[];
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(serviceId);
  const board = service === undefined ? undefined : boardOf(state, service);
  const holders = personIds.flatMap((personId) => {
    const person = state.workspace.people.get(personId);
    const seat = board?.seatOf.get(personId);
    return person === undefined || seat === undefined ? [] : [{ person, seat }];
  });

  async function free(): Promise<void> {
    onClose();
    await submit(
      { type: 'seat/free', serviceId, personIds: holders.map(({ person }) => person.id) },
      { text: text('selection.freed', { count: holders.length }), undo: true },
    );
  }

  return (
    <Modal title={text('free.title', { count: holders.length })} onClose={onClose}>
      <p>{text('free.text', { usernames: holders.map(({ person, seat }) => `${seat.username} (${fullName(person)})`).join(', ') })}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" isDisabled={holders.length === 0} onPress={() => void free()}>
          {text('free.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
