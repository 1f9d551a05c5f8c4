import { useMemo, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { serviceKinds, type ServiceKind } from '../../../../core/catalog/item.ts';
import { differenceOf } from '../../../../core/register/difference.ts';
import { foldFacts } from '../../../../core/register/fold.ts';
import { Button } from '../../../components/controls.tsx';
import { Banner, Card, Page } from '../../../components/surfaces.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { useIncoming } from '../../people/import/use-incoming.ts';
import { ColumnQuestions } from './column-questions.tsx';
import { DifferenceView } from './difference-view.tsx';
import { incomingServices } from './entries.ts';
import { PastedText } from './pasted-text.tsx';
import {
  noAnswers,
  readServiceFile,
  readServicePaste,
  readSources,
  type ListAnswers,
  type ServiceReading,
} from './read-services.ts';

/** Imports services from a list or a pasted text. The person sees each difference before it is recorded. */
export function ImportServicesScreen() {
  const today = useDesk((desk) => desk.state.today);
  const facts = useDesk((desk) => desk.state.workspace.facts);
  const [reading, setReading] = useState<ServiceReading | null>(null);
  const [answers, setAnswers] = useState<ListAnswers>(noAnswers);
  /** The number of the list that was chosen last. A list that arrives later than the next one is dropped. */
  const chosen = useRef(0);
  const [shownNumber, setShownNumber] = useState(0);
  const registered = useMemo(() => foldFacts(facts.values()), [facts]);
  const incoming = useMemo(() => (reading === null ? [] : incomingServices(reading)), [reading]);
  const difference = useMemo(() => differenceOf(incoming, registered), [incoming, registered]);

  async function show(coming: ServiceReading | Promise<ServiceReading>): Promise<void> {
    chosen.current += 1;
    const number = chosen.current;
    const next = await coming;
    if (number !== chosen.current) return;
    setAnswers(noAnswers);
    setShownNumber(number);
    setReading(next);
  }
  const over = useIncoming((what) => {
    if (what.kind === 'text') void show(readServicePaste(what.text, today));
    else if (what.files[0] !== undefined) void show(readServiceFile(what.files[0], today));
  });

  function answer(part: Partial<ListAnswers>): void {
    if (reading === null || (reading.kind !== 'list' && reading.kind !== 'columns')) return;
    const next = { ...answers, ...part };
    setAnswers(next);
    setReading(readSources(reading.name, reading.sources, next, today));
  }

  const readable = reading?.kind === 'list' || reading?.kind === 'paste';
  const choose = (
    <FileTrigger
      acceptedFileTypes={['.xlsx', '.xlsm', '.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) void show(readServiceFile(file, today));
      }}
    >
      <Button kind={readable ? 'plain' : 'primary'}>
        {text(reading === null ? 'service-import.choose' : 'service-import.other')}
      </Button>
    </FileTrigger>
  );
  return (
    <Page
      title={text('service-import.title')}
      lead={text('service-import.lead')}
      actions={
        <>
          {readable && choose}
          <Button onPress={() => go({ screen: 'services' })}>{text('shell.back')}</Button>
        </>
      }
    >
      {reading?.kind === 'refused' && (
        <Banner tone="late" title={`${reading.name}:`}>
          {reading.sentence}
        </Banner>
      )}
      {reading?.kind === 'columns' && <Missing reading={reading} answers={answers} onAnswer={answer} />}
      {reading?.kind === 'list' && reading.list.ambiguousDates && (
        <Banner
          tone="soon"
          action={
            <span className="row">
              {(['day-month', 'month-day'] as const).map((dateOrder) => (
                <Button key={dateOrder} onPress={() => answer({ dateOrder })}>
                  {text(`service-import.${dateOrder}`)}
                </Button>
              ))}
            </span>
          }
        >
          {text('service-import.dates')}
        </Banner>
      )}
      {reading?.kind === 'list' && (
        <ColumnQuestions
          unused={reading.list.unused}
          columns={answers.columns}
          onColumns={(columns) => answer({ columns })}
        />
      )}
      {reading?.kind === 'paste' && <PastedText reading={reading} />}
      {readable && (
        <DifferenceView
          key={shownNumber}
          reading={reading}
          difference={difference}
          onDone={() => setReading(null)}
        />
      )}
      {!readable && (
        <Sources
          over={over}
          choose={choose}
          onPaste={(pasted) => void show(readServicePaste(pasted, today))}
        />
      )}
    </Page>
  );
}

/** The columns that the list needs and nobody knows. */
function Missing({
  reading,
  answers,
  onAnswer,
}: {
  readonly reading: Extract<ServiceReading, { kind: 'columns' }>;
  readonly answers: ListAnswers;
  readonly onAnswer: (part: Partial<ListAnswers>) => void;
}) {
  const { missing } = reading.missing.found;
  return (
    <>
      <Banner tone="soon" title={`${reading.name}:`}>
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
                <Button key={kind} onPress={() => onAnswer({ kind })}>
                  {text(`kind.${kind}`)}
                </Button>
              ))}
            </span>
          }
        >
          {text('service-import.kind-all')}
        </Banner>
      )}
      <ColumnQuestions
        unused={reading.missing.unused}
        columns={answers.columns}
        onColumns={(columns) => onAnswer({ columns })}
      />
    </>
  );
}

/** Where services come from: a file or a pasted text. */
function Sources({
  over,
  choose,
  onPaste,
}: {
  readonly over: boolean;
  readonly choose: React.ReactNode;
  readonly onPaste: (pasted: string) => void;
}) {
  const [pasted, setPasted] = useState('');
  return (
    <div className="halves">
      <Card>
        <div className="card-body">
          <div className="drop-zone" data-drop-target={over || undefined}>
            <p>{text('service-import.drop')}</p>
            {choose}
            <p className="faint">{text('service-import.hint')}</p>
          </div>
        </div>
      </Card>
      <Card>
        <div className="card-body stack">
          <TextArea
            label={text('service-import.paste')}
            hint={text('service-import.paste-hint')}
            value={pasted}
            onChange={setPasted}
          />
          <div>
            <Button onPress={() => onPaste(pasted)}>{text('service-import.read-paste')}</Button>
          </div>
        </div>
      </Card>
    </div>
  );
}
