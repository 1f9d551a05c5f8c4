import type { Duplicate } from '../../../../core/people/duplicates.ts';
import { fullName } from '../../../../core/people/person.ts';
import { Radios } from '../../../components/radios.tsx';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import {
  fieldText,
  mergeFields,
  placesOf,
  type MergeChoices,
  type MergeField,
  type Side,
} from './merge-choices.ts';

/**
 * Two rows of the staff list side by side. The person chooses the value of each field. Seats and needs
 * follow by themselves.
 */
export function MergeTable({
  pair,
  choices,
  onChoose,
}: {
  readonly pair: Duplicate;
  readonly choices: MergeChoices;
  readonly onChoose: (field: MergeField, side: Side) => void;
}) {
  const state = useDesk((desk) => desk.state);
  const [first, second] = pair.people;
  const places = pair.people.map((person) => placesOf(state, person));
  const notes = pair.people.map(({ id }) => state.workspace.notes.get(id)?.text ?? '');
  const follows = [
    { label: 'duplicates.holds' as const, values: places.map(({ seats }) => seats.join(', ')) },
    { label: 'duplicates.needs' as const, values: places.map(({ needs }) => needs.join(', ')) },
    { label: 'duplicates.note' as const, values: notes },
  ].filter(({ values }) => values.some((value) => value !== ''));
  return (
    <table className="table" aria-label={text('duplicates.table')}>
      <thead>
        <tr>
          <th>{text('duplicates.field')}</th>
          <th>
            <span className="sides">
              <span>{fullName(first)}</span>
              <span>{fullName(second)}</span>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {mergeFields.map(({ field, label }) => {
          const values = { first: fieldText(first, field), second: fieldText(second, field) };
          return (
            <tr key={field}>
              <td className="strong nowrap">{text(label)}</td>
              <td>
                {values.first === values.second ? (
                  <span className="muted">{values.first}</span>
                ) : (
                  <Radios
                    sides
                    label={`${text(label)}: ${text('duplicates.stays')}`}
                    value={choices[field]}
                    choices={(['first', 'second'] as const).map((side) => ({
                      id: side,
                      label: <span className="wrap-anywhere">{values[side]}</span>,
                    }))}
                    onChange={(side) => onChoose(field, side)}
                  />
                )}
              </td>
            </tr>
          );
        })}
        {follows.map(({ label, values }) => (
          <tr key={label}>
            <td className="strong nowrap">{text(label)}</td>
            <td>
              <span className="sides muted">
                {values.map((value, index) => (
                  <span key={pair.people[index]?.id} className="wrap-anywhere">
                    {value === '' ? text('duplicates.nothing') : value}
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
