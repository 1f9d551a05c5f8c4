import { useEffect, useMemo } from 'react';
import { serviceKinds, type ServiceKind } from '../../../core/catalog/item.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Service } from '../../../core/services/service.ts';
import { compareNames } from '../../../core/register/arranged-by.ts';
import { memoInLanguage } from '../../components/memo-in-language.tsx';
import { SearchField } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { takeWhenIdle } from '../../shell/when-idle.ts';
import { useDesk } from '../../store/desk.ts';
import { showAll, showIn, useShownLists } from '../../store/shown-lists.ts';
import { useOpenedAnew } from '../../store/use-opened-anew.ts';
import { remembered } from '../../store/remembered.ts';
import { fold, searchWords } from '../../text/fold.ts';
import { foldedTexts } from '../../text/folded-texts.ts';
import { text } from '../../text/text.ts';
import { useArrangements } from '../register/arrangement/use-arrangements.ts';
import { ViewsButton } from '../views/views-button.tsx';
import { ArrangedServices } from './arranged-services.tsx';
import { rowLines } from './service-lines.ts';
import { serviceRows, type ServiceRow } from './service-rows.ts';
import { ServicesActions } from './services-actions.tsx';
import { ServicesTable } from './services-table.tsx';

const searched = foldedTexts(
  ({ service }: ServiceRow) => service,
  ({ holder, vatCode }: Service) => `${holder} ${vatCode}`,
);
/** All services of a kind share its words. */
const kindTexts = (): ReadonlyMap<ServiceKind, string> =>
  new Map(serviceKinds.map((kind) => [kind, fold(text(`kind.${kind}`))]));

const byName = remembered((services: AppState['replica']['services']) =>
  [...services.values()].sort((a, b) => compareNames(a.holder, b.holder)),
);
const rowsByName = remembered((state: AppState) => serviceRows(state, byName(state.replica.services)));

const Table = memoInLanguage(ServicesTable);

/** The list of the customer area: every service with its "Gestisci" button. */
export function ServicesScreen() {
  const state = useDesk((desk) => desk.state);
  const shown = useShownLists((lists) => lists.services);
  const { query } = shown;
  useOpenedAnew((byView) => {
    if (!byView) showAll('services');
  });
  const arrangements = useArrangements();
  const all = rowsByName(state);
  // Not deferred: the next key may already choose among the services found.
  const found = useMemo(() => {
    const words = searchWords(query);
    if (words.length === 0) return all;
    const [texts, kinds] = [searched.of(all), kindTexts()];
    const passing = all.filter(({ service }, index) =>
      words.every((word) => texts[index]?.includes(word) || kinds.get(service.kind)?.includes(word)),
    );
    return passing.length === all.length ? all : passing;
  }, [all, query]);
  const lines = useMemo(() => rowLines(found), [found]);
  useEffect(() => takeWhenIdle(searched.ready(all)), [all]);
  const search = (
    <SearchField
      label={text('services.search')}
      value={query}
      onChange={(typed) => showIn('services', { query: typed })}
    />
  );
  const arranged = arrangements !== null && all.length > 0;
  return (
    <Page
      wide
      title={text('services.title')}
      lead={text('services.lead')}
      actions={
        <>
          {arranged ? <ViewsButton shown={shown} /> : search}
          <ServicesActions some={all.length > 0} />
        </>
      }
    >
      {arranged ? (
        <ArrangedServices all={all} found={found} arrangements={arrangements} search={search} />
      ) : (
        <Card>
          {found.length === 0 ? (
            <p className="empty muted">
              {text(all.length === 0 ? 'status.empty-text' : 'services.no-match')}
            </p>
          ) : (
            <Table scrolls lines={lines} today={state.today} />
          )}
        </Card>
      )}
    </Page>
  );
}
