import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PersonId } from '../../../../core/kernel/id.ts';
import {
  fullName,
  type Person,
  type PersonChange,
  type PersonDetails,
} from '../../../../core/people/person.ts';
import type { WaitingCommand } from '../../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../../bridge.ts';
import { TextField } from '../../../components/controls.tsx';
import { FormActions } from '../../../components/form-actions.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { changedFields } from '../../../store/changed-fields.ts';
import { useDesk } from '../../../store/desk.ts';
import { toast } from '../../../store/ui-store.ts';
import { refusalText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { useDepartments } from '../use-departments.ts';
import { checkPerson, dayOrNothing, type PersonDraft, type PersonProblems } from './person-draft.ts';

/** The details of a refused command; undefined if it is gone or of another kind. */
const detailsOf = (row: WaitingCommand | undefined): Partial<PersonDetails> | undefined =>
  row?.command.type === 'person/add'
    ? (row.command as unknown as { readonly details: PersonDetails }).details
    : undefined;

/** True if nothing is wrong: also if nothing was changed. */
async function change({ id: personId }: Person, details: PersonChange, name: string): Promise<boolean> {
  return (
    Object.keys(details).length === 0 ||
    (await submit(
      { type: 'person/change', personId, details },
      { text: text('person.changed', { name }), undo: true },
    ))
  );
}

/** Adds a person, or gives the refused command `again` with these details. */
async function add(details: PersonDetails, name: string, again: string | null): Promise<boolean> {
  const command = { type: 'person/add', details } as const;
  const done = text('person.added', { name });
  if (again === null) return submit(command, { text: done, undo: true });
  const given = await bridge.call('shared/again', { id: again, instead: command });
  toast(given.ok ? done : refusalText(given.error), { tone: given.ok ? 'plain' : 'late' });
  return given.ok;
}

/**
 * Adds a person, or corrects one if `personId` is given. `again`: the refused command whose details fill the
 * form; it leaves the tray once the person is added.
 */
export function PersonDialog({
  personId,
  again,
  onClose,
}: {
  readonly personId: PersonId | null;
  readonly again: string | null;
  readonly onClose: () => void;
}) {
  const person = useDesk((desk) =>
    personId === null ? undefined : desk.state.workspace.people.get(personId),
  );
  const refused = useDesk((desk) =>
    again === null ? undefined : detailsOf(desk.state.workspace.waiting.get(again)),
  );
  // As it was when the dialog opened: what the person changes is what differs from it.
  const [before] = useState(person);
  const known = before ?? refused;
  const [draft, setDraft] = useState<PersonDraft>({
    givenName: known?.givenName ?? '',
    familyName: known?.familyName ?? '',
    email: known?.email ?? '',
    department: known?.department ?? '',
    start: dayOrNothing(known?.start),
    end: dayOrNothing(known?.end),
  });
  const [problems, setProblems] = useState<PersonProblems>({});
  const departments = useDepartments();

  async function save(): Promise<void> {
    const checked = checkPerson(draft);
    setProblems(checked.problems);
    if (checked.details === null) return;
    const name = fullName(checked.details);
    const saved =
      before !== undefined
        ? await change(before, changedFields<PersonDetails>(before, checked.details), name)
        : await add(checked.details, name, again);
    if (saved) onClose();
  }

  const field = (name: keyof PersonDetails) => ({
    value: draft[name],
    error: problems[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <Modal title={text(personId === null ? 'person.new' : 'person.edit')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="form-grid">
          <TextField label={text('person.given')} autoFocus {...field('givenName')} />
          <TextField label={text('person.family')} {...field('familyName')} />
          <TextField className="span-2" label={text('person.email')} {...field('email')} />
          <TextField
            className="span-2"
            label={text('people.department')}
            suggestions={departments}
            {...field('department')}
          />
          <TextField label={text('person.start')} {...field('start')} />
          <TextField label={text('person.end')} {...field('end')} />
        </div>
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
