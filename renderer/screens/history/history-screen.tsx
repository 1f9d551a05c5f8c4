import { useMemo, useState } from 'react';
import type { PersonId } from '../../../core/kernel/id.ts';
import { fullName } from '../../../core/people/person.ts';
import { seatEvents, type HistoryEntry, type SeatEvent } from '../../../core/seats/history.ts';
import { Button } from '../../components/buttons.tsx';
import { SearchField, Select } from '../../components/controls.tsx';
import { MoreRows, useFirstRows } from '../../components/first-rows.tsx';
import { Banner, Card, Empty, Page } from '../../components/surfaces.tsx';
import { saveFile } from '../../store/save-file.ts';
import { useDesk } from '../../store/desk.ts';
import { useOpenedAnew } from '../../store/use-opened-anew.ts';
import { remembered } from '../../store/remembered.ts';
import { goUp } from '../../store/ui-store.ts';
import { writeCsv } from '../../../core/formats/spreadsheet/write-csv.ts';
import { fold, searchWords } from '../../text/fold.ts';
import { text } from '../../text/text.ts';
import { newestEvents } from './newest-events.ts';
import { byWords, eventWords, whenWords } from './history-words.ts';
import { Leavers } from './leavers.tsx';
import { LeavingPicture } from './leaving-picture.tsx';
import { PurchaseEvents } from './purchase-events.tsx';

/** The search and the export cover all of them. */
const shownAtOnce = 100;

const columns = [
  'history.col-when',
  'history.col-person',
  'history.col-service',
  'people.col-username',
  'history.event',
  'history.col-by',
] as const;

function cells(entry: HistoryEntry): readonly string[] {
  return [
    whenWords(entry.at),
    entry.personName,
    entry.holder,
    entry.username,
    eventWords(entry),
    byWords(entry),
  ];
}

const newestOf = remembered(newestEvents);

/** Who had which seat, when, and who changed it. Entries are only added, never changed (domain.md 8.7). */
export function HistoryScreen({ personId }: { readonly personId?: PersonId | undefined }) {
  const state = useDesk((desk) => desk.state);
  const person = personId === undefined ? undefined : state.workspace.people.get(personId);
  const [query, setQuery] = useState('');
  const [event, setEvent] = useState<SeatEvent | 'all'>('all');
  useOpenedAnew(() => {
    setQuery('');
    setEvent('all');
  });
  const newest = newestOf(state, personId);
  const found = useMemo(() => {
    const words = searchWords(query);
    return newest.filter(
      (entry) =>
        (event === 'all' || entry.event === event) &&
        words.every((word) => fold(`${entry.personName} ${entry.holder} ${entry.username}`).includes(word)),
    );
  }, [newest, query, event]);

  const label = (one: SeatEvent): string =>
    text(
      one === 'permissions'
        ? 'history.permissions-short'
        : one === 'username'
          ? 'history.username-short'
          : `history.${one}`,
    );
  const exportAll = (): Promise<boolean> =>
    saveFile({
      name: `storico-utenti-${state.today}.csv`,
      text: writeCsv([columns.map((column) => text(column)), ...found.map(cells)]),
    });

  return (
    <Page wide title={text('nav.history')} lead={text('history.lead', { count: newest.length })}>
      {person === undefined ? (
        <>
          <Leavers />
          <LeavingPicture />
        </>
      ) : (
        <Banner
          tone="accent"
          action={<Button onPress={() => goUp({ screen: 'history' })}>{text('history.everybody')}</Button>}
        >
          {text('history.only', { name: fullName(person) })}
        </Banner>
      )}
      {person === undefined && <PurchaseEvents />}
      {newest.length === 0 ? (
        <Card>
          <Empty title={text('history.empty-title')}>{text('history.empty-text')}</Empty>
        </Card>
      ) : (
        <Card
          title={text('history.events')}
          aside={
            <div className="row">
              <SearchField label={text('history.search')} value={query} onChange={setQuery} />
              <Select
                inline
                label={text('history.event')}
                value={event}
                choices={[
                  { id: 'all' as const, label: text('history.event-all') },
                  ...seatEvents.map((id) => ({ id, label: label(id) })),
                ]}
                onChange={setEvent}
              />
              <Button prints isDisabled={found.length === 0} onPress={() => void exportAll()}>
                {text('history.export')}
              </Button>
            </div>
          }
        >
          <HistoryTable entries={found} search={`${event} ${query}`} />
        </Card>
      )}
    </Page>
  );
}

/** The first entries as a table, more of them when asked. */
function HistoryTable({
  entries,
  search,
}: {
  readonly entries: readonly HistoryEntry[];
  /** What they were found by. */
  readonly search: string;
}) {
  const list = useFirstRows(entries, shownAtOnce, search);
  if (entries.length === 0) return <p className="card-body muted">{text('history.none-found')}</p>;
  return (
    <>
      <table className="table" aria-label={text('history.events')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{text(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.first.map((entry) => (
            <tr key={entry.id}>
              {cells(entry).map((cell, index) => (
                <td key={columns[index]} className={index === 1 ? 'strong' : index === 3 ? 'mono' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </>
  );
}
