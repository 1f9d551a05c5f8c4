import { within, type Steps } from '../../../../core/kernel/steps.ts';
import { columnSamples } from '../../../../core/formats/spreadsheet/column-samples.ts';
import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetSource } from '../../../../core/formats/spreadsheet/sheet.ts';
import type { OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import type { FoundServices } from '../../../../core/register/import/columns.ts';
import { readPastedServices } from '../../../../core/register/import/read-pasted.ts';
import { readServiceList } from '../../../../core/register/import/read-service-list.ts';
import { postSteps } from '../../../components/post-steps.ts';
import type {
  ListFormat,
  ReadingAnswer,
  ReadingMessage,
  ReadingQuestion,
  ReadPiece,
} from './reading-messages.ts';

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

/** Rows in one message. */
const piece = 1000;

/** Reads what the question holds, and posts the progress and the answer. Runs in the worker. */
export const answerQuestion = (question: ReadingQuestion, post: (message: ReadingMessage) => void): void =>
  post({
    kind: 'done',
    answer: postSteps(
      read(question, (part) => post({ kind: 'piece', ...part })),
      post,
    ),
  });

type Post = (part: Partial<ReadPiece>) => void;

function* read(question: ReadingQuestion, post: Post): Steps<ReadingAnswer> {
  const { content } = question;
  if (typeof content === 'string')
    return isTable(content)
      ? yield* readSources(textSheets(content), 'pasted', question, post)
      : readPage(content, question);
  const opened = yield* within(openList(content, openDecoder), 0, 0.3);
  if (!opened.ok) return { kind: 'refused', refusal: opened.error };
  return yield* within(readSources(opened.value.sources, opened.value.form, question, post), 0.3, 1);
}

/** Copied cells have tabs, and a CSV has several separators in its first line; anything else is a page. */
function isTable(pasted: string): boolean {
  const first = pasted.trim().split('\n')[0] ?? '';
  return first.includes('\t') || first.split(';').length > 2;
}

function readPage(pasted: string, { today }: ReadingQuestion): ReadingAnswer {
  const all = readPastedServices(pasted, today);
  if (!all.ok)
    return {
      kind: 'refused',
      refusal: { reason: all.error.reason === 'empty-paste' ? 'empty-paste' : 'too-large-paste' },
    };
  const services = all.value.filter(({ found }) => found.length > 0);
  return services.length === 0
    ? { kind: 'refused', refusal: { reason: 'nothing-recognised' } }
    : { kind: 'paste', services };
}

function* readSources(
  sources: readonly SheetSource[],
  form: ListFormat,
  { today, columns, dateOrder, kind, corrections, sheet: chosen }: ReadingQuestion,
  post: Post,
): Steps<ReadingAnswer> {
  const options = { today, columns, dateOrder, kind, corrections, sheet: chosen };
  const reading = yield* readServiceList(sources, options);
  if (!reading.ok) {
    if (reading.error.reason !== 'missing-columns') return { kind: 'refused', refusal: reading.error };
    const { found } = reading.error;
    return {
      kind: 'columns',
      missing: { ...reading.error, found: withoutRows(found) },
      samples: columnSamples(found),
    };
  }
  const { rows, rejected, skipped, ...list } = reading.value;
  const wanted = new Set([...rejected.map(({ row }) => row), ...corrections.keys()]);
  const sheet = list.found.sheet.rows.filter(({ row }) => wanted.has(row));
  const whole: ReadPiece = { rows, rejected, skipped, sheet };
  for (const part of ['rows', 'rejected', 'skipped', 'sheet'] as const)
    for (let at = 0; at < whole[part].length; at += piece)
      post({ [part]: whole[part].slice(at, at + piece) });
  return {
    kind: 'list',
    form,
    list: { ...list, found: withoutRows(list.found) },
    samples: columnSamples(list.found),
  };
}

const withoutRows = (found: FoundServices): FoundServices => ({
  ...found,
  sheet: { ...found.sheet, rows: [] },
});
