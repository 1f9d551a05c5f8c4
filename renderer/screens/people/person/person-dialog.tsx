import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Day } from '../../../../core/kernel/day.ts';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { emailPattern, type PersonDetails } from '../../../../core/people/person.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import type { WaitingCommand } from '../../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../../bridge.ts';
import { TextField } from '../../../components/controls.tsx';
import { FormActions } from '../../../components/form-actions.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

type Draft = { readonly [K in keyof PersonDetails]: string };
type Problems = Readonly<Partial<Record<keyof PersonDetails, string>>>;

const asText = (day: Day | null | undefined): string =>
  day === null || day === undefined ? '' : dayText(day);

function check(draft: Draft): { readonly problems: Problems; readonly details: PersonDetails | null } {
  const problems: Partial<Record<keyof PersonDetails, string>> = {};
  for (const field of ['givenName', 'familyName'] as const)
    if (draft[field].trim() === '') problems[field] = text('input.required');
  if (!emailPattern.test(draft.email.trim())) problems.email = text('input.bad-email');
  const start = readDate(draft.start);
  const end = readDate(draft.end);
  if (!start.ok) problems.start = text('input.bad-day', { text: draft.start });
  if (!end.ok) problems.end = text('input.bad-day', { text: draft.end });
  if (start.ok && end.ok && start.value !== null && end.value !== null && end.value < start.value)
    problems.end = text('reject.end-before-start');
  if (Object.keys(problems).length > 0 || !start.ok || !end.ok) return { problems, details: null };
  const { givenName, familyName, email, department } = draft;
  return {
    problems,
    details: {
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      email: email.trim(),
      department: department.trim(),
      start: start.value,
      end: end.value,
    },
  };
}

/** The details of a refused command; undefined if it is gone or of another kind. */
const detailsOf = (row: WaitingCommand | undefined): Partial<PersonDetails> | undefined =>
  row?.command.type === 'person/add'
    ? (row.command as unknown as { readonly details: PersonDetails }).details
    : undefined;

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
  const known = useDesk((desk) =>
    personId !== null
      ? desk.state.workspace.people.get(personId)
      : again === null
        ? undefined
        : detailsOf(desk.state.workspace.waiting.get(again)),
  );
  const [draft, setDraft] = useState<Draft>({
    givenName: known?.givenName ?? '',
    familyName: known?.familyName ?? '',
    email: known?.email ?? '',
    department: known?.department ?? '',
    start: asText(known?.start),
    end: asText(known?.end),
  });
  const [problems, setProblems] = useState<Problems>({});

  async function save(): Promise<void> {
    const checked = check(draft);
    setProblems(checked.problems);
    if (checked.details === null) return;
    const name = `${checked.details.givenName} ${checked.details.familyName}`;
    const saved =
      personId === null
        ? await submit(
            { type: 'person/add', details: checked.details },
            { text: text('person.added', { name }), undo: true },
          )
        : await submit(
            { type: 'person/change', personId, details: checked.details },
            { text: text('person.changed', { name }), undo: true },
          );
    if (!saved) return;
    if (again !== null) await bridge.call('shared/let-go', { id: again });
    onClose();
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
          <TextField className="span-2" label={text('people.department')} {...field('department')} />
          <TextField label={text('person.start')} {...field('start')} />
          <TextField label={text('person.end')} {...field('end')} />
        </div>
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
