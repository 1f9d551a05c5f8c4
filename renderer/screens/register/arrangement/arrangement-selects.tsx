import { arrangementFields } from '../../../../core/register/arrangement.ts';
import type { ArrangementFilters } from '../../../../core/register/arranged-by.ts';
import { FilterSelect } from '../../../components/filter-select.tsx';
import { fieldText } from '../fact-words.ts';
import { withFilter, type FilterChoices } from './filter-choices.ts';

/** One filter for each of account, payer, access way and caretaker. */
export function ArrangementSelects({
  filters,
  choices,
  onChange,
}: {
  readonly filters: ArrangementFilters;
  readonly choices: FilterChoices;
  readonly onChange: (filters: ArrangementFilters) => void;
}) {
  return arrangementFields.map((field) => (
    <FilterSelect
      key={field}
      label={fieldText(field)}
      value={filters[field] ?? null}
      choices={choices[field]}
      onChange={(key) => onChange(withFilter(filters, field, key))}
    />
  ));
}
