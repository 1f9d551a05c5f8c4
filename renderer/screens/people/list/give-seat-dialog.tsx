import { useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { boardOf, panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { fullName, hasLeft, type Person } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { fold, searchWords } from '../../../text/fold.ts';
import { text } from '../../../text/text.ts';
import { NewPersonForm } from '../person/new-person-form.tsx';

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

/** The option for somebody whom the staff list does not have. */
const newPerson = 'new';
type Option = { readonly id: typeof newPerson } | (Candidate & { readonly id: PersonId });

/**
 * "A chi?": gives a free user to the chosen person, and creates it in the panel if that is ticked. Somebody
 * whom the staff list does not have is added here.
 */
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
    const words = searchWords(query);
    return candidates
      .filter(({ person }) =>
        words.every((word) => fold(`${fullName(person)} ${person.department}`).includes(word)),
      )
      .slice(0, most);
  }, [candidates, query]);
  const free = service === undefined ? 0 : boardOf(state, service).free;
  const [adding, setAdding] = useState(false);

  async function give(personId: PersonId, name: string): Promise<void> {
    const given = { text: text('give-seat.done', { name }), undo: true };
    if (!(await submit({ type: 'seat/assign', serviceId, personIds: [personId] }, given))) return;
    if (create) await createUser(serviceId, personId);
    if (free <= 1) return onClose();
    setQuery('');
    setAdding(false);
  }

  const title = text('give-seat.title', { holder: service?.holder ?? '' });
  if (adding)
    return (
      <Modal title={title} onClose={onClose}>
        <NewPersonForm
          typed={query}
          submitText={text('person.add-and-give')}
          onAdded={(personId, name) => void give(personId, name)}
          onBack={() => setAdding(false)}
        />
      </Modal>
    );
  const options: readonly Option[] =
    found.length === 0 && query.trim() !== ''
      ? [{ id: newPerson }]
      : found.map((one) => ({ ...one, id: one.person.id }));

  return (
    <Modal title={title} onClose={onClose}>
      <p className="muted">{text('give-seat.lead', { count: free })}</p>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="palette-field" aria-label={text('give-seat.who')} autoFocus>
          <Input className="palette-input" placeholder={text('give-seat.who')} />
        </TextField>
        <ListBox
          className="palette-list"
          aria-label={text('give-seat.who')}
          items={options}
          onAction={(id) => {
            const one = found.find(({ person }) => person.id === id);
            if (one !== undefined) void give(one.person.id, fullName(one.person));
            else if (id === newPerson) setAdding(true);
          }}
          renderEmptyState={() => <p className="empty muted">{text('people.no-match')}</p>}
        >
          {(option) =>
            'person' in option ? (
              <ListBoxItem className="option" textValue={fullName(option.person)}>
                <span>
                  {fullName(option.person)} <span className="faint">{option.person.department}</span>
                </span>
                {option.waits && <span className="faint">{text('seat.waiting')}</span>}
              </ListBoxItem>
            ) : (
              // The text that the search compares: what is typed, so that the entry stays.
              <ListBoxItem className="option" textValue={query}>
                {text('person.new-named', { name: query.trim() })}
              </ListBoxItem>
            )
          }
        </ListBox>
      </Autocomplete>
      {simulated && (
        <Checkbox checked={create} onChange={setCreate}>
          {text('give-seat.create')}
        </Checkbox>
      )}
      <div className="dialog-actions">
        <Button onPress={() => setAdding(true)}>{text('person.new')}</Button>
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
