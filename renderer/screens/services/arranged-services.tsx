import { useMemo, type ReactNode } from 'react';
import { serviceGroupings, type ServicesShown } from '../../../core/desk/rows/saved-view.ts';
import { arrangementOf, type Arrangements } from '../../../core/register/arrangement.ts';
import { arrangedBy, passesFilters } from '../../../core/register/arranged-by.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { FilterBar, NoMatch } from '../../components/filter-bar.tsx';
import { Card } from '../../components/surfaces.tsx';
import { showAll, showIn, useShownLists } from '../../store/shown-lists.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { activeFilters, activeSearch } from '../register/arrangement/active-filters.ts';
import { arrangementLine } from '../register/arrangement/arrangement-words.ts';
import { ArrangementSelects } from '../register/arrangement/arrangement-selects.tsx';
import { filterChoices } from '../register/arrangement/filter-choices.ts';
import { fieldText } from '../register/fact-words.ts';
import { groupedLines, rowLines, type ServiceHead } from './service-lines.ts';
import type { ServiceRow } from './service-rows.ts';
import { foldServices, keepOffset, lastOffset, useFolded } from './services-place.ts';
import { ServicesTable } from './services-table.tsx';

const show = (change: Partial<ServicesShown>): void => showIn('services', change);
const clear = (): void => showAll('services');

/** The services of a studio of one's own, filtered and grouped by how they are looked after (rule J5). */
export function ArrangedServices({
  all,
  found,
  arrangements,
  search,
}: {
  readonly all: readonly ServiceRow[];
  /** The rows that the search lets through. */
  readonly found: readonly ServiceRow[];
  readonly arrangements: Arrangements;
  readonly search: ReactNode;
}) {
  const today = useDesk((desk) => desk.state.today);
  const shown = useShownLists((lists) => lists.services);
  const { query, filters, grouping } = shown;
  const folded = useFolded(grouping);
  const of = useMemo(
    () =>
      ({ service }: ServiceRow) =>
        arrangementOf(arrangements, service.id),
    [arrangements],
  );
  const choices = useMemo(() => filterChoices(all.map(of)), [all, of]);
  const rows = useMemo(() => found.filter((row) => passesFilters(of(row), filters)), [found, of, filters]);
  const lines = useMemo(
    () => (grouping === 'none' ? rowLines(rows) : groupedLines(rows, grouping, of, folded, today)),
    [rows, grouping, of, folded, today],
  );

  const filterBy = (next: typeof filters): void => show({ filters: next });
  const active = [
    ...activeSearch(query, () => show({ query: '' })),
    ...activeFilters(filters, choices, filterBy),
  ];
  function foldGroup({ key, open }: ServiceHead): void {
    const after = new Set(folded);
    if (open) after.add(key);
    else after.delete(key);
    foldServices(grouping, after);
  }
  function foldAll(): void {
    const keys = grouping === 'none' ? [] : arrangedBy(rows, grouping, of).map(({ key }) => key);
    foldServices(grouping, new Set(folded.size > 0 ? [] : keys));
  }

  return (
    <>
      <FilterBar active={active} onClear={clear} count={rows.length} all={all.length}>
        {search}
        <ArrangementSelects filters={filters} choices={choices} onChange={filterBy} />
        <Select
          inline
          label={text('renewal-plan.group')}
          value={grouping}
          choices={serviceGroupings.map((id) => ({
            id,
            label: id === 'none' ? text('renewal-plan.group-none') : fieldText(id),
          }))}
          onChange={(by) => show({ grouping: by })}
        />
        {grouping !== 'none' && (
          <Button onPress={foldAll}>
            {text(folded.size > 0 ? 'renewal-plan.unfold-all' : 'renewal-plan.fold-all')}
          </Button>
        )}
      </FilterBar>
      <Card>
        {rows.length === 0 ? (
          <NoMatch active={active} onClear={clear} />
        ) : (
          <ServicesTable
            // What is shown anew starts at its top. What a person comes back to is where it was.
            key={JSON.stringify(shown)}
            scrolls
            lines={lines}
            today={today}
            below={(row) => arrangementLine(of(row))}
            onFold={foldGroup}
            offset={lastOffset(shown)}
            onOffset={(offset) => keepOffset(shown, offset)}
          />
        )}
      </Card>
    </>
  );
}
