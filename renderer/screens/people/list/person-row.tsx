import type { StaffColumn } from '../../../../core/desk/rows/saved-view.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { Checkbox } from '../../../components/controls.tsx';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Badge, type Tone } from '../../../components/surfaces.tsx';
import { useUi } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { RowMark, type Lookers } from '../../shared/row-mark.tsx';
import type { PersonRow, PersonStanding } from './people-rows.ts';

const tones: Readonly<Record<PersonStanding, Tone>> = {
  assigned: 'ok',
  'to-create': 'soon',
  creating: 'accent',
  waiting: 'soon',
  'in-cart': 'accent',
  ordered: 'accent',
  leaving: 'soon',
  'left-holding': 'late',
  left: 'wait',
  'not-needed': 'wait',
};

/** The standing in words; `left` says since when. */
export const standingText = ({ standing, person: { end } }: PersonRow): string =>
  text(`seat.${standing}`, { day: end === null ? '' : dayText(end) });

/** A day as it stands in a column. */
export const dayOrNothing = (day: Day | null): string => (day === null ? '' : dayText(day));

export function Standing({ row }: { readonly row: PersonRow }) {
  return <Badge tone={tones[row.standing]}>{standingText(row)}</Badge>;
}

/** One person in the list. A click opens the detail. Only rows that change render. */
export const PersonRowView = memoInLanguage(function PersonRowView({
  row,
  columns,
  index,
  selected,
  shown,
  tabStop,
  lookers,
  onFocus,
  onToggle,
}: {
  readonly row: PersonRow;
  readonly columns: readonly StaffColumn[];
  readonly index: number;
  readonly selected: boolean;
  readonly shown: boolean;
  readonly tabStop: boolean;
  /** Who looks at the person now. Undefined: nobody. */
  readonly lookers: Lookers | undefined;
  readonly onFocus: (index: number) => void;
  readonly onToggle: (personId: PersonId) => void;
}) {
  const { person, name } = row;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-selected={selected}
      data-active={shown}
      tabIndex={tabStop ? 0 : -1}
      onFocus={() => onFocus(index)}
      onClick={({ target }) => {
        // A click at the checkbox comes twice: from its label and from its field.
        if (target instanceof Element && target.closest('label') !== null) return;
        useUi.setState({ personShown: person.id });
      }}
    >
      <td>
        <Checkbox
          tabStop={false}
          label={text('people.select', { name })}
          checked={selected}
          onChange={() => onToggle(person.id)}
        />
      </td>
      {columns.map((column) => cellOf(column, row, lookers))}
    </tr>
  );
});

/** A cell of a row. No component of its own: a list has hundreds. */
function cellOf(column: StaffColumn, row: PersonRow, lookers: Lookers | undefined) {
  const { person, name } = row;
  switch (column) {
    case 'name':
      return (
        <td key={column} className="strong two-lines marked">
          {name}
          <RowMark lookers={lookers} />
        </td>
      );
    case 'department':
    case 'email':
      return (
        <td key={column} className="muted two-lines">
          {person[column]}
        </td>
      );
    case 'start':
    case 'end':
      return (
        <td key={column} className="muted">
          {dayOrNothing(person[column])}
        </td>
      );
    case 'username':
      return (
        <td key={column} className="mono two-lines">
          <Username row={row} />
        </td>
      );
    case 'standing':
      return (
        <td key={column}>
          <Standing row={row} />
        </td>
      );
  }
}

/** The username. A person who needs a seat and has none yet reads that it is to be created. */
function Username({ row: { username, standing } }: { readonly row: PersonRow }) {
  if (username !== null) return username;
  if (standing === 'not-needed' || standing === 'left') return null;
  return <span className="faint">{text('people.to-create')}</span>;
}
