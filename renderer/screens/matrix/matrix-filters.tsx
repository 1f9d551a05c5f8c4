import { Checkbox, SearchField, Select } from '../../components/controls.tsx';
import { text } from '../../text/text.ts';
import { standingFilters, type MatrixView } from './matrix-data.ts';

const every = '*';
const sorts = ['name', 'department', 'seats'] as const;

/** What the filters above the grid choose. */
export interface FilteredView extends Omit<MatrixView, 'closed'> {
  readonly serviceQuery: string;
  /** True: also the services without seats. */
  readonly everyService: boolean;
}

export const firstView: FilteredView = {
  query: '',
  serviceQuery: '',
  department: null,
  standing: 'all',
  sort: 'name',
  grouped: false,
  everyService: false,
};

export function MatrixFilters({
  view: { query, serviceQuery, department, standing, sort, grouped, everyService },
  departments,
  onChange,
}: {
  readonly view: FilteredView;
  readonly departments: readonly string[];
  readonly onChange: (change: Partial<FilteredView>) => void;
}) {
  return (
    <div className="row spread row-wrap">
      <div className="row row-wrap">
        <SearchField
          label={text('people.search')}
          value={query}
          onChange={(typed) => onChange({ query: typed })}
        />
        <SearchField
          label={text('matrix.search-service')}
          value={serviceQuery}
          onChange={(typed) => onChange({ serviceQuery: typed })}
        />
        <Checkbox checked={everyService} onChange={(on) => onChange({ everyService: on })}>
          {text('matrix.every-service')}
        </Checkbox>
        <Checkbox checked={grouped} onChange={(on) => onChange({ grouped: on })}>
          {text('matrix.grouped')}
        </Checkbox>
      </div>
      <div className="row row-wrap">
        <Select
          inline
          label={text('people.department')}
          value={department ?? every}
          choices={[
            { id: every, label: text('people.department-all') },
            ...departments.map((name) => ({ id: name, label: name })),
          ]}
          onChange={(id) => onChange({ department: id === every ? null : id })}
        />
        <Select
          inline
          label={text('col.state')}
          value={standing}
          choices={standingFilters.map((id) => ({ id, label: text(`matrix.filter-${id}`) }))}
          onChange={(id) => onChange({ standing: id })}
        />
        <Select
          inline
          label={text('matrix.sort')}
          value={typeof sort === 'object' ? 'service' : sort}
          choices={[
            ...sorts.map((id) => ({ id, label: text(`matrix.sort-${id}`) })),
            ...(typeof sort === 'object' ? [{ id: 'service' as const, label: sort.service.holder }] : []),
          ]}
          onChange={(id: (typeof sorts)[number] | 'service') => {
            if (id !== 'service') onChange({ sort: id });
          }}
        />
      </div>
    </div>
  );
}
