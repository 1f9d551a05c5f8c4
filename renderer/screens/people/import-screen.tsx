import { useMemo, useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { importableRows, planImport } from '../../../core/people/import-people.ts';
import { Button } from '../../components/controls.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { ImportGroups } from './import-groups.tsx';
import { readFile, type FileReading } from './read-file.ts';

/** Importing a staff list: read, look at what would change, and only then apply. */
export function ImportScreen() {
  const [reading, setReading] = useState<FileReading | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setBusy(file.name);
    setReading(await readFile(file));
    setBusy(null);
  }

  const choose = (
    <FileTrigger acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']} onSelect={(files) => void take(files?.[0])}>
      <Button kind={reading?.kind === 'list' ? 'plain' : 'primary'}>{text(reading === null ? 'import.choose' : 'import.other')}</Button>
    </FileTrigger>
  );

  return (
    <Page title={text('import.title')} lead={text('import.lead')} actions={<Button onPress={() => go({ screen: 'people' })}>{text('shell.back')}</Button>}>
      {busy !== null && <p role="status">{text('import.reading', { name: busy })}</p>}
      {reading?.kind === 'refused' && (
        <Banner tone="late" title={`${reading.name}:`}>
          {reading.sentence}
        </Banner>
      )}
      {reading?.kind === 'list' ? (
        <Preview reading={reading} other={choose} />
      ) : (
        <Card>
          <div className="card-body">
            <DropZone
              className="drop-zone"
              onDrop={(event) => {
                const item = event.items.find(isFileDropItem);
                if (item !== undefined) void item.getFile().then(take);
              }}
            >
              <Text slot="label">{text('import.drop')}</Text>
              {choose}
              <p className="faint">{text('import.hint')}</p>
            </DropZone>
          </div>
        </Card>
      )}
    </Page>
  );
}

function Preview({ reading, other }: { readonly reading: Extract<FileReading, { kind: 'list' }>; readonly other: React.ReactNode }) {
  const state = useDesk((desk) => desk.state);
  const { list, name, encoding } = reading;
  const rows = useMemo(() => importableRows(list), [list]);
  const plan = useMemo(() => planImport(state.workspace.people, rows, new Set(list.present)), [state, rows, list]);
  const changes = plan.added.length + plan.changed.length;
  const values = { added: plan.added.length, changed: plan.changed.length };

  async function apply(): Promise<void> {
    const applied = await submit({ type: 'people/import', rows: [...rows], present: [...list.present] }, { text: text('import.applied', values), undo: true });
    if (applied) go({ screen: 'people' });
  }

  return (
    <>
      <Card>
        <div className="card-body row spread">
          <div className="stack stack-small">
            <strong>
              {text('import.file', { name, rows: list.rows.length + list.rejected.length, header: list.headerRow, encoding: encoding.toUpperCase() })}
            </strong>
            <span className="muted">
              {text('import.columns', {
                columns: list.columns.map(({ header, field }) => text('import.column', { header, field: text(`field.${field}`) })).join(', '),
              })}{' '}
              {list.ignored.length > 0 && text('import.ignored', { columns: list.ignored.join(', ') })}
            </span>
          </div>
          <div className="row">
            {other}
            <Button kind="primary" isDisabled={changes === 0} onPress={() => void apply()}>
              {changes === 0 ? text('import.nothing') : text('import.apply', values)}
            </Button>
          </div>
        </div>
      </Card>
      <ImportGroups list={list} plan={plan} />
    </>
  );
}
