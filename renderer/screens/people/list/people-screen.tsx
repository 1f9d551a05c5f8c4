import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { StandingFilter } from '../../../../core/desk/rows/saved-view.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { boardOf, panelPlanOf, seatIndex } from '../../../../core/desk/seats/seat-boards.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { phaseOf } from '../../../../core/services/lifecycle.ts';
import type { Service } from '../../../../core/services/service.ts';
import { Button } from '../../../components/buttons.tsx';
import { SearchField } from '../../../components/controls.tsx';
import { Card, Empty, Page } from '../../../components/surfaces.tsx';
import { takeWhenIdle } from '../../../shell/when-idle.ts';
import { useDesk } from '../../../store/desk.ts';
import { remembered } from '../../../store/remembered.ts';
import { searchStaff, showAll, showIn, useShownLists } from '../../../store/shown-lists.ts';
import { useOpenedAnew } from '../../../store/use-opened-anew.ts';
import { go, openDialog, useUi } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { ViewsButton } from '../../views/views-button.tsx';
import { ServiceSelect } from '../../services/service-select.tsx';
import { DuplicatesBanner } from '../duplicates/duplicates-banner.tsx';
import { DepartmentChoice, StandingChips } from './people-filters.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { shownColumns } from './people-columns.ts';
import { personRows, readyRows, shownRows, sortedRows, type Sort } from './people-rows.ts';
import { PanelCard } from './panel-card.tsx';
import { PeopleViews } from './people-views.tsx';
import { PersonDetail } from '../person/person-detail.tsx';
import { useDepartments } from '../use-departments.ts';
import { SeatPlan } from './seat-plan.tsx';
import { SelectionBar } from './selection-bar.tsx';

const nobody: ReadonlySet<PersonId> = new Set();
const sortedBy = remembered(sortedRows);
const showService = (id: ServiceId): void => useUi.setState({ peopleService: id });
const showDepartment = (department: string | null): void => showIn('people', { department });
const filterBy = (standing: StandingFilter): void => showIn('people', { standing });
const sortBy = (sort: Sort): void => showIn('people', { sort });

/** The staff list and one service: who has a user, who waits, who has left, and what to do about it. */
export function PeopleScreen() {
  const simulated = useDesk((desk) => desk.simulated);
  const chosen = useUi((ui) => ui.peopleService);
  const shown = useUi((ui) => ui.personShown);
  const asked = useShownLists((lists) => lists.people);
  const query = useShownLists((lists) => lists.staffSearch);
  const { standing, department, sort, columns } = asked;
  const [selected, setSelected] = useState<ReadonlySet<PersonId>>(nobody);

  const { services, service, index, board, plan, rows } = useSeatsOf(chosen);
  const departments = useDepartments();
  const sorted = sortedBy(rows, sort);
  // Not deferred: the next key may already choose among the people found.
  const visible = useMemo(
    () => shownRows(sorted, { standing, department, query }),
    [sorted, standing, department, query],
  );
  useOpenedAnew((byView) => {
    if (!byView) showAll('people');
    setSelected(nobody);
  });
  useEffect(() => takeWhenIdle(readyRows(rows, shownColumns(columns))), [rows, columns]);
  const unselect = useCallback((personIds: readonly PersonId[]) => {
    const done = new Set(personIds);
    setSelected((now) => new Set([...now].filter((id) => !done.has(id))));
  }, []);
  const selection = useMemo(() => rows.filter((row) => selected.has(row.person.id)), [rows, selected]);
  const detail = useMemo(() => rows.find((row) => row.person.id === shown), [rows, shown]);

  if (rows.length === 0) {
    return (
      <Page title={text('people.title')}>
        <Card>
          <Empty title={text('people.none-title')} action={<Actions exportable={false} quiet={false} />}>
            {text('people.none-text')}
          </Empty>
        </Card>
      </Page>
    );
  }

  return (
    <Page
      wide
      title={text('people.title')}
      lead={text('people.lead', {
        people: rows.length,
        bought: board?.bought ?? 0,
        waiting: board?.waiting.length ?? 0,
      })}
      actions={
        <Actions exportable quiet={selection.length > 0}>
          <ViewsButton shown={{ ...asked, serviceId: service?.id ?? null }} />
        </Actions>
      }
    >
      <DuplicatesBanner />
      <div className="row spread row-wrap">
        <StandingChips rows={rows} filter={standing} onFilter={filterBy} />
        <div className="row">
          <SearchField label={text('people.search')} value={query} onChange={searchStaff} />
          <ServiceSelect
            inline
            label={text('people.service')}
            services={services}
            value={service?.id ?? null}
            onChange={showService}
          />
          <DepartmentChoice departments={departments} value={department} onChange={showDepartment} />
        </div>
      </div>
      <div className="split">
        <Card>
          {service !== undefined && board !== undefined && (
            <SelectionBar rows={selection} service={service} onDone={unselect} />
          )}
          <PeopleGrid
            rows={visible}
            selected={selected}
            onSelect={setSelected}
            sort={sort}
            onSort={sortBy}
            shown={shown}
            all={rows}
            chosenColumns={columns}
          />
        </Card>
        <div className="stack">
          {detail !== undefined && (
            <div className="drawer">
              <PersonDetail key={detail.person.id} row={detail} service={service} board={board} plan={plan} />
            </div>
          )}
          {service !== undefined && board !== undefined && plan !== undefined && (
            <>
              <SeatPlan service={service} board={board} index={index} />
              {simulated && <PanelCard service={service} board={board} plan={plan} />}
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

const servicesOf = remembered(({ replica, today }: AppState) =>
  [...replica.services.values()].filter((service) => phaseOf(service, today) !== 'deleted'),
);
const serviceIn = remembered(
  (services: readonly Service[], chosen: ServiceId | null) =>
    services.find(({ id }) => id === chosen) ?? services[0],
);
const indexOf = remembered(seatIndex);
const seatsOn = remembered(boardOf);
const panelOf = remembered(panelPlanOf);
const rowsOf = remembered(personRows);

/** The people beside the chosen service, or beside the first one: seats, panel, rows of the list. */
function useSeatsOf(chosen: ServiceId | null) {
  const state = useDesk((desk) => desk.state);
  const services = servicesOf(state);
  const service = serviceIn(services, chosen);
  const index = indexOf(state);
  const board = service === undefined ? undefined : seatsOn(state, service, index);
  const plan = service === undefined ? undefined : panelOf(state, service, index, board);
  const rows = rowsOf(state, board, plan);
  return { services, service, index, board, plan, rows };
}

function Actions({
  exportable,
  quiet,
  children,
}: {
  readonly exportable: boolean;
  /** While people are selected, the primary button is theirs. */
  readonly quiet: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="row">
      {children}
      <PeopleViews />
      {exportable && (
        <Button prints onPress={() => openDialog({ kind: 'export-people' })}>
          {text('people.export')}
        </Button>
      )}
      <Button onPress={() => openDialog({ kind: 'person', personId: null })}>{text('people.new')}</Button>
      <Button kind={quiet ? 'plain' : 'primary'} onPress={() => go({ screen: 'import' })}>
        {text('people.import')}
      </Button>
    </div>
  );
}
