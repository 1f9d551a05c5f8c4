import { largestStaffList } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import type { ColumnChoices } from '../../../../core/people/import/columns.ts';
import type { DateOrder } from '../../../../core/formats/spreadsheet/date-order.ts';
import type { StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { text } from '../../../text/text.ts';
import { readInWorker } from './read-in-worker.ts';
import type { ReadingAnswer } from './reading-messages.ts';
import { refusalSentence, tooLarge } from './refusal-sentence.ts';
import type { Watch } from '../../../components/run-steps.ts';

/** What a person gave: a file's bytes or a text, with its name on screen. */
export interface GivenList {
  readonly name: string;
  readonly content: Uint8Array | string;
}

type Answered<Kind extends ReadingAnswer['kind']> = Extract<ReadingAnswer, { kind: Kind }>;

export type ReadList =
  | (Omit<Answered<'list'>, 'list'> & { readonly list: StaffList; readonly given: GivenList })
  | (Answered<'columns'> & { readonly given: GivenList });

/**
 * A staff list, or a list whose columns are not known yet, or the sentence that says why it cannot be used.
 */
export type Reading =
  | ReadList
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const refused = (name: string, sentence: string): Reading => ({ kind: 'refused', name, sentence });

/** What a person has said about a list: its columns, and the order of its dates; null if they did not. */
export interface ListAnswers {
  readonly choices: ColumnChoices;
  readonly dateOrder: DateOrder | null;
}

/** Reads in the worker. Null if the reading was stopped. */
async function read(
  given: GivenList,
  answers: ListAnswers,
  before: ReadList | null,
  watch: Watch,
  sheet: string | null = null,
): Promise<Reading | null> {
  const known =
    before === null
      ? null
      : {
          name: before.found.sheet.name,
          separator: before.found.sheet.separator,
          header: before.found.header,
          ...(before.found.sheetNames !== undefined && { sheetNames: before.found.sheetNames }),
        };
  const outcome = await readInWorker({ content: given.content, ...answers, sheet, known }, watch);
  if (outcome.kind === 'stopped') return null;
  if (outcome.kind !== 'answered') return refused(given.name, text(`file.${outcome.kind}`));
  const { answer, rows, rejected, sheet: toCorrect } = outcome.answer;
  if (answer.kind === 'refused') return refused(given.name, refusalSentence(answer.refusal));
  if (answer.kind === 'columns') return { ...answer, given };
  const found = { ...answer.found, sheet: { ...answer.found.sheet, rows: toCorrect } };
  return { ...answer, found, list: { ...answer.list, rows, rejected }, given };
}

/**
 * Reads a file that the person chose or dropped. Its content stays in this window until the person confirms.
 * Null if the reading was stopped.
 */
export async function readFile(file: File, choices: ColumnChoices, watch: Watch): Promise<Reading | null> {
  const { name } = file;
  if (file.size > largestStaffList) return refused(name, tooLarge());
  let content: Uint8Array;
  try {
    content = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(name, text('file.unreadable'));
  }
  return read({ name, content }, { choices, dateOrder: null }, null, watch);
}

export async function readPasted(
  pasted: string,
  choices: ColumnChoices,
  watch: Watch,
): Promise<Reading | null> {
  const name = text('import.pasted');
  if (pasted.trim() === '') return refused(name, text('file.nothing-pasted'));
  if (pasted.length > largestStaffList) return refused(name, tooLarge());
  return read({ name, content: pasted }, { choices, dateOrder: null }, null, watch);
}

/** Reads the same list again with other answers. */
export const readAgain = (before: ReadList, answers: ListAnswers, watch: Watch): Promise<Reading | null> =>
  read(before.given, answers, before, watch);

/** Reads another sheet of the same workbook. What was said of the dates here says nothing there. */
export const readSheet = (
  before: ReadList,
  sheet: string,
  choices: ColumnChoices,
  watch: Watch,
): Promise<Reading | null> => read(before.given, { choices, dateOrder: null }, null, watch, sheet);
