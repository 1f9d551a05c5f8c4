import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import { columnSamples } from '../../../../core/formats/spreadsheet/column-samples.ts';
import { openList } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetRow, SheetSource } from '../../../../core/formats/spreadsheet/sheet.ts';
import type { OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { within, type Steps } from '../../../../core/kernel/steps.ts';
import {
  readKnownSheet,
  readStaffList,
  type FoundSheet,
} from '../../../../core/people/import/read-staff-list.ts';
import { unusedColumns } from '../../../../core/people/import/unused-columns.ts';
import { postSteps } from '../../../components/post-steps.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion, ReadPiece } from './reading-messages.ts';

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

/** Rows in one message. */
const piece = 1000;

type Post = (message: ReadingMessage) => void;

/** Reads what the question holds, and posts the progress, the rows and the answer. Runs in the worker. */
export const answerQuestion = (question: ReadingQuestion, post: Post): void =>
  post({ kind: 'done', answer: postSteps(read(question, post), post) });

function* read(question: ReadingQuestion, post: Post): Steps<ReadingAnswer> {
  const { content } = question;
  if (typeof content === 'string') return yield* readSources(textSheets(content), 'pasted', question, post);
  const opened = yield* within(openList(content, openDecoder), 0, 0.2);
  if (!opened.ok) return { kind: 'refused', refusal: opened.error };
  const { form, sources } = opened.value;
  return yield* within(readSources(sources, form, question, post), 0.2, 1);
}

function* readSources(
  sources: readonly SheetSource[],
  form: Extract<ReadingAnswer, { kind: 'columns' }>['form'],
  { choices, dateOrder, sheet, known }: ReadingQuestion,
  post: Post,
): Steps<ReadingAnswer> {
  const reading = yield* known === null
    ? readStaffList(sources, choices, dateOrder, sheet)
    : readKnownSheet(sources, known, choices, dateOrder);
  if (!reading.ok) return { kind: 'refused', refusal: reading.error };
  const { found } = reading.value;
  const shared = { form, found: withRows(found, []), samples: columnSamples(found) };
  if (reading.value.kind === 'columns') return { kind: 'columns', ...shared };
  const { rows, rejected, ...list } = reading.value.list;
  const wrong = new Set(rejected.map(({ row }) => row));
  for (const { row, suspended } of rows) if (suspended) wrong.add(row);
  const toCorrect = found.sheet.rows.filter(({ row }) => wrong.has(row));
  postPieces({ rows, rejected, sheet: toCorrect }, post);
  return { kind: 'list', ...shared, list, unused: unusedColumns(found, choices) };
}

function postPieces(whole: ReadPiece, post: Post): void {
  for (const part of ['rows', 'rejected', 'sheet'] as const)
    for (let at = 0; at < whole[part].length; at += piece)
      post({ kind: 'piece', [part]: whole[part].slice(at, at + piece) });
}

const withRows = (found: FoundSheet, rows: readonly SheetRow[]): FoundSheet => ({
  ...found,
  sheet: { ...found.sheet, rows },
});
