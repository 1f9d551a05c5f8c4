import { listFields } from '../fields.ts';
import { isAboutRow } from '../../formats/spreadsheet/correction-table.ts';
import { columnNamed } from './column-names.ts';

/**
 * Whether a list is one of Allinea's own (see serviceTable), by its headers: all fields in their order, in
 * either language, and what a person has added after them. What its cells say was written by the register:
 * "no" is somebody's name there, and not the lack of one.
 */
export function isOwnList(headers: readonly string[]): boolean {
  const said = headers.filter((header) => !isAboutRow(header));
  return listFields.every((field, at) => columnNamed(said[at] ?? '')?.field === field);
}
