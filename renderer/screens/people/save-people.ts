import { correctionTable, exportFields, exportRows } from '../../../core/people/export-people.ts';
import { columnFields, type ColumnField } from '../../../core/people/column-names.ts';
import type { Person } from '../../../core/people/person.ts';
import type { RejectReason } from '../../../core/people/read-row.ts';
import type { FoundSheet, StaffList } from '../../../core/people/read-staff-list.ts';
import { writeCsv } from '../../../core/people/write-csv.ts';
import { writeXlsx } from '../../../core/people/write-xlsx.ts';
import { saveFile as save } from '../../store/save-file.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const header = (field: ColumnField): string => text(`header.${field}`);

/** Saves the staff list in the form that the import takes. */
export function savePeople(people: Iterable<Person>, form: 'csv' | 'xlsx'): Promise<boolean> {
  const rows = exportRows(people);
  const name = text('export.name');
  const headers = exportFields.map(header);
  const done = (path: string): string => text('export.saved', { path });
  if (form === 'xlsx') {
    const cells = rows.map(({ texts, days }) => [...texts.map((each) => ({ text: each })), ...days.map((day) => (day === null ? null : { day }))]);
    return save({ name: `${name}.xlsx`, bytes: writeXlsx(name, headers, cells) }, done);
  }
  const lines = rows.map(({ texts, days }) => [...texts, ...days.map((day) => (day === null ? '' : dayText(day)))]);
  return save({ name: `${name}.csv`, text: writeCsv([headers, ...lines]) }, done);
}

/** Saves the rows that were not taken, each with its number, column and reason, to be corrected and imported as they are. */
export function saveRejected({ rejected, rows }: StaffList, found: FoundSheet, sentence: (reason: RejectReason) => string): Promise<boolean> {
  const suspended = rows.filter((row) => row.suspended).map(({ row }) => ({ row, column: '', reason: text('reject.suspended') }));
  const toCorrect = [...rejected.map(({ row, column, reason }) => ({ row, column: column ?? '', reason: sentence(reason) })), ...suspended];
  toCorrect.sort((a, b) => a.row - b.row);
  const names = Object.fromEntries(columnFields.map((field) => [field, header(field)])) as Readonly<Record<ColumnField, string>>;
  const table = correctionTable(found, toCorrect, [text('import.col-row'), text('import.col-column'), text('import.col-reason')], names);
  return save({ name: `${text('import.rejected-name')}.csv`, text: writeCsv(table) }, (path) =>
    text('import.rejected-saved', { count: toCorrect.length, path }),
  );
}
