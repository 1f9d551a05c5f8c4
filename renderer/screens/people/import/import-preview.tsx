import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ColumnUse } from '../../../../core/people/import/columns.ts';
import { importableRows, planImport } from '../../../../core/people/import/import-people.ts';
import { Button } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportGroups } from './import-groups.tsx';
import type { ReadList } from './read-list.ts';

/** Shows what an import would do: the file, its columns, and every row in its group. */
export function ImportPreview({
  reading,
  other,
  onChoose,
}: {
  readonly reading: Extract<ReadList, { kind: 'list' }>;
  readonly other: ReactNode;
  readonly onChoose: (index: number, use: ColumnUse) => void;
}) {
  const state = useDesk((desk) => desk.state);
  const [columnsOpen, setColumnsOpen] = useState(false);
  const { list, found, name, form } = reading;
  const rows = useMemo(() => importableRows(list), [list]);
  const plan = useMemo(
    () => planImport(state.workspace.people, rows, new Set(list.present)),
    [state, rows, list],
  );
  const changes = plan.added.length + plan.changed.length;
  const values = { added: countText(plan.added.length), changed: countText(plan.changed.length) };

  // The button that chose the file is gone, so the summary takes the focus. Keyboard users
  // continue from there.
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) summary.current?.focus();
  }, []);

  async function apply(): Promise<void> {
    const applied = await submit(
      { type: 'people/import', rows: [...rows], present: [...list.present] },
      { text: text('import.applied', values), undo: true },
    );
    if (applied) go({ screen: 'people' });
  }

  return (
    <>
      <Card>
        <div className="card-body row spread">
          <div className="stack stack-small">
            <strong ref={summary} tabIndex={-1}>
              {text('import.file', {
                name,
                rows: list.rows.length + list.rejected.length,
                header: list.headerRow,
                form: text(`import.format-${form}`, { sheet: found.sheet.name ?? '' }),
              })}
            </strong>
            <span className="muted">
              {text('import.columns', {
                columns: list.columns
                  .map(({ header, field }) =>
                    text('import.column', { header, field: text(`field.${field}`) }),
                  )
                  .join(', '),
              })}{' '}
              {list.ignored.length > 0 && text('import.ignored', { columns: list.ignored.join(', ') })}
            </span>
          </div>
          <div className="row">
            <Button aria-expanded={columnsOpen} onPress={() => setColumnsOpen(!columnsOpen)}>
              {text('columns.title')}
            </Button>
            {other}
            <Button kind="primary" isDisabled={changes === 0} onPress={() => void apply()}>
              {changes === 0 ? text('import.nothing') : text('import.apply', values)}
            </Button>
          </div>
        </div>
      </Card>
      {columnsOpen && <ImportColumns found={found} onChoose={onChoose} />}
      <ImportGroups list={list} plan={plan} found={found} />
    </>
  );
}
