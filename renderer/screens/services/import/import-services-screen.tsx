import { useState } from 'react';
import { serviceKinds, type ServiceKind } from '../../../../core/catalog/item.ts';
import { Button, FileButton } from '../../../components/buttons.tsx';
import { Banner, Page } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { goUp } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { DatesQuestion } from '../../../components/dates-question.tsx';
import { Progress } from '../../../components/progress.tsx';
import { useIncoming } from '../../../components/use-incoming.ts';
import { withColumns } from './choose-columns.ts';
import { ColumnsCard, UnusedQuestion, type OnColumns } from './column-questions.tsx';
import { DifferenceView } from './difference-view.tsx';
import { ImportSources } from './import-sources.tsx';
import { PastedText } from './pasted-text.tsx';
import { ofSheet, type ServiceReading } from './read-services.ts';
import { SheetSelect } from '../../../components/sheet-select.tsx';
import { UnconfirmedNote } from './unconfirmed-note.tsx';
import { useServiceList, type OpenServices } from './use-service-list.ts';

/** Imports services from a list or a pasted text. The person sees each difference before it is recorded. */
export function ImportServicesScreen() {
  const open = useServiceList();
  const over = useIncoming('services', open.take);
  const { reading, busy } = open;
  const [columnsOpen, setColumnsOpen] = useState(false);
  const onSheet = (sheet: string): void => void open.answer(ofSheet(sheet));
  const progress = busy !== null && (
    <Progress label={text('import.reading', { name: busy.name })} share={busy.share} onStop={open.stop} />
  );
  if (reading?.kind === 'list' || reading?.kind === 'paste')
    return (
      <DifferenceView
        // The ticks of one list or sheet say nothing about another one.
        key={`${open.number} ${open.answers.sheet ?? ''}`}
        reading={reading}
        open={open}
        head={
          reading.kind === 'list' && (
            <>
              <SheetSelect found={reading.list.found} onChoose={onSheet} />
              <Button aria-expanded={columnsOpen} onPress={() => setColumnsOpen(!columnsOpen)}>
                {text('service-import.columns-used', {
                  used: reading.list.columns.length,
                  all: reading.list.found.header.headers.length,
                })}
              </Button>
            </>
          )
        }
        questions={
          <>
            {progress}
            {reading.kind === 'paste' && <PastedText reading={reading} />}
            {reading.kind === 'list' && (
              <ListQuestions
                reading={reading}
                open={open}
                columnsOpen={columnsOpen}
                onOpenColumns={() => setColumnsOpen(true)}
              />
            )}
          </>
        }
      />
    );
  return (
    <Page
      title={text('service-import.title')}
      lead={text('service-import.lead')}
      actions={
        reading?.kind === 'columns' ? (
          <>
            <SheetSelect found={reading.missing.found} onChoose={onSheet} />
            <Button onPress={open.close}>{text('service-import.cancel')}</Button>
          </>
        ) : (
          <Button onPress={() => goUp({ screen: 'services' })}>{text('shell.back')}</Button>
        )
      }
    >
      {progress}
      {reading === null && <UnconfirmedNote />}
      {reading?.kind === 'refused' && (
        <Banner tone="late" title={`${reading.name}:`}>
          {reading.sentence}
        </Banner>
      )}
      {reading?.kind === 'columns' && <Missing reading={reading} open={open} />}
      <ImportSources
        over={over}
        onPaste={(pasted) => open.take({ kind: 'text', text: pasted })}
        choose={
          <FileButton
            kind="primary"
            accepts={['.xlsx', '.xlsm', '.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
            onSelect={(files) => open.take({ kind: 'files', files })}
          >
            {text(reading === null ? 'service-import.choose' : 'service-import.other')}
          </FileButton>
        }
      />
    </Page>
  );
}

/** What the person says about the columns of the open list. */
function useColumns(header: Parameters<typeof withColumns>[2], { answers, answer }: OpenServices): OnColumns {
  const remembered = useDesk((desk) => desk.state.workspace.serviceColumns);
  return (uses) => void answer({ columns: withColumns(answers.columns, remembered, header, uses) });
}

/** What a list still asks: the order of its dates, and columns that nobody knows. */
function ListQuestions({
  reading: { list, samples },
  open,
  columnsOpen,
  onOpenColumns,
}: {
  readonly reading: Extract<ServiceReading, { kind: 'list' }>;
  readonly open: OpenServices;
  readonly columnsOpen: boolean;
  readonly onOpenColumns: () => void;
}) {
  const onColumns = useColumns(list.found.header, open);
  return (
    <>
      {list.ambiguousDates && <DatesQuestion onAnswer={(dateOrder) => void open.answer({ dateOrder })} />}
      <UnusedQuestion unused={list.unused} onColumns={onColumns} onOthers={onOpenColumns} />
      {columnsOpen && (
        <ColumnsCard
          found={list.found}
          samples={samples}
          asked={new Set(list.unused.map(({ index }) => index))}
          onColumns={onColumns}
        />
      )}
    </>
  );
}

/** The columns that the list needs and nobody knows. */
function Missing({
  reading: { name, missing: refusal, samples },
  open,
}: {
  readonly reading: Extract<ServiceReading, { kind: 'columns' }>;
  readonly open: OpenServices;
}) {
  const { missing, header } = refusal.found;
  const onColumns = useColumns(header, open);
  return (
    <>
      <Banner tone="soon" title={`${name}:`}>
        {text('service-import.missing', {
          missing: missing.map((field) => text(`register.${field}`).toLowerCase()).join(', '),
        })}
      </Banner>
      {missing.includes('kind') && (
        <Banner
          tone="accent"
          action={
            <span className="row">
              {serviceKinds.map((kind: ServiceKind) => (
                <Button key={kind} onPress={() => void open.answer({ kind })}>
                  {text(`kind.${kind}`)}
                </Button>
              ))}
            </span>
          }
        >
          {text('service-import.kind-all')}
        </Banner>
      )}
      <ColumnsCard
        found={refusal.found}
        samples={samples}
        asked={new Set(refusal.unused.map(({ index }) => index))}
        onColumns={onColumns}
      />
    </>
  );
}
