import { isOwnStudio } from '../../../../core/desk/pending/outgoing.ts';
import { boardOf, panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { fullName } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/**
 * Frees seats in the required order: the user is deleted in the panel first, then the seat is free
 * (domain.md 5, rule H5). In a studio of one's own a person deletes the user in the panel (rule J2).
 */
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
  const plan = service === undefined ? undefined : panelPlanOf(state, service);
  const inPanel = new Set(service?.users.map(({ username }) => username.toLowerCase()));
  const holders = personIds.flatMap((personId) => {
    const person = state.workspace.people.get(personId);
    const seat = board?.seatOf.get(personId);
    if (person === undefined || seat === undefined || plan?.standing.get(personId) === 'deleting') return [];
    return [
      {
        personId,
        words: `${seat.username} (${fullName(person)})`,
        there: inPanel.has(seat.username.toLowerCase()),
      },
    ];
  });
  const inPanelStill = holders.filter((holder) => holder.there);
  const [there, byHand] = isOwnStudio(state) ? [[], inPanelStill] : [inPanelStill, []];
  const elsewhere = holders.filter((holder) => !holder.there);
  const list = (some: typeof holders) => some.map(({ words }) => words).join(', ');

  async function free(): Promise<void> {
    onClose();
    const done =
      there.length > 0
        ? text('free-seats.sent', { count: there.length })
        : text('selection.freed', { count: holders.length });
    await submit(
      { type: 'seat/free', serviceId, personIds: holders.map(({ personId }) => personId) },
      { text: done, undo: true },
    );
  }

  return (
    <Modal title={text('free-seats.title', { count: holders.length })} onClose={onClose}>
      {there.length > 0 && <p>{text('free-seats.panel', { usernames: list(there) })}</p>}
      {byHand.length > 0 && <p>{text('free-seats.by-hand', { usernames: list(byHand) })}</p>}
      {elsewhere.length > 0 && <p>{text('free-seats.now', { usernames: list(elsewhere) })}</p>}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" isDisabled={holders.length === 0} onPress={() => void free()}>
          {text(there.length > 0 ? 'free-seats.confirm' : 'free-seats.confirm-now')}
        </Button>
      </div>
    </Modal>
  );
}
