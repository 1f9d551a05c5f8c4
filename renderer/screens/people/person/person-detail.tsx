import { useEffect } from 'react';
import type { PanelPlan, PanelStanding } from '../../../../core/seats/panel-plan.ts';
import type { SeatBoard } from '../../../../core/seats/plan-seats.ts';
import type { Seat } from '../../../../core/seats/seat.ts';
import { proposeUsername } from '../../../../core/seats/username.ts';
import type { Service } from '../../../../core/services/service.ts';
import { Button } from '../../../components/buttons.tsx';
import { inSight } from '../../../components/in-sight.ts';
import { Badge, Card, type Tone } from '../../../components/surfaces.tsx';
import { saveFile } from '../../../store/save-file.ts';
import { useDesk } from '../../../store/desk.ts';
import { openDialog, useUi } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { NoteField } from './note-field.tsx';
import { Standing } from '../list/person-row.tsx';
import { personData } from './person-data.ts';
import { AfterLeaving, OtherSeats } from './person-seats.tsx';
import type { PersonRow } from '../list/people-rows.ts';
import { RecentEvents } from './recent-events.tsx';

function workText({ start, end }: PersonRow['person']): string {
  if (start !== null && end !== null)
    return text('person-detail.from-to', { from: dayText(start), to: dayText(end) });
  if (start !== null) return text('person-detail.from', { from: dayText(start) });
  return end === null ? '–' : text('person-detail.to', { to: dayText(end) });
}

const tones: Readonly<Record<PanelStanding | 'none', Tone>> = {
  'to-create': 'soon',
  'to-change': 'soon',
  'to-delete': 'late',
  creating: 'accent',
  changing: 'accent',
  deleting: 'accent',
  active: 'ok',
  none: 'wait',
};

/** Closes the detail. The focus goes back to the row in the list. */
function closePerson(): void {
  if (useUi.getState().personShown === null) return;
  useUi.setState({ personShown: null });
  inSight('[data-index][tabindex="0"]')?.focus();
}

/** Escape closes the detail, unless it gives up what is typed or closes a dialog. */
function useEscape(): void {
  useEffect(() => {
    const onKey = ({ key, target, defaultPrevented }: KeyboardEvent): void => {
      if (key !== 'Escape' || defaultPrevented || useUi.getState().dialog !== null) return;
      if (target instanceof HTMLElement && !target.matches('input, textarea')) closePerson();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** One person: seat, username, permissions, the firm's note, the last events. */
export function PersonDetail({
  row,
  service,
  board,
  plan,
}: {
  readonly row: PersonRow;
  readonly service: Service | undefined;
  readonly board: SeatBoard | undefined;
  readonly plan: PanelPlan | undefined;
}) {
  const state = useDesk((desk) => desk.state);
  useEscape();
  const { person } = row;
  const seat = board?.seatOf.get(person.id);
  const standing = plan?.standing.get(person.id);
  const taken = new Set(
    [...state.workspace.usernames.values()]
      .filter((record) => record.serviceId === service?.id)
      .map((record) => record.username.toLowerCase()),
  );
  for (const user of service?.users ?? []) taken.add(user.username.toLowerCase());
  return (
    <Card
      title={row.name}
      aside={
        <div className="row">
          <small>{person.department}</small>
          <Button
            kind="quiet"
            aria-label={text('person-detail.close', { name: row.name })}
            onPress={closePerson}
          >
            {text('shell.close')}
          </Button>
        </div>
      }
    >
      <div className="card-body stack">
        <div className="row spread">
          <Standing row={row} />
          <Button onPress={() => openDialog({ kind: 'person', personId: person.id })}>
            {text('person-detail.edit')}
          </Button>
        </div>
        <dl className="facts">
          <dt>{text('person-detail.work')}</dt>
          <dd>{workText(person)}</dd>
          <dt>{text(seat === undefined ? 'person-detail.proposed' : 'person-detail.username')}</dt>
          <dd className="mono">{seat?.username ?? proposeUsername(person, taken)}</dd>
          {seat !== undefined && service !== undefined && (
            <>
              <dt>{text('panel.standing')}</dt>
              <dd>
                <Badge tone={tones[standing ?? 'none']}>{text(`panel.standing.${standing ?? 'none'}`)}</Badge>
              </dd>
            </>
          )}
        </dl>
        {service !== undefined && board !== undefined && (
          <AfterLeaving person={person} serviceId={service.id} board={board} />
        )}
        {seat !== undefined && <SeatDetail seat={seat} standing={standing} />}
        <OtherSeats personId={person.id} serviceId={service?.id} />
        <NoteField key={person.id} person={person} />
        <RecentEvents personId={person.id} />
        <div className="row row-wrap">
          <Button
            onPress={() =>
              void saveFile({
                name: `dati-${person.familyName}-${person.givenName}.txt`.replaceAll(
                  /[^\p{L}\p{N}.-]/gu,
                  '-',
                ),
                text: personData(state, person),
              })
            }
          >
            {text('person-data.export')}
          </Button>
          <Button onPress={() => openDialog({ kind: 'erase-person', personId: person.id })}>
            {text('erase.button')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** The permissions of a seat, and the buttons that change them and the username. */
function SeatDetail({
  seat,
  standing,
}: {
  readonly seat: Seat;
  readonly standing: PanelStanding | undefined;
}) {
  return (
    <div className="stack stack-small">
      <span className="muted">{text('person-detail.permissions')}</span>
      <div className="row row-wrap">
        {seat.permissions.map((permission) => (
          <Badge key={permission} tone="ok">
            {permissionText(permission)}
          </Badge>
        ))}
      </div>
      <div className="row row-wrap">
        <Button
          onPress={() =>
            openDialog({ kind: 'permissions', serviceId: seat.serviceId, personIds: [seat.personId] })
          }
        >
          {text('panel.permissions-edit')}
        </Button>
        {(standing === undefined || standing === 'to-create') && (
          <Button
            onPress={() =>
              openDialog({ kind: 'username', serviceId: seat.serviceId, personId: seat.personId })
            }
          >
            {text('panel.username-edit')}
          </Button>
        )}
      </div>
      <span className="faint">{text('person-detail.since', { day: dayText(seat.since) })}</span>
    </div>
  );
}
