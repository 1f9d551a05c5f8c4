import type { ServiceKind } from '../../../../core/catalog/item.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { largestStaffList } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import type { ServiceColumnChoices, ServiceColumnUse } from '../../../../core/register/import/columns.ts';
import { noCorrections, type Corrections } from '../../../../core/register/import/correct-rows.ts';
import type { DateOrder } from '../../../../core/formats/spreadsheet/date-order.ts';
import type { PastedService } from '../../../../core/register/import/read-pasted.ts';
import type { ServiceList } from '../../../../core/register/import/read-service-list.ts';
import { text } from '../../../text/text.ts';
import { refusalSentence, tooLarge } from '../../people/import/refusal-sentence.ts';
import type { Watch } from '../../../components/run-steps.ts';
import { readInWorker } from './read-in-worker.ts';
import type { ColumnSamples, ListFormat, MissingColumns, ReadingRefusal } from './reading-messages.ts';

/** What a person answered about a list. A null use takes back what was remembered of a column. */
export interface ListAnswers {
  readonly columns: ReadonlyMap<string, ServiceColumnUse | null>;
  readonly dateOrder: DateOrder | null;
  readonly kind: ServiceKind | null;
  readonly corrections: Corrections;
  /** The worksheet that the person chose. Null: the first that holds a list. */
  readonly sheet: string | null;
}

export const noAnswers: ListAnswers = {
  columns: new Map(),
  dateOrder: null,
  kind: null,
  corrections: noCorrections,
  sheet: null,
};

/** The answers for another worksheet. What was said of rows and dates was about the one before. */
export const ofSheet = (sheet: string): Partial<ListAnswers> => ({
  sheet,
  dateOrder: null,
  corrections: noCorrections,
});

/** What a person chose: a file or a text, with its name on screen. */
export interface Chosen {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** A list or a paste after reading; or what must be answered first; or the sentence that says why not. */
export type ServiceReading =
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly form: ListFormat;
      readonly list: ServiceList;
      readonly samples: ColumnSamples;
    }
  | {
      readonly kind: 'columns';
      readonly name: string;
      readonly missing: MissingColumns;
      readonly samples: ColumnSamples;
    }
  | { readonly kind: 'paste'; readonly pasted: string; readonly services: readonly PastedService[] }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const refused = (name: string, sentence: string): ServiceReading => ({ kind: 'refused', name, sentence });

/** The content of a file, or the sentence that says why it cannot be had. */
export async function contentOf(file: File): Promise<Chosen | ServiceReading> {
  const { name } = file;
  if (file.size > largestStaffList) return refused(name, tooLarge());
  try {
    return { name, content: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return refused(name, text('file.unreadable'));
  }
}

function serviceRefusalSentence(refusal: ReadingRefusal): string {
  switch (refusal.reason) {
    case 'empty-list':
    case 'empty-paste':
    case 'too-large-paste':
      return text(`service-refusal.${refusal.reason}`);
    case 'nothing-recognised':
      return text('service-refusal.nothing');
    default:
      return refusalSentence(refusal);
  }
}

/** What is said of columns: what was remembered, unless the person said otherwise of this list. */
function columnsSaid(remembered: ServiceColumnChoices, { columns }: ListAnswers): ServiceColumnChoices {
  const said = new Map(remembered);
  for (const [key, use] of columns) {
    if (use === null) said.delete(key);
    else said.set(key, use);
  }
  return said;
}

/** Reads a file or a text in the worker, with the person's answers. Null if the reading was stopped. */
export async function readServices(
  { name, content }: Chosen,
  answers: ListAnswers,
  { remembered, today }: { readonly remembered: ServiceColumnChoices; readonly today: Day },
  watch: Watch,
): Promise<ServiceReading | null> {
  const question = { ...answers, content, today, columns: columnsSaid(remembered, answers) };
  const outcome = await readInWorker(question, watch);
  if (outcome.kind === 'stopped') return null;
  if (outcome.kind !== 'answered') return refused(name, text(`file.${outcome.kind}`));
  const { answer, rows, rejected, skipped, sheet } = outcome.answer;
  if (answer.kind === 'refused') return refused(name, serviceRefusalSentence(answer.refusal));
  if (answer.kind === 'list') {
    const found = { ...answer.list.found, sheet: { ...answer.list.found.sheet, rows: sheet } };
    return { ...answer, name, list: { ...answer.list, found, rows, rejected, skipped } };
  }
  if (answer.kind === 'paste') return { ...answer, pasted: typeof content === 'string' ? content : '' };
  return { ...answer, name };
}
