import { useMemo, useState } from 'react';
import { departmentsOf } from '../../../core/people/departments.ts';
import { seatId } from '../../../core/seats/seat.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button, Checkbox, SearchField, Select } from '../../components/controls.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { markCells, useSeatDraft } from '../../store/seat-draft.ts';
import { go, openDialog, toast, useUi } from '../../store/ui-store.ts';
import { fold } from '../../text/fold.ts';
import { text } from '../../text/text.ts';
import { PeopleViews } from '../people/list/people-views.tsx';
import { DraftBar } from './draft-bar.tsx';
import {
  allServices,
  lazyBoards,
  matrixRows,
  seatServices,
  standingFilters,
  totalsOf,
  type MatrixSort,
  type StandingFilter,
} from './matrix-data.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import type { Block } from './use-cells.ts';

const every = '*';
const sorts = ['name', 'department', 'seats'] as const;

/**
 * All people on all services. The marked changes become a plan, which is shown before anything is applied.
 */
export function MatrixScreen() {
  const state = useDesk((desk) => desk.state);
  const [query, setQuery] = useState('');
  const [serviceQuery, setServiceQuery] = useState('');
  const [department, setDepartment] = useState(every);
  const [standing, setStanding] = useState<StandingFilter>('all');
  const [sort, setSort] = useState<MatrixSort>('name');
  const [grouped, setGrouped] = useState(false);
  const [everyService, setEveryService] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());

  const boards = useMemo(() => lazyBoards(state), [state]);
  const inUse = useMemo(() => seatServices(state), [state]);
  const totals = useMemo(() => totalsOf(inUse, boards), [inUse, boards]);
  const services = useMemo(() => {
    const words = fold(serviceQuery).split(/\s+/).filter(Boolean);
    const all = everyService ? allServices(state) : inUse;
    return words.length === 0
      ? all
      : all.filter(({ holder }) => words.every((word) => fold(holder).includes(word)));
  }, [state, inUse, everyService, serviceQuery]);
  const rows = useMemo(
    () =>
      matrixRows(
        state,
        { query, department: department === every ? null : department, standing, sort, grouped, closed },
        totals,
        boards,
      ),
    [state, query, department, standing, sort, grouped, closed, totals, boards],
  );
  const departments = useMemo(() => departmentsOf(state.workspace.people.values()), [state]);
  const shownPeople = rows.reduce((count, row) => (row.kind === 'person' ? count + 1 : count), 0);

  /** Gives seats to the whole rectangle. Takes them back if everybody in it already has one. */
  function toggle(block: Block): void {
    const { cells } = useSeatDraft.getState();
    const { seats, needs } = state.workspace;
    const found: {
      readonly service: Service;
      readonly row: Extract<(typeof rows)[number], { kind: 'person' }>;
      readonly has: boolean;
      readonly wants: boolean;
    }[] = [];
    for (const row of rows.slice(block.top, block.bottom + 1)) {
      if (row.kind !== 'person') continue;
      for (const service of services.slice(block.left - 1, block.right)) {
        const id = seatId(service.id, row.person.id);
        const has = seats.has(id) || needs.has(id);
        found.push({ service, row, has, wants: cells.get(id)?.seat ?? has });
      }
    }
    const give =
      !found.filter(({ row }) => !row.left).every(({ wants }) => wants) && found.some(({ row }) => !row.left);
    const marks = found
      .filter(({ row, has }) => !(give && row.left && !has))
      .map(({ service, row, has }) => ({
        serviceId: service.id,
        personId: row.person.id,
        seat: give,
        already: has === give,
      }));
    if (found.length > 0 && marks.every(({ already }) => already) && cells.size === 0)
      toast(text('matrix.nothing-to-mark'));
    markCells(marks);
  }

  function group(name: string): void {
    const next = new Set(closed);
    if (!next.delete(name)) next.add(name);
    setClosed(next);
  }

  if (state.workspace.people.size === 0 || inUse.length + services.length === 0) {
    return (
      <Page title={text('people.title')} actions={<PeopleViews />}>
        <Card>
          <Empty
            title={text('matrix.none-title')}
            action={<Button onPress={() => go({ screen: 'import' })}>{text('people.import')}</Button>}
          >
            {text('matrix.none-text')}
          </Empty>
        </Card>
      </Page>
    );
  }

  const sortId = typeof sort === 'object' ? 'service' : sort;
  return (
    <Page
      title={text('people.title')}
      lead={text('matrix.lead', { people: shownPeople, services: services.length })}
      actions={
        <div className="row">
          <PeopleViews />
          <Button onPress={() => openDialog({ kind: 'seat-rules' })}>{text('seat-rules.open')}</Button>
        </div>
      }
    >
      <div className="row spread row-wrap">
        <div className="row row-wrap">
          <SearchField label={text('people.search')} value={query} onChange={setQuery} />
          <SearchField
            label={text('matrix.search-service')}
            value={serviceQuery}
            onChange={setServiceQuery}
          />
          <Checkbox checked={everyService} onChange={setEveryService}>
            {text('matrix.every-service')}
          </Checkbox>
          <Checkbox checked={grouped} onChange={setGrouped}>
            {text('matrix.grouped')}
          </Checkbox>
        </div>
        <div className="row row-wrap">
          <Select
            inline
            label={text('people.department')}
            value={department}
            choices={[
              { id: every, label: text('people.department-all') },
              ...departments.map((name) => ({ id: name, label: name })),
            ]}
            onChange={setDepartment}
          />
          <Select
            inline
            label={text('col.state')}
            value={standing}
            choices={standingFilters.map((id) => ({ id, label: text(`matrix.filter-${id}`) }))}
            onChange={setStanding}
          />
          <Select
            inline
            label={text('matrix.sort')}
            value={sortId}
            choices={[
              ...sorts.map((id) => ({ id, label: text(`matrix.sort-${id}`) })),
              ...(typeof sort === 'object' ? [{ id: 'service' as const, label: sort.service.holder }] : []),
            ]}
            onChange={(id: (typeof sorts)[number] | 'service') => {
              if (id !== 'service') setSort(id);
            }}
          />
        </div>
      </div>
      <Card>
        <DraftBar />
        {rows.length === 0 || services.length === 0 ? (
          <p className="empty muted">{text(rows.length === 0 ? 'people.no-match' : 'matrix.no-service')}</p>
        ) : (
          <MatrixGrid
            rows={rows}
            services={services}
            boards={boards}
            sortedBy={typeof sort === 'object' ? sort.service : null}
            onSort={(service) => setSort({ service })}
            onToggle={toggle}
            onOpen={(row, service) => {
              useUi.setState(({ peopleService }) => ({
                personShown: row.person.id,
                peopleService: service?.id ?? peopleService,
              }));
              go({ screen: 'people' });
            }}
            onGroup={group}
          />
        )}
      </Card>
    </Page>
  );
}
