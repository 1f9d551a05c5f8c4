import { useId, useState, type ReactNode } from 'react';
import { toast } from '../store/ui-store.ts';
import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';
import { copyCells } from './copy.ts';
import { Card } from './surfaces.tsx';

/** The numbers of a picture: a heading for each column, and the rows. The first column names its row. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** A card with a picture. The same numbers can be seen as a table, and copied into a sheet. */
export function PictureCard({
  title,
  aside,
  empty = false,
  table,
  children,
}: {
  readonly title: string;
  readonly aside?: string;
  /** There is nothing to count yet, and so nothing to show as a table or to copy. */
  readonly empty?: boolean;
  /** Made when somebody asks for it. */
  readonly table: () => PictureTable;
  readonly children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const content = useId();
  return (
    <Card
      title={title}
      aside={
        <div className="row">
          {aside !== undefined && <small>{aside}</small>}
          {!empty && (
            <>
              <Button
                kind="quiet"
                aria-pressed={asTable}
                aria-controls={content}
                aria-label={`${text('picture.table')}: ${title}`}
                onPress={() => setAsTable(!asTable)}
              >
                {text('picture.table')}
              </Button>
              <CopyTable title={title} table={table} />
            </>
          )}
        </div>
      }
    >
      <div id={content}>{asTable && !empty ? <Numbers name={title} table={table()} /> : children}</div>
    </Card>
  );
}

/** Copies the numbers of a picture, for a sheet. */
export function CopyTable({ title, table }: { readonly title: string; readonly table: () => PictureTable }) {
  function copy(): void {
    const { columns, rows } = table();
    const copied = copyCells([columns, ...rows.map(({ cells }) => cells)]);
    toast(text(copied ? 'picture.copied' : 'picture.not-copied'));
  }
  return (
    <Button kind="quiet" aria-label={`${text('picture.copy')}: ${title}`} onPress={copy}>
      {text('picture.copy')}
    </Button>
  );
}

function Numbers({
  name,
  table: { columns, rows },
}: {
  readonly name: string;
  readonly table: PictureTable;
}) {
  return (
    <table className="table dense" aria-label={name}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} className={index === 0 ? '' : 'num'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, index) => (
              <td key={columns[index]} className={index === 0 ? '' : 'num'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
