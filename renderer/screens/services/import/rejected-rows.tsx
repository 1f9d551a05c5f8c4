import { correctionTable } from '../../../../core/formats/spreadsheet/correction-table.ts';
import { writeCsv } from '../../../../core/formats/spreadsheet/write-csv.ts';
import { serviceColumns, type ServiceColumn } from '../../../../core/register/import/column-names.ts';
import type { ServiceList } from '../../../../core/register/import/read-service-list.ts';
import { Button } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { saveFile } from '../../../store/save-file.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { columnText } from './column-text.ts';
import { rejectSentence } from './reject-sentence.ts';

/** The rejected rows with their reasons. They can be had back as a sheet, corrected and imported again. */
export function RejectedRows({ list }: { readonly list: ServiceList }) {
  const { rejected, found } = list;
  if (rejected.length === 0) return null;

  function handBack(): void {
    const names = Object.fromEntries(
      serviceColumns.map((column) => [column, columnText(column)]),
    ) as Readonly<Record<ServiceColumn, string>>;
    const table = correctionTable(
      found,
      rejected.map(({ row, column, reason }) => ({
        row,
        column: column ?? '',
        reason: rejectSentence(reason),
      })),
      [
        text('service-import.about-row'),
        text('service-import.about-column'),
        text('service-import.about-reason'),
      ],
      names,
    );
    void saveFile({ name: `${text('service-import.file-rejected')}.csv`, text: writeCsv(table) });
  }

  return (
    <Card
      title={`${text('service-import.rejected')} ${countText(rejected.length)}`}
      aside={<Button onPress={handBack}>{text('service-import.hand-back')}</Button>}
    >
      <ul className="list">
        {rejected.map(({ row, column, text: cells, reason }) => (
          <li key={row}>
            <span className="grow">
              <span className="strong">
                {column === null ? '' : `${column}: `}
                {rejectSentence(reason)}
              </span>
              <small className="block faint">{cells}</small>
            </span>
            <span className="faint">{text('service-import.row', { row })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
