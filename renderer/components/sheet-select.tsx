import type { FoundSheet } from '../../core/formats/spreadsheet/find-sheet.ts';
import { Select } from './controls.tsx';
import { text } from '../text/text.ts';

/** Chooses which worksheet is read, if more than one of the workbook holds a complete list. */
export function SheetSelect({
  found: { sheet, sheetNames },
  onChoose,
}: {
  readonly found: Pick<FoundSheet<string, unknown>, 'sheet' | 'sheetNames'>;
  readonly onChoose: (sheet: string) => void;
}) {
  if (sheetNames === undefined) return null;
  return (
    <Select
      inline
      label={text('import.sheet')}
      value={sheet.name}
      choices={sheetNames.map((name) => ({ id: name, label: name }))}
      onChange={(name) => {
        if (name !== sheet.name) onChoose(name);
      }}
    />
  );
}
