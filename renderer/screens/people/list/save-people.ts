import { compareNames } from '../../../../core/register/arranged-by.ts';
import { correctionTable } from '../../../../core/formats/spreadsheet/correction-table.ts';
import { exportFields, exportRows } from '../../../../core/people/export-people.ts';
import { columnFields, type ColumnField } from '../../../../core/people/import/column-names.ts';
import type { Person } from '../../../../core/people/person.ts';
import type { RejectReason } from '../../../../core/people/import/read-row.ts';
import type { FoundSheet, StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { rowsOf } from '../../../../core/formats/spreadsheet/write-xlsx.ts';
import { writeCsv } from '../../../../core/formats/spreadsheet/write-csv.ts';
import { saveFile as save } from '../../../store/save-file.ts';
import { saveTable, type TableForm } from '../../../store/save-table.ts';
import { text } from '../../../text/text.ts';

const header = (field: ColumnField): string => text(`header.${field}`);

/** Saves the staff list with the headers that the import reads. On paper it is in the order of names. */
export function savePeople(people: Iterable<Person>, form: TableForm): Promise<boolean> {
  const inOrder =
    form === 'pdf'
      ? [...people].sort(
          (a, b) => compareNames(a.familyName, b.familyName) || compareNames(a.givenName, b.givenName),
        )
      : people;
  const rows = rowsOf(exportRows(inOrder), ({ texts, days }) => [
    ...texts.map((each) => ({ text: each })),
    ...days.map((day) => (day === null ? null : { day })),
  ]);
  return saveTable(text('export.name'), { headers: exportFields.map(header), rows }, form);
}

/**
 * Saves the rejected rows with their number, column and reason. The person can correct the file
 * and import it again.
 */
export function saveRejected(
  { rejected, rows }: StaffList,
  found: FoundSheet,
  sentence: (reason: RejectReason) => string,
): Promise<boolean> {
  const suspended = rows
    .filter((row) => row.suspended)
    .map(({ row }) => ({ row, column: '', reason: text('reject.suspended') }));
  const toCorrect = [
    ...rejected.map(({ row, column, reason }) => ({ row, column: column ?? '', reason: sentence(reason) })),
    ...suspended,
  ];
  toCorrect.sort((a, b) => a.row - b.row);
  const names = Object.fromEntries(columnFields.map((field) => [field, header(field)])) as Readonly<
    Record<ColumnField, string>
  >;
  const table = correctionTable(
    found,
    toCorrect,
    [text('import.col-row'), text('import.col-column'), text('import.col-reason')],
    names,
  );
  return save({ name: `${text('import.rejected-name')}.csv`, text: writeCsv(table) }, (path) =>
    text('import.rejected-saved', { count: toCorrect.length, path }),
  );
}
