import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { endsBeforeStart, fullName, type PeopleChange } from '../../../../core/people/person.ts';
import { Checkbox, TextField } from '../../../components/controls.tsx';
import { FormActions } from '../../../components/form-actions.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { useDepartments } from '../use-departments.ts';

/** Sets the same department or last day of work for several people, as one step. */
export function ChangePeopleDialog({
  personIds,
  onClose,
}: {
  readonly personIds: readonly PersonId[];
  readonly onClose: () => void;
}) {
  const staff = useDesk((desk) => desk.state.workspace.people);
  const departments = useDepartments();
  // Who was erased or merged meanwhile is no longer meant.
  const people = personIds.flatMap((id) => staff.get(id) ?? []);
  const leaving = people.filter((person) => person.end !== null).length;
  const [department, setDepartment] = useState('');
  const [typedEnd, setTypedEnd] = useState('');
  const [noEnd, setNoEnd] = useState(false);
  const [problem, setProblem] = useState<string>();

  /** What is wrong with the day, in words. */
  function problemOf(end: ReturnType<typeof readDate>): string | undefined {
    if (!end.ok) return text('input.bad-day', { text: typedEnd });
    const early = people.find(({ start }) => endsBeforeStart({ start, end: end.value }));
    return early && text('import.left-before-start', { name: fullName(early) });
  }

  async function save(): Promise<void> {
    const end = readDate(noEnd ? '' : typedEnd);
    const wrong = problemOf(end);
    setProblem(wrong);
    if (wrong !== undefined || !end.ok) return;
    const details: PeopleChange = {
      ...(department.trim() === '' ? {} : { department: department.trim() }),
      ...(end.value !== null || noEnd ? { end: end.value } : {}),
    };
    const nothing = Object.keys(details).length === 0 || people.length === 0;
    const saved =
      nothing ||
      (await submit(
        { type: 'people/change', personIds: people.map(({ id }) => id), details },
        { text: text('change-people.done', { count: people.length }), undo: true },
      ));
    if (saved) onClose();
  }

  return (
    <Modal title={text('change-people.title', { count: people.length })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="muted">{text('change-people.text')}</p>
        <TextField
          label={text('people.department')}
          placeholder={text('change-people.as-now')}
          autoFocus
          maxLength={100}
          suggestions={departments}
          value={department}
          onChange={setDepartment}
        />
        <TextField
          label={text('person.end')}
          placeholder={text('change-people.as-now')}
          isDisabled={noEnd}
          error={problem}
          value={typedEnd}
          onChange={setTypedEnd}
        />
        {leaving > 0 && (
          <Checkbox checked={noEnd} onChange={setNoEnd}>
            {text('change-people.no-end', { count: leaving })}
          </Checkbox>
        )}
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
