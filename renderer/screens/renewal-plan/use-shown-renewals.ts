import { useMemo } from 'react';
import type { RenewalFilter } from '../../../core/desk/rows/saved-view.ts';
import type { Arrangements } from '../../../core/register/arrangement.ts';
import type { ArrangementFilters } from '../../../core/register/arranged-by.ts';
import type { ActiveFilter } from '../../components/filter-bar.tsx';
import { showAll, showIn, useShownLists } from '../../store/shown-lists.ts';
import { useOpenedAnew } from '../../store/use-opened-anew.ts';
import { text } from '../../text/text.ts';
import { activeFilters, activeSearch } from '../register/arrangement/active-filters.ts';
import { filterChoices, type FilterChoices } from '../register/arrangement/filter-choices.ts';
import { found, type RenewalRow } from './renewal-rows.ts';

/** What the list of renewals shows, and the filters that say so. */
export interface ShownRenewals {
  readonly rows: readonly RenewalRow[];
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly filter: RenewalFilter;
  readonly setFilter: (filter: RenewalFilter) => void;
  /** The filters by account, payer, access way and caretaker. Null in a sample studio. */
  readonly arranged: {
    readonly filters: ArrangementFilters;
    readonly setFilters: (filters: ArrangementFilters) => void;
    readonly choices: FilterChoices;
    readonly active: readonly ActiveFilter[];
    readonly clear: () => void;
  } | null;
}

const setQuery = (query: string): void => showIn('renewals', { query });
const setFilter = (filter: RenewalFilter): void => showIn('renewals', { filter });
const setFilters = (filters: ArrangementFilters): void => showIn('renewals', { filters });
const clear = (): void => showAll('renewals');

export function useShownRenewals(
  all: readonly RenewalRow[],
  arrangements: Arrangements | null,
): ShownRenewals {
  const query = useShownLists(({ renewals }) => renewals.query);
  const filter = useShownLists(({ renewals }) => renewals.filter);
  const filters = useShownLists(({ renewals }) => renewals.filters);
  const rows = useMemo(() => found(all, query, filter, filters), [all, query, filter, filters]);
  const own = arrangements !== null;
  const choices = useMemo(
    () => (own ? filterChoices(all.map(({ arrangement }) => arrangement)) : null),
    [all, own],
  );
  const shown = { rows, query, setQuery, filter, setFilter };
  useOpenedAnew((byView) => {
    if (!byView) clear();
  });
  if (choices === null) return { ...shown, arranged: null };

  const state: readonly ActiveFilter[] =
    filter === 'all'
      ? []
      : [
          {
            text: text('arrangement.said', {
              field: text('renewal-plan.show'),
              value: text(`renewal-plan.filter-${filter}`),
            }),
            remove: () => setFilter('all'),
          },
        ];
  const active = [
    ...activeSearch(query, () => setQuery('')),
    ...state,
    ...activeFilters(filters, choices, setFilters),
  ];
  return { ...shown, arranged: { filters, setFilters, choices, active, clear } };
}
