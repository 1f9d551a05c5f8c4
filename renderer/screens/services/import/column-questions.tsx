import { serviceColumns, type ServiceColumn } from '../../../../core/register/import/column-names.ts';
import type {
  ServiceColumnChoices,
  ServiceColumnUse,
  UnusedColumn,
} from '../../../../core/register/import/columns.ts';
import { Button, Select } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';
import { columnText } from './column-text.ts';

/** The columns that nobody knows are a question: what are they, or are they not needed? */
export function ColumnQuestions({
  unused,
  columns,
  onColumns,
}: {
  readonly unused: readonly UnusedColumn[];
  readonly columns: ServiceColumnChoices;
  readonly onColumns: (columns: ServiceColumnChoices) => void;
}) {
  if (unused.length === 0) return null;
  const choose = (key: string, use: ServiceColumnUse): void => onColumns(new Map([...columns, [key, use]]));
  return (
    <Card
      title={text('service-import.unused', { count: unused.length })}
      aside={
        <Button
          onPress={() =>
            onColumns(new Map([...columns, ...unused.map(({ key }) => [key, 'unused' as const] as const)]))
          }
        >
          {text('service-import.not-needed')}
        </Button>
      }
    >
      <div className="card-body columns-grid">
        {unused.map(({ key, header, samples }) => (
          <Select<ServiceColumn | 'unused' | 'ask'>
            key={key}
            label={text('service-import.unused-label', { header, sample: samples[0] ?? '–' })}
            value="ask"
            choices={[
              { id: 'ask', label: text('service-import.ask-use') },
              { id: 'unused', label: text('service-import.not-needed') },
              ...serviceColumns.map((id) => ({ id, label: columnText(id) })),
            ]}
            onChange={(use) => {
              if (use !== 'ask') choose(key, use);
            }}
          />
        ))}
      </div>
    </Card>
  );
}
