import { useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { boardOf, panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { fullName, hasLeft, type Person } from '../../../../core/people/person.ts';
import { Button, Checkbox } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { fold } from '../../../text/fold.ts';
import { text } from '../../../text/text.ts';

/** Nobody reads more names: the next letter finds fewer. */
const most = 8;

interface Candidate {
  readonly person: Person;
  readonly waits: boolean;
}

/** Who can take a seat: the people who wait, in the order in which they wait, then the others by name. */
function candidatesOf(state: AppState, serviceId: ServiceId): readonly Candidate[] {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return [];
  const { waiting, seatOf } = boardOf(state, service);
  const queue = new Map(waiting.map((id, place) => [id, place]));
  return [...state.workspace.people.values()]
    .filter((person) => !seatOf.has(person.id) && !hasLeft(person, state.today))
    .map((person) => ({ person, place: queue.get(person.id) ?? Number.MAX_SAFE_INTEGER }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        `${a.person.familyName} ${a.person.givenName}`.localeCompare(
          `${b.person.familyName} ${b.person.givenName}`,
          'it',
        ),
    )
    .map(({ person }) => ({ person, waits: queue.has(person.id) }));
}

/** "A chi?": gives a free user to the chosen person, and creates it in the panel if that is ticked. */
export function GiveSeatDialog({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const [query, setQuery] = useState('');
  const [create, setCreate] = useState(simulated);
  const service = state.replica.services.get(serviceId);
  const candidates = useMemo(() => candidatesOf(state, serviceId), [state, serviceId]);
  const found = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return candidates
      .filter(({ person }) =>
        words.every((word) => fold(`${fullName(person)} ${person.department}`).includes(word)),
      )
      .slice(0, most);
  }, [candidates, query]);
  const free = service === undefined ? 0 : boardOf(state, service).free;

  async function give({ person }: Candidate): Promise<void> {
    const name = fullName(person);
    const given = { text: text('give-seat.done', { name }), undo: true };
    if (!(await submit({ type: 'seat/assign', serviceId, personIds: [person.id] }, given))) return;
    if (create) await createUser(serviceId, person.id);
    if (free <= 1) onClose();
    else setQuery('');
  }

  return (
    <Modal title={text('give-seat.title', { holder: service?.holder ?? '' })} onClose={onClose}>
      <p className="muted">{text('give-seat.lead', { count: free })}</p>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="palette-field" aria-label={text('give-seat.who')} autoFocus>
          <Input className="palette-input" placeholder={text('give-seat.who')} />
        </TextField>
        <ListBox
          className="palette-list"
          aria-label={text('give-seat.who')}
          items={found.map((one) => ({ ...one, id: one.person.id }))}
          onAction={(id) => {
            const one = found.find(({ person }) => person.id === id);
            if (one !== undefined) void give(one);
          }}
          renderEmptyState={() => <p className="empty muted">{text('people.no-match')}</p>}
        >
          {({ person, waits }) => (
            <ListBoxItem className="option" textValue={fullName(person)}>
              <span>
                {fullName(person)} <span className="faint">{person.department}</span>
              </span>
              {waits && <span className="faint">{text('seat.waiting')}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {simulated && (
        <Checkbox checked={create} onChange={setCreate}>
          {text('give-seat.create')}
        </Checkbox>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
      </div>
    </Modal>
  );
}

/** Sends the user of a new seat to the panel. */
async function createUser(serviceId: ServiceId, personId: PersonId): Promise<void> {
  const { state } = useDesk.getState();
  const service = state.replica.services.get(serviceId);
  const steps = service === undefined ? [] : panelPlanOf(state, service).steps;
  const usernames = steps.flatMap((step) =>
    step.kind === 'create' && step.personId === personId ? [step.username] : [],
  );
  if (usernames.length > 0) await submit({ type: 'panel/align', serviceId, usernames });
}
