import { columnFields } from '../../../../core/people/import/column-names.ts';
import type { ColumnUse } from '../../../../core/people/import/columns.ts';
import type { UnusedColumn } from '../../../../core/people/import/unused-columns.ts';
import { Button } from '../../../components/buttons.tsx';
import { Select } from '../../../components/controls.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { language, text } from '../../../text/text.ts';

/** More questions at once would hide the preview. All columns are in the card of columns. */
const asked = 4;

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(language() === 'it' ? 'it-IT' : 'en-GB').format(names);

const columnName = ({ header, index }: Pick<UnusedColumn, 'header' | 'index'>): string =>
  header === '' ? text('columns.unnamed', { letter: index + 1 }) : header;

/**
 * Asks what the columns are that the list has and that nothing uses. Without an answer they are not imported.
 * An answer is remembered as the other columns are.
 */
export function UnusedQuestion({
  columns,
  onChoose,
  onLeaveOut,
}: {
  readonly columns: readonly UnusedColumn[];
  readonly onChoose: (index: number, use: ColumnUse) => void;
  readonly onLeaveOut: (indexes: readonly number[]) => void;
}) {
  const shown = columns.slice(0, asked);
  const more = columns.length - shown.length;
  const names = shown.map((column) => text('unused.name', { name: columnName(column) }));
  const uses = columnFields.map((field) => ({ id: field as ColumnUse, label: text(`field.${field}`) }));
  return (
    <Banner
      tone="soon"
      action={
        <Button onPress={() => onLeaveOut(columns.map(({ index }) => index))}>
          {text('unused.leave-out', { count: columns.length })}
        </Button>
      }
    >
      <strong>{text('unused.count', { count: columns.length })}</strong>{' '}
      {text('unused.question', {
        names: more === 0 ? listed(names) : names.join(', '),
        more,
        count: columns.length,
      })}
      <div className="unused-columns">
        {shown.map((column) => (
          <div key={column.index}>
            <Select
              label={columnName(column)}
              value={null}
              placeholder={text('unused.choose')}
              choices={[{ id: 'unused' as ColumnUse, label: text('unused.not-needed') }, ...uses]}
              onChange={(use) => onChoose(column.index, use)}
            />
            <p title={column.sample}>{text('columns.sample', { value: column.sample })}</p>
          </div>
        ))}
      </div>
    </Banner>
  );
}
