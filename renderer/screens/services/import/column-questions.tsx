import { useState } from 'react';
import { columnLetters, keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import { serviceColumns, type ServiceColumn } from '../../../../core/register/import/column-names.ts';
import type {
  FoundServices,
  ServiceColumnUse,
  UnusedColumn,
} from '../../../../core/register/import/columns.ts';
import { Button } from '../../../components/buttons.tsx';
import { Select } from '../../../components/controls.tsx';
import { Badge, Banner, Card } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { columnText } from './column-text.ts';
import type { ColumnSamples } from './reading-messages.ts';

/** Sets what columns are, by their place. */
export type OnColumns = (uses: readonly (readonly [index: number, use: ServiceColumnUse])[]) => void;

/** Nobody reads more names in a sentence. */
const mostNamed = 4;

function namesOf(unused: readonly UnusedColumn[]): string {
  const names = unused
    .slice(0, mostNamed)
    .map(({ header, index }) =>
      header === ''
        ? text('service-import.column-letter', { letter: columnLetters(index) })
        : text('service-import.quoted', { name: header }),
    );
  const more = unused.length - names.length;
  if (more > 0) names.push(text('service-import.more-columns', { count: countText(more) }));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : text('service-import.and', { first: names.join(', '), last });
}

/** The columns that nobody knows are a question: notes, not needed, or something else? */
export function UnusedQuestion({
  unused,
  onColumns,
  onOthers,
}: {
  readonly unused: readonly UnusedColumn[];
  readonly onColumns: OnColumns;
  readonly onOthers: () => void;
}) {
  if (unused.length === 0) return null;
  const all = (use: ServiceColumnUse): void => onColumns(unused.map(({ index }) => [index, use]));
  return (
    <Banner
      tone="soon"
      title={text('service-import.unused', { count: unused.length })}
      action={
        <span className="row">
          <Button onPress={() => all('note')}>{text('service-import.are-notes')}</Button>
          <Button onPress={() => all('unused')}>{text('service-import.not-needed')}</Button>
          <Button onPress={onOthers}>{text('service-import.something-else')}</Button>
        </span>
      }
    >
      {text('service-import.unused-question', { columns: namesOf(unused), count: unused.length })}
    </Banner>
  );
}

/** Nobody looks through more columns at once. */
const mostShown = 60;

/** Every column of the list: its header, its first text, and what it is. A person can change it. */
export function ColumnsCard({
  found: { header },
  samples,
  asked,
  onColumns,
}: {
  readonly found: FoundServices;
  readonly samples: ColumnSamples;
  /** The places of the columns that nobody knows. */
  readonly asked: ReadonlySet<number>;
  readonly onColumns: OnColumns;
}) {
  const remembered = useDesk((desk) => desk.state.workspace.serviceColumns);
  const [whole, setWhole] = useState(false);
  const keys = keysOf(header);
  const used = new Map(header.columns.map(({ index, field }) => [index, field]));
  const shown = whole ? header.headers : header.headers.slice(0, mostShown);
  return (
    <Card title={text('service-import.columns')} aside={text('service-import.columns-aside')}>
      <div className="card-body columns-grid">
        {shown.map((name, index) => {
          const key = keys[index] ?? '';
          const sample = samples[index] ?? '';
          const letter = text('service-import.column-letter', { letter: columnLetters(index) });
          return (
            <div key={key}>
              <Select<ServiceColumn | 'unused' | 'ask'>
                label={name === '' || header.row === 0 ? letter : name}
                value={used.get(index) ?? (asked.has(index) ? 'ask' : 'unused')}
                choices={[
                  ...(asked.has(index)
                    ? [{ id: 'ask' as const, label: text('service-import.ask-use') }]
                    : []),
                  { id: 'unused', label: text('service-import.not-needed') },
                  ...serviceColumns.map((id) => ({ id, label: columnText(id) })),
                ]}
                onChange={(use) => {
                  if (use !== 'ask') onColumns([[index, use]]);
                }}
              />
              <p className="faint">
                {sample === ''
                  ? text('service-import.column-blank')
                  : text('service-import.column-sample', { sample })}{' '}
                {remembered.has(key) && <Badge tone="wait">{text('service-import.column-remembered')}</Badge>}
              </p>
            </div>
          );
        })}
      </div>
      {shown.length < header.headers.length && (
        <div className="card-body">
          <Button onPress={() => setWhole(true)}>
            {text('service-import.show-all', { count: countText(header.headers.length - mostShown) })}
          </Button>
        </div>
      )}
    </Card>
  );
}
