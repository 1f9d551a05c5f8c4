import { correctionTable } from '../../../../core/formats/spreadsheet/correction-table.ts';
import { writeCsv } from '../../../../core/formats/spreadsheet/write-csv.ts';
import { serviceColumns, type ServiceColumn } from '../../../../core/register/import/column-names.ts';
import type { ServiceList } from '../../../../core/register/import/read-service-list.ts';
import { saveFile } from '../../../store/save-file.ts';
import { text } from '../../../text/text.ts';
import { columnText } from './column-text.ts';
import { rejectSentence } from './reject-sentence.ts';

/** Saves the rejected rows with their reasons as a sheet. Corrected, it can be imported again. */
export function handBack({ rejected, found }: ServiceList): void {
  const names = Object.fromEntries(serviceColumns.map((column) => [column, columnText(column)])) as Readonly<
    Record<ServiceColumn, string>
  >;
  const rows = rejected.map(({ row, column, reason }) => ({
    row,
    column: column ?? '',
    reason: rejectSentence(reason),
  }));
  const about = [
    text('service-import.about-row'),
    text('service-import.about-column'),
    text('service-import.about-reason'),
  ] as const;
  const table = correctionTable(found, rows, about, names);
  void saveFile({ name: `${text('service-import.file-rejected')}.csv`, text: writeCsv(table) });
}
