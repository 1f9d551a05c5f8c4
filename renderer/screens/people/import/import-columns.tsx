import { shorten } from '../../../../core/formats/spreadsheet/cell.ts';
import { columnFields } from '../../../../core/people/import/column-names.ts';
import { keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import type { ColumnUse } from '../../../../core/people/import/columns.ts';
import type { FoundSheet } from '../../../../core/people/import/read-staff-list.ts';
import { Select } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';

/** Nobody looks through more columns. The columns in use are always shown. */
const mostShown = 60;

/**
 * Every column of the file: its header, its first value, and the field that it fills. The person
 * can correct the field.
 */
export function ImportColumns({
  found: { header },
  samples,
  onChoose,
}: {
  readonly found: FoundSheet;
  /** The first text of each column. */
  readonly samples: readonly string[];
  readonly onChoose: (index: number, use: ColumnUse) => void;
}) {
  const keys = keysOf(header);
  const choices = [
    { id: 'unused' as ColumnUse, label: text('columns.unused') },
    ...columnFields.map((field) => ({ id: field as ColumnUse, label: text(`field.${field}`) })),
  ];
  return (
    <Card title={text('columns.title')} aside={text(header.row === 0 ? 'columns.here' : 'columns.aside')}>
      <div className="card-body columns-grid">
        {header.headers.slice(0, mostShown).map((name, index) => {
          const value = samples[index] ?? '';
          return (
            <div key={keys[index]}>
              <Select
                label={
                  name === '' || header.row === 0
                    ? text('columns.unnamed', { letter: name === '' ? index + 1 : name })
                    : name
                }
                value={header.columns.find((column) => column.index === index)?.field ?? 'unused'}
                choices={choices}
                onChange={(use) => onChoose(index, use)}
              />
              <p className="faint" title={value}>
                {value === '' ? text('columns.blank') : text('columns.sample', { value: shorten(value, 40) })}
              </p>
            </div>
          );
        })}
      </div>
    </Card>
  );
}
