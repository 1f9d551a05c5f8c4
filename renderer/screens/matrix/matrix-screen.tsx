import { useMemo, useState } from 'react';
import { useDepartments } from '../people/use-departments.ts';
import { Button } from '../../components/buttons.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { fold, searchWords } from '../../text/fold.ts';
import { text } from '../../text/text.ts';
import { PeopleViews } from '../people/list/people-views.tsx';
import { DraftBar } from './draft-bar.tsx';
import { allServices, lazyBoards, matrixRows, seatServices, totalsOf } from './matrix-data.ts';
import { cellMarks } from './matrix-cell.tsx';
import { firstView, MatrixFilters, type FilteredView } from './matrix-filters.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { toggleSeats } from './toggle-seats.ts';

/**
 * All people on all services. The marked changes become a plan, which is shown before anything is applied.
 */
export function MatrixScreen() {
  const state = useDesk((desk) => desk.state);
  const [view, setView] = useState(firstView);
  const { query, serviceQuery, department, standing, sort, grouped, everyService } = view;
  const change = (part: Partial<FilteredView>): void => setView((before) => ({ ...before, ...part }));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());

  const boards = useMemo(() => lazyBoards(state), [state]);
  const inUse = useMemo(() => seatServices(state), [state]);
  const totals = useMemo(() => totalsOf(inUse, boards), [inUse, boards]);
  const services = useMemo(() => {
    const words = searchWords(serviceQuery);
    const all = everyService ? allServices(state) : inUse;
    return words.length === 0
      ? all
      : all.filter(({ holder }) => words.every((word) => fold(holder).includes(word)));
  }, [state, inUse, everyService, serviceQuery]);
  const rows = useMemo(
    () => matrixRows(state, { query, department, standing, sort, grouped, closed }, totals, boards),
    [state, query, department, standing, sort, grouped, closed, totals, boards],
  );
  const departments = useDepartments();
  const shownPeople = rows.reduce((count, row) => (row.kind === 'person' ? count + 1 : count), 0);

  function group(name: string): void {
    const next = new Set(closed);
    if (!next.delete(name)) next.add(name);
    setClosed(next);
  }

  if (state.workspace.people.size === 0 || inUse.length + services.length === 0) return <NothingToRelate />;

  return (
    <Page
      wide
      title={text('people.title')}
      lead={text('matrix.lead', { people: shownPeople, services: services.length })}
      actions={
        <div className="row">
          <PeopleViews />
          <Button onPress={() => openDialog({ kind: 'seat-rules' })}>{text('seat-rules.open')}</Button>
        </div>
      }
    >
      <MatrixFilters view={view} departments={departments} onChange={change} />
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
            onSort={(service) => change({ sort: { service } })}
            onToggle={(block) => toggleSeats(state, rows, services, block)}
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
        <ul className="legend card-body" aria-label={text('matrix.legend')}>
          {cellMarks.map((status) => (
            <li key={status}>
              <span className="cell-mark" data-status={status} aria-hidden="true" />{' '}
              {text(`matrix.${status}`)}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

function NothingToRelate() {
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
