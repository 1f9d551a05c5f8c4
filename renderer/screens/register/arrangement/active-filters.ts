import type { ActiveFilter } from '../../../components/filter-bar.tsx';
import { arrangementFields } from '../../../../core/register/arrangement.ts';
import type { ArrangementFilters } from '../../../../core/register/arranged-by.ts';
import { text } from '../../../text/text.ts';
import { fieldText } from '../fact-words.ts';
import { arrangedText } from './arrangement-words.ts';
import { withFilter, type FilterChoices } from './filter-choices.ts';

/** The filters that are on, in words. A value that no service has any more is shown by its key. */
export const activeFilters = (
  filters: ArrangementFilters,
  choices: FilterChoices,
  onChange: (filters: ArrangementFilters) => void,
): readonly ActiveFilter[] =>
  arrangementFields.flatMap((field) => {
    const key = filters[field];
    if (key === undefined) return [];
    const known = choices[field].find(({ id }) => id === key)?.label;
    return {
      text: text('arrangement.said', {
        field: fieldText(field),
        value: known ?? arrangedText(field, key === '' ? null : key),
      }),
      remove: () => onChange(withFilter(filters, field, null)),
    };
  });

/** The search as one of the filters that are on. */
export const activeSearch = (query: string, remove: () => void): readonly ActiveFilter[] =>
  query.trim() === '' ? [] : [{ text: text('arrangement.search-on', { query: query.trim() }), remove }];
