// Reads a staff list at once. The screen reads it in slices.
import { finish } from '../../core/kernel/steps.ts';
import type { ColumnChoices } from '../../core/people/import/columns.ts';
import { textSheets } from '../../core/formats/spreadsheet/csv.ts';
import { openDecoder } from './open-decoder.ts';
import { openList } from '../../core/formats/spreadsheet/open-list.ts';
import { readStaffList, type ListReading, type StaffList } from '../../core/people/import/read-staff-list.ts';
import type { Sheet } from '../../core/formats/spreadsheet/sheet.ts';

const nothingChosen: ColumnChoices = new Map();

/** The sheets of a text, one for each separator. The best one comes first. */
export const sheetsOf = (text: string): readonly Sheet[] =>
  textSheets(text).map((open) => {
    const sheet = finish(open());
    if (!sheet.ok) throw new Error(sheet.error.reason);
    return sheet.value;
  });

export function readingOf(text: string, choices = nothingChosen): ListReading {
  const reading = finish(readStaffList(textSheets(text), choices));
  if (!reading.ok) throw new Error(reading.error.reason);
  return reading.value;
}

/** The list in a text, and the sheet that contained it. */
export function listIn(text: string, choices = nothingChosen): Extract<ListReading, { kind: 'list' }> {
  const reading = readingOf(text, choices);
  if (reading.kind === 'columns') throw new Error(reading.found.missing.join());
  return reading;
}

export const listOf = (text: string, choices = nothingChosen): StaffList => listIn(text, choices).list;

/** The list in the bytes of a file, or the reason of the refusal. */
export function readBytes(bytes: Uint8Array, choices = nothingChosen) {
  const opened = finish(openList(bytes, openDecoder));
  if (!opened.ok) return { refused: opened.error.reason } as const;
  const reading = finish(readStaffList(opened.value.sources, choices));
  return reading.ok
    ? ({ form: opened.value.form, ...reading.value } as const)
    : ({ refused: reading.error.reason } as const);
}
