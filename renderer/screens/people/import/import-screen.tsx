import { Button, FileButton } from '../../../components/buttons.tsx';
import { Banner, Card, Page } from '../../../components/surfaces.tsx';
import { goUp } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { SheetSelect } from '../../../components/sheet-select.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportPreview } from './import-preview.tsx';
import { Progress } from '../../../components/progress.tsx';
import { useIncoming } from '../../../components/use-incoming.ts';
import { useList } from './use-list.ts';

/**
 * Imports a staff list from a file, a drop or a paste. The person sees the changes before they are applied.
 */
export function ImportScreen() {
  const list = useList();
  const over = useIncoming('staff', list.take);
  const { reading, busy } = list;

  const choose = (
    <FileButton
      kind={reading?.kind === 'list' ? 'plain' : 'primary'}
      accepts={['.xlsx', '.xlsm', '.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
      onSelect={(files) => list.take({ kind: 'files', files })}
    >
      {text(reading === null ? 'import.choose' : 'import.other')}
    </FileButton>
  );

  return (
    <Page
      title={text('import.title')}
      lead={text('import.lead')}
      actions={<Button onPress={() => goUp({ screen: 'people' })}>{text('shell.back')}</Button>}
    >
      {busy !== null && (
        <Progress label={text('import.reading', { name: busy.name })} share={busy.share} onStop={list.stop} />
      )}
      {reading?.kind === 'refused' && (
        <Banner tone="late" title={`${reading.name}:`}>
          {reading.sentence}
        </Banner>
      )}
      {reading?.kind === 'columns' && (
        <Banner tone="soon" title={`${reading.given.name}:`}>
          {text('columns.missing', {
            missing: reading.found.missing.map((column) => text(`field.${column}`)).join(', '),
          })}
        </Banner>
      )}
      {reading?.kind === 'list' && (
        // What was left out of one list or sheet says nothing about another one.
        <ImportPreview
          key={`${list.opened} ${reading.found.sheet.name ?? ''}`}
          reading={reading}
          other={choose}
          open={list}
        />
      )}
      {reading?.kind === 'columns' && (
        <>
          <SheetSelect found={reading.found} onChoose={list.chooseSheet} />
          <ImportColumns {...reading} onChoose={list.choose} />
        </>
      )}
      {reading?.kind !== 'list' && (
        <Card>
          <div className="card-body">
            <div className="drop-zone" data-drop-target={over || undefined}>
              <p>{text('import.drop')}</p>
              {choose}
              <p className="faint">{text('import.hint')}</p>
            </div>
          </div>
        </Card>
      )}
    </Page>
  );
}
