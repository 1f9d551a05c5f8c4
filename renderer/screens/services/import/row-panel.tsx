import type { ReactNode } from 'react';
import { cleanCell } from '../../../../core/formats/spreadsheet/cell.ts';
import { keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { Fact } from '../../../../core/register/fact.ts';
import { fields, type Field } from '../../../../core/register/fields.ts';
import { isStale } from '../../../../core/register/freshness.ts';
import { Icon } from '../../../components/icon.tsx';
import { Badge, Card } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { fieldText, sourceName, sourceText, valueText } from '../../register/fact-words.ts';
import { isSameDay } from './change-badges.ts';
import { nameOf, type IncomingService } from './entries.ts';
import type { Line } from './lines.ts';
import type { ServiceReading } from './read-services.ts';
import { rejectSentence } from './reject-sentence.ts';

/** Where the values of the line that has the focus come from. */
export function RowPanel({
  line,
  taken,
  reading,
  factsOf,
}: {
  readonly line: Line | undefined;
  /** Whether the line is ticked. */
  readonly taken: boolean;
  readonly reading: ServiceReading;
  readonly factsOf: (id: ServiceId) => readonly Fact[];
}) {
  switch (line?.kind) {
    case 'changed':
      return <ChangePanel line={line} taken={taken} facts={factsOf(line.row.about ?? ('' as ServiceId))} />;
    case 'fresh':
    case 'same':
    case 'incomplete':
      return (
        <Card title={nameOf(line.row)} aside={sourceName(line.row.row.source)}>
          <SaidFields incoming={line.row.row} />
        </Card>
      );
    case 'rejected':
    case 'form':
      return reading.kind === 'list' ? <RejectedPanel line={line} list={reading.list} /> : null;
    case 'absent': {
      const { known, id } = line.service;
      const facts = fields.flatMap((field) => known[field]?.facts[0] ?? []);
      return (
        <Card title={known.holder?.value ?? known.vatCode?.value ?? id} aside={text('service-import.absent')}>
          <ul className="source-list">
            {facts.map((fact) => (
              <li key={fact.id}>
                {fieldText(fact.field)}: <strong>{valueText(fact)}</strong>
                <small>{sourceText(fact)}</small>
              </li>
            ))}
          </ul>
        </Card>
      );
    }
    default:
      return (
        <Card>
          <p className="card-body muted">{text('service-import.panel-none')}</p>
        </Card>
      );
  }
}

/** Everything that the list says of a service, with the text that it was read from. */
function SaidFields({ incoming: { details, evidence } }: { readonly incoming: IncomingService }) {
  return (
    <ul className="source-list">
      {fields
        .filter((field) => details[field] !== undefined)
        .map((field) => {
          const value = valueText({ field, value: details[field] } as never);
          return (
            <li key={field}>
              {fieldText(field)}: <strong>{value}</strong>
              <Evidence said={evidence[field]} value={value} />
            </li>
          );
        })}
    </ul>
  );
}

/** The text of the list, unless it says the value in the same words. */
function Evidence({ said, value }: { readonly said: string | undefined; readonly value: string }) {
  if (said === undefined || said === '' || said === value) return null;
  return <small>{text('service-import.read-as', { evidence: said })}</small>;
}

/** The newest first: by the day on which it was true, then by when it was recorded. */
const byDay = (a: Fact, b: Fact): number => (a.asOf === b.asOf ? b.at - a.at : a.asOf < b.asOf ? 1 : -1);

function ChangePanel({
  line: { row, change },
  taken,
  facts,
}: {
  readonly line: Extract<Line, { kind: 'changed' }>;
  readonly taken: boolean;
  readonly facts: readonly Fact[];
}) {
  const today = useDesk((desk) => desk.state.today);
  const { field, before } = change;
  const value = valueText(change as never);
  const said = facts.filter((fact) => fact.field === field).toSorted(byDay);
  const corrected = new Set(said.flatMap((fact) => (fact.confirmed ? (fact.corrects ?? []) : [])));
  const counts = new Set(before?.facts.map(({ id }) => id));
  return (
    <Card title={nameOf(row)} aside={fieldText(field).toLowerCase()}>
      <ul className="source-list" aria-label={fieldText(field)}>
        <Source on={taken}>
          {text('service-import.from-list', { value })}
          <small>{text('service-import.now', { source: sourceName(row.row.source) })}</small>
          <Evidence said={row.row.evidence[field as Field]} value={value} />
        </Source>
        {said.map((fact) => (
          <Source key={fact.id} on={!taken && counts.has(fact.id)}>
            {valueText(fact)}{' '}
            {isStale({ value: fact.value, facts: [fact] }, today) && (
              <Badge tone="soon">{text('register.to-recheck')}</Badge>
            )}
            {corrected.has(fact.id) && <Badge tone="wait">{text('service-import.was-corrected')}</Badge>}
            <small>{sourceText(fact)}</small>
            {fact.reason !== null && <small>{text('register.corrected', { reason: fact.reason })}</small>}
            {fact.evidence !== null && fact.evidence !== valueText(fact) && (
              <small>{text('service-import.known-as', { evidence: fact.evidence })}</small>
            )}
          </Source>
        ))}
        {said.length === 0 && <li className="muted">{text('service-import.no-sources')}</li>}
      </ul>
      {isSameDay(change, today) && <p className="card-body">{text('service-import.same-day-text')}</p>}
    </Card>
  );
}

/** One source of a value. The one that counts after Conferma has a check mark and heavier words. */
function Source({ on, children }: { readonly on: boolean; readonly children: ReactNode }) {
  return (
    <li className="source" data-on={on || undefined} aria-current={on || undefined}>
      <span className="source-mark">{on && <Icon name="check" size={12} />}</span>
      <span className="grow">{children}</span>
    </li>
  );
}

function RejectedPanel({
  line: { fault },
  list: { found },
}: {
  readonly line: Extract<Line, { kind: 'rejected' | 'form' }>;
  readonly list: Extract<ServiceReading, { kind: 'list' }>['list'];
}) {
  const keys = keysOf(found.header);
  const cells = found.sheet.rows.find(({ row }) => row === fault.row)?.cells ?? [];
  return (
    <Card title={text('service-import.as-read')} aside={text('service-import.row', { row: fault.row })}>
      <ul className="source-list">
        {found.header.headers.map((header, index) => {
          const cell = cleanCell((cells[index] ?? '').slice(0, 300));
          return (
            <li key={keys[index]} data-wrong={header === fault.column || undefined}>
              <span className="muted">{header}: </span>
              <strong>{cell === '' ? text('service-import.blank') : cell}</strong>
              {header === fault.column && <small>{rejectSentence(fault.reason)}</small>}
            </li>
          );
        })}
      </ul>
      {fault.column === null && <p className="card-body">{rejectSentence(fault.reason)}</p>}
    </Card>
  );
}
