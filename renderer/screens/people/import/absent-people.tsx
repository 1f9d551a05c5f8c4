import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { fullName, type Person } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { dates, headers, shown } from './import-lines.tsx';
import { Tick } from './tick.tsx';

/**
 * The people whom the file does not name. The person ticks those who have left and says the day: one step,
 * which undo takes back at once.
 */
export function AbsentPeople({ people }: { readonly people: readonly Person[] }) {
  const today = useDesk((desk) => desk.state.today);
  const [ticked, setTicked] = useState<ReadonlySet<PersonId>>(new Set());
  const [day, setDay] = useState(dayText(today));
  const chosen = people.filter(({ id, end }) => end === null && ticked.has(id));
  const read = readDate(day);
  const end = read.ok ? read.value : null;
  const later = end === null ? undefined : chosen.find(({ start }) => start !== null && start > end);
  const problem =
    end === null
      ? text('input.bad-day', { text: day })
      : later === undefined
        ? undefined
        : text('import.left-before-start', { name: fullName(later) });

  async function markLeft(): Promise<void> {
    if (problem !== undefined || chosen.length === 0) return;
    const marked = await submit(
      { type: 'people/change', personIds: chosen.map(({ id }) => id), details: { end } },
      { text: text('import.marked-left', { count: chosen.length, day: dayText(end ?? today) }), undo: true },
    );
    if (marked) setTicked(new Set());
  }

  function tick(id: PersonId, on: boolean): void {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  }
  return (
    <>
      <Form
        className="card-body row row-end row-wrap"
        onSubmit={(event) => {
          event.preventDefault();
          void markLeft();
        }}
      >
        <TextField label={text('import.left-on')} value={day} onChange={setDay} error={problem} />
        <Button type="submit" isDisabled={problem !== undefined || chosen.length === 0}>
          {text('import.mark-left')}
        </Button>
        <span className="muted" role="status">
          {text('import.left-count', { count: chosen.length })}
        </span>
      </Form>
      <table className="table dense">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{text('import.mark-left')}</span>
            </th>
            {headers('absent').map((label) => (
              <th key={label}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.slice(0, shown).map((person) => (
            <tr key={person.id} data-quiet={person.end !== null}>
              <td>
                {person.end === null && (
                  <Tick
                    label={text('import.mark-left-named', { name: fullName(person) })}
                    checked={ticked.has(person.id)}
                    onChange={(on) => tick(person.id, on)}
                  />
                )}
              </td>
              <td className="strong nowrap">{fullName(person)}</td>
              <td className="free-text">{person.department}</td>
              <td className="free-text">{person.email}</td>
              <td className="free-text">{dates(person)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
