import { chosenColumns, usualColumns, type ChosenColumn } from '../../../../core/desk/rows/saved-view.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PopoverButton } from '../../../components/popover-button.tsx';
import { text } from '../../../text/text.ts';
import { columnWords, showColumns, withColumn } from './people-columns.ts';

/** A button at the end of the list's head, where one chooses the columns. */
export function ColumnsButton({ columns }: { readonly columns: readonly ChosenColumn[] }) {
  return (
    <PopoverButton
      className="columns-button"
      label={text('people.columns')}
      title={text('people.columns')}
      align="end"
      tidy
      renderContent={() => <ColumnChoice columns={columns} />}
    >
      <span title={text('people.columns')}>
        <Icon name="columns" />
      </span>
    </PopoverButton>
  );
}

function ColumnChoice({ columns }: { readonly columns: readonly ChosenColumn[] }) {
  return (
    <>
      {chosenColumns.map((column, index) => (
        <Checkbox
          key={column}
          firstFocus={index === 0}
          checked={columns.includes(column)}
          onChange={(on) => showColumns(withColumn(columns, column, on))}
        >
          {text(columnWords[column].label)}
        </Checkbox>
      ))}
      <p className="muted">{text('people.columns-kept')}</p>
      <div className="row">
        <Button
          isDisabled={columns.join(' ') === usualColumns.join(' ')}
          onPress={() => showColumns(usualColumns)}
        >
          {text('people.columns-usual')}
        </Button>
      </div>
    </>
  );
}
