import { within, type Steps } from '../../../../core/kernel/steps.ts';
import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetSource } from '../../../../core/formats/spreadsheet/sheet.ts';
import type { OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { columnSamples, type FoundServices } from '../../../../core/register/import/columns.ts';
import { readPastedServices } from '../../../../core/register/import/read-pasted.ts';
import { readServiceList, type ServiceList } from '../../../../core/register/import/read-service-list.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion } from './reading-messages.ts';

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

/** Services in one message. */
const piece = 1000;

/** Progress is said this often: a hundred times in a whole list. */
const leastStep = 0.01;

/** Reads what the question holds, and posts the progress and the answer. Runs in the worker. */
export function answerQuestion(question: ReadingQuestion, post: (message: ReadingMessage) => void): void {
  let said = 0;
  // Said at once: the window then knows that the worker has started.
  post({ kind: 'progress', share: 0 });
  const steps = read(question, (rows) => post({ kind: 'rows', rows }));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return post({ kind: 'done', answer: step.value });
    if (step.value - said < leastStep) continue;
    said = step.value;
    post({ kind: 'progress', share: said });
  }
}

type PostRows = (rows: ServiceList['rows']) => void;

function* read(question: ReadingQuestion, postRows: PostRows): Steps<ReadingAnswer> {
  const { content } = question;
  if (typeof content === 'string')
    return isTable(content)
      ? yield* readSources(textSheets(content), question, postRows)
      : readPage(content, question);
  const opened = yield* within(openList(content, openDecoder), 0, 0.3);
  if (!opened.ok) return { kind: 'refused', refusal: opened.error };
  return yield* within(readSources(opened.value.sources, question, postRows), 0.3, 1);
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
  { today, columns, dateOrder, kind, corrections }: ReadingQuestion,
  postRows: PostRows,
): Steps<ReadingAnswer> {
  const reading = yield* readServiceList(sources, { today, columns, dateOrder, kind, corrections });
  if (!reading.ok) {
    if (reading.error.reason !== 'missing-columns') return { kind: 'refused', refusal: reading.error };
    const { found } = reading.error;
    return {
      kind: 'columns',
      missing: { ...reading.error, found: withRows(found, () => false) },
      samples: columnSamples(found),
    };
  }
  const { rows, ...list } = reading.value;
  for (let at = 0; at < rows.length; at += piece) postRows(rows.slice(at, at + piece));
  const wanted = new Set([...list.rejected.map(({ row }) => row), ...corrections.keys()]);
  return {
    kind: 'list',
    list: { ...list, found: withRows(list.found, (row) => wanted.has(row)) },
    samples: columnSamples(list.found),
  };
}

const withRows = (found: FoundServices, keep: (row: number) => boolean): FoundServices => ({
  ...found,
  sheet: { ...found.sheet, rows: found.sheet.rows.filter(({ row }) => keep(row)) },
});
