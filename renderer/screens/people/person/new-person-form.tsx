import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { fullName, type PersonDetails } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { make } from '../../../store/actions.ts';
import { text } from '../../../text/text.ts';
import { checkPerson, type PersonDraft, type PersonProblems } from './person-draft.ts';

const fields = [
  ['givenName', 'person.given'],
  ['familyName', 'person.family'],
  ['email', 'person.email'],
  ['department', 'people.department'],
] as const;

/** The first word is taken for the given name, the others for the family name: both can be corrected. */
function draftOf(typed: string): PersonDraft {
  const [givenName = '', ...rest] = typed.trim().split(/\s+/);
  return { givenName, familyName: rest.join(' '), email: '', department: '', start: '', end: '' };
}

/** Adds a person in the middle of something else. `typed`: the name that was searched for. */
export function NewPersonForm({
  typed,
  submitText,
  onAdded,
  onBack,
}: {
  readonly typed: string;
  readonly submitText: string;
  readonly onAdded: (personId: PersonId, name: string) => void;
  readonly onBack: () => void;
}) {
  const [draft, setDraft] = useState<PersonDraft>(() => draftOf(typed));
  const [problems, setProblems] = useState<PersonProblems>({});
  // The cursor begins at the first field that the search has not filled.
  const [first] = useState(() => fields.find(([name]) => draft[name] === '')?.[0]);

  async function add(): Promise<void> {
    const checked = checkPerson(draft);
    setProblems(checked.problems);
    const { details } = checked;
    if (details === null) return;
    const personId = await addPerson(details);
    if (personId !== null) onAdded(personId, fullName(details));
  }

  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="form-grid">
        {fields.map(([name, label]) => (
          <TextField
            key={name}
            label={text(label)}
            autoFocus={name === first}
            value={draft[name]}
            error={problems[name]}
            onChange={(value) => setDraft({ ...draft, [name]: value })}
          />
        ))}
      </div>
      <div className="dialog-actions">
        <Button onPress={onBack}>{text('shell.back')}</Button>
        <Button kind="primary" type="submit">
          {submitText}
        </Button>
      </div>
    </Form>
  );
}

/** The id of the added person; null if the desk refused, which it has said. */
async function addPerson(details: PersonDetails): Promise<PersonId | null> {
  const made = await make({ type: 'person/add', details });
  return (made?.people?.[0] as PersonId | undefined) ?? null;
}
