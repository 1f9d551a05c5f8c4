import type { ReactNode } from 'react';
import type { Command } from '../../../core/desk/command.ts';
import { renewalFilters } from '../../../core/desk/rows/saved-view.ts';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import { paymentMethods } from '../../../core/orders/payment.ts';
import { SearchField, Select } from '../../components/controls.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { submit } from '../../store/actions.ts';
import { text } from '../../text/text.ts';
import { ArrangementSelects } from '../register/arrangement/arrangement-selects.tsx';
import { NoticeSelect } from './notice-select.tsx';
import type { ShownRenewals } from './use-shown-renewals.ts';

/** In months. The last one is the longest. */
const horizons = ['12', '24', '36', '60', '120'] as const;
export const longestHorizon = Number(horizons.at(-1));

const choose = (choice: Extract<Command, { type: 'plan/choose' }>['choice']): void =>
  void submit({ type: 'plan/choose', choice });

/** The filters of the list and the choices of the plan, then `children`. A choice is stored at once. */
export function PlanFilters({
  shown: { query, setQuery, filter, setFilter, arranged, rows },
  all,
  choices,
  onYears,
  children,
}: {
  readonly shown: ShownRenewals;
  /** The number of services without any filter. */
  readonly all: number;
  readonly choices: RenewalChoices;
  /** Called when the list of years opens and when it closes. */
  readonly onYears: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="row row-wrap">
        <SearchField label={text('matrix.search-service')} value={query} onChange={setQuery} />
        <Select
          inline
          label={text('renewal-plan.show')}
          value={filter}
          choices={renewalFilters.map((id) => ({ id, label: text(`renewal-plan.filter-${id}`) }))}
          onChange={setFilter}
        />
        <Select
          inline
          label={text('renewal-plan.method')}
          value={choices.method}
          choices={paymentMethods.map((id) => ({ id, label: text(`method.${id}`) }))}
          onChange={(method) => choose({ method })}
        />
        <NoticeSelect
          inline
          months={choices.noticeMonths}
          onChange={(noticeMonths) => choose({ noticeMonths })}
        />
        <Select
          inline
          label={text('renewal-plan.horizon')}
          value={String(choices.horizonMonths) as (typeof horizons)[number]}
          choices={horizons.map((id) => ({
            id,
            label: text('renewal-plan.years', { count: Number(id) / 12 }),
          }))}
          onChange={(id) => choose({ horizonMonths: Number(id) })}
          onShow={onYears}
        />
        {children}
      </div>
      {arranged !== null && (
        <FilterBar active={arranged.active} onClear={arranged.clear} count={rows.length} all={all}>
          <ArrangementSelects
            filters={arranged.filters}
            choices={arranged.choices}
            onChange={arranged.setFilters}
          />
        </FilterBar>
      )}
    </>
  );
}
