import { useMemo, useState } from 'react';
import { foldFacts } from '../../../core/register/fold.ts';
import { Button, SearchField } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { fold } from '../../text/fold.ts';
import { text } from '../../text/text.ts';
import { saveServices } from './export-services.ts';
import { serviceRows } from './service-rows.ts';
import { ServicesTable } from './services-table.tsx';

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

/** The list of the customer area: every service with its "Gestisci" button. */
export function ServicesScreen() {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const [query, setQuery] = useState('');
  const services = useMemo(
    () => [...state.replica.services.values()].sort((a, b) => collator.compare(a.holder, b.holder)),
    [state],
  );
  const rows = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return serviceRows(
      state,
      services.filter((service) =>
        words.every((word) =>
          fold(`${service.holder} ${service.vatCode} ${text(`kind.${service.kind}`)}`).includes(word),
        ),
      ),
    );
  }, [state, services, query]);
  return (
    <Page
      title={text('services.title')}
      lead={text('services.lead')}
      actions={
        <>
          <SearchField label={text('services.search')} value={query} onChange={setQuery} />
          {simulated && (
            <Button onPress={() => go({ screen: 'first-purchase' })}>{text('services.first')}</Button>
          )}
          {!simulated && (
            <>
              {services.length > 0 && (
                <Button onPress={() => void saveServices(foldFacts(state.workspace.facts.values()).values())}>
                  {text('service-import.export')}
                </Button>
              )}
              <Button onPress={() => openDialog({ kind: 'service-data', serviceId: null })}>
                {text('register.new')}
              </Button>
              <Button kind="primary" onPress={() => go({ screen: 'import-services' })}>
                {text('service-import.title')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Card>
        {rows.length === 0 ? (
          <p className="empty muted">
            {text(services.length === 0 ? 'status.empty-text' : 'services.no-match')}
          </p>
        ) : (
          <ServicesTable scrolls rows={rows} today={state.today} action="manage" />
        )}
      </Card>
    </Page>
  );
}
