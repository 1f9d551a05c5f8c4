import type { Result } from '../../../../core/kernel/result.ts';
import { within, type Steps } from '../../../../core/kernel/steps.ts';
import type { ColumnChoices } from '../../../../core/people/import/columns.ts';
import { chooseColumns } from '../../../../core/people/import/columns.ts';
import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import {
  openList,
  type OpenedList,
  type OpenRefusal,
} from '../../../../core/formats/spreadsheet/open-list.ts';
import {
  readRows,
  readStaffList,
  type FoundSheet,
  type ListReading,
} from '../../../../core/people/import/read-staff-list.ts';
import { largestStaffList, type OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { text } from '../../../text/text.ts';
import { runSteps, type Watch } from './run-steps.ts';

/** The name of a list on screen, and the format it had. */
interface Origin {
  readonly name: string;
  readonly form: OpenedList['form'] | 'pasted';
}

export type ReadList = ListReading & Origin;

/**
 * A staff list, or a list whose columns are not known yet, or the sentence that says why it cannot be used.
 */
export type Reading =
  | ReadList
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const refused = (name: string, sentence: string): Reading => ({ kind: 'refused', name, sentence });

const tooLarge = (): string => text('file.too-large', { most: Math.round(largestStaffList / 1_000_000) });

function refusalSentence(refusal: OpenRefusal): string {
  if (refusal.reason === 'too-large') return tooLarge();
  if (refusal.reason === 'binary-file')
    return text(refusal.kind === 'xls' ? 'file.binary.xls' : 'file.binary.other');
  return text(`file.${refusal.reason}`);
}

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

function* read(
  bytes: Uint8Array,
  choices: ColumnChoices,
): Steps<Result<ListReading & Pick<Origin, 'form'>, OpenRefusal>> {
  const opened = yield* within(openList(bytes, openDecoder), 0, 0.2);
  if (!opened.ok) return opened;
  const reading = yield* within(readStaffList(opened.value.sources, choices), 0.2, 1);
  return reading.ok ? { ok: true, value: { ...reading.value, form: opened.value.form } } : reading;
}

/**
 * Reads a file that the person chose or dropped. Its content stays in this window until the person confirms.
 * Null if the reading was stopped.
 */
export async function readFile(file: File, choices: ColumnChoices, watch: Watch): Promise<Reading | null> {
  const { name } = file;
  if (file.size > largestStaffList) return refused(name, tooLarge());
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(name, text('file.unreadable'));
  }
  const result = await runSteps(read(bytes, choices), watch);
  if (result === null) return null;
  return result.ok ? { ...result.value, name } : refused(name, refusalSentence(result.error));
}

export async function readPasted(
  pasted: string,
  choices: ColumnChoices,
  watch: Watch,
): Promise<Reading | null> {
  const name = text('import.pasted');
  if (pasted.trim() === '') return refused(name, text('file.nothing-pasted'));
  if (pasted.length > largestStaffList) return refused(name, tooLarge());
  const result = await runSteps(readStaffList(textSheets(pasted), choices), watch);
  if (result === null) return null;
  return result.ok ? { ...result.value, name, form: 'pasted' } : refused(name, refusalSentence(result.error));
}

/** Reads the same list again with other columns. */
export async function readAgain(
  { name, form, found }: ReadList,
  choices: ColumnChoices,
  watch: Watch,
): Promise<Reading | null> {
  const header = chooseColumns(found.header, found.sheet.rows, choices);
  if (!header.ok)
    return {
      kind: 'columns',
      name,
      form,
      found: { ...found, header: header.error.nearest, missing: header.error.missing },
    };
  const next: FoundSheet = { sheet: found.sheet, header: header.value, missing: [] };
  const list = await runSteps(readRows(found.sheet, header.value), watch);
  return list === null ? null : { kind: 'list', name, form, found: next, list };
}
