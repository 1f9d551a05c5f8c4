// What the list of people can be asked for. Each part renders only when it changes: the letters of a search
// do not go through ten thousand services again.
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Chips } from '../../../components/chips.tsx';
import { Select } from '../../../components/controls.tsx';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { matches, type PersonRow, type StandingFilter } from './people-rows.ts';

const filters: readonly StandingFilter[] = ['all', 'assigned', 'waiting', 'left'];
export const everyDepartment = '*';

export const DepartmentChoice = memoInLanguage(function DepartmentChoice({
  departments,
  value,
  onChange,
}: {
  readonly departments: readonly string[];
  readonly value: string;
  readonly onChange: (department: string) => void;
}) {
  return (
    <Select
      inline
      label={text('people.department')}
      value={value}
      choices={[
        { id: everyDepartment, label: text('people.department-all') },
        ...departments.map((name) => ({ id: name, label: name })),
      ]}
      onChange={onChange}
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
      choices={filters.map((id) => ({
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
