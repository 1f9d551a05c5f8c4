import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { isLeaving, type Person } from '../../../../core/people/person.ts';
import type { Seat } from '../../../../core/seats/seat.ts';
import type { SeatBoard } from '../../../../core/seats/plan-seats.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { openDialog, useUi } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/** What comes after the last day of somebody who leaves soon and holds the user of this service. */
export function AfterLeaving({
  person,
  serviceId,
  board,
}: {
  readonly person: Person;
  readonly serviceId: ServiceId;
  readonly board: SeatBoard;
}) {
  const today = useDesk((desk) => desk.state.today);
  if (person.end === null || !isLeaving(person, today) || !board.seatOf.has(person.id)) return null;
  // The users of those who have left already go first.
  const awaited = board.missing.length > board.leavers.length;
  return (
    <Banner
      tone="soon"
      action={
        <Button onPress={() => openDialog({ kind: 'free-seats', serviceId, personIds: [person.id] })}>
          {text('after-leaving.free')}
        </Button>
      }
    >
      {text(awaited ? 'after-leaving.awaited' : 'after-leaving.text', { day: dayText(person.end) })}
    </Banner>
  );
}

/** The other services where the person holds a user. A click shows the staff of that service. */
export function OtherSeats({
  personId,
  serviceId,
}: {
  readonly personId: PersonId;
  readonly serviceId: ServiceId | undefined;
}) {
  const { workspace, replica } = useDesk((desk) => desk.state);
  const others: Seat[] = [];
  // Twenty thousand seats: no list of all of them is made.
  for (const seat of workspace.seats.values())
    if (seat.personId === personId && seat.serviceId !== serviceId) others.push(seat);
  if (others.length === 0) return null;
  return (
    <div className="stack stack-small">
      <span className="muted">{text('other-seats.title')}</span>
      <ul className="stack stack-small" aria-label={text('other-seats.title')}>
        {others.map((seat) => (
          <li key={seat.serviceId} className="row spread">
            <button
              type="button"
              className="link"
              onClick={() => useUi.setState({ peopleService: seat.serviceId })}
            >
              {replica.services.get(seat.serviceId)?.holder ?? seat.serviceId}
            </button>
            <span className="mono">{seat.username}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
