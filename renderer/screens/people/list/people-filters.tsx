// What the list of people can be asked for. Each part renders only when it changes: the letters of a search
// do not go through ten thousand services again.
import { standingFilters, type StandingFilter } from '../../../../core/desk/rows/saved-view.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Chips } from '../../../components/chips.tsx';
import { Select } from '../../../components/controls.tsx';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { matches, type PersonRow } from './people-rows.ts';

const everyDepartment = '*';

export const DepartmentChoice = memoInLanguage(function DepartmentChoice({
  departments,
  value,
  onChange,
}: {
  readonly departments: readonly string[];
  /** Null: all of them. One that nobody has any more is still shown: a saved view may name it. */
  readonly value: string | null;
  readonly onChange: (department: string | null) => void;
}) {
  const offered = value === null || departments.includes(value) ? departments : [...departments, value];
  return (
    <Select
      inline
      label={text('people.department')}
      value={value ?? everyDepartment}
      choices={[
        { id: everyDepartment, label: text('people.department-all') },
        ...offered.map((name) => ({ id: name, label: name })),
      ]}
      onChange={(name) => onChange(name === everyDepartment ? null : name)}
    />
  );
});

/** How many people each filter of the list has. */
export const StandingChips = memoInLanguage(function StandingChips({
  rows,
  filter,
  onFilter,
}: {
  readonly rows: readonly PersonRow[];
  readonly filter: StandingFilter;
  readonly onFilter: (filter: StandingFilter) => void;
}) {
  return (
    <Chips
      label={text('people.filters')}
      choices={standingFilters.map((id) => ({
        id,
        label: text(`people.${id}`, {
          count: countText(rows.filter((row) => matches(row.standing, id)).length),
        }),
      }))}
      value={filter}
      onChange={onFilter}
    />
  );
});
