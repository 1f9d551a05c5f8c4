import type { Result } from '../../kernel/result.ts';
import { z } from '../../kernel/parse.ts';
import {
  chooseColumnsOf,
  findHeaderOf,
  type HeaderRefusal as ListHeaderRefusal,
  type ListForm,
} from '../../formats/spreadsheet/find-header.ts';
import {
  chosen,
  columnKeys,
  headerKey,
  surestColumns,
  type Column as ListColumn,
  type ColumnChoices as ListChoices,
  type ColumnUse as ListUse,
  type Header as ListHeader,
} from '../../formats/spreadsheet/headers.ts';
import { columnFields, fieldNamed, type ColumnField } from './column-names.ts';
import { guessNames } from './guess-names.ts';
import { isEmail } from './plain-cell.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';

export type Column = ListColumn<ColumnField>;
export type ColumnUse = ListUse<ColumnField>;
export type ColumnChoices = ListChoices<ColumnField>;
/** The header row of a staff list and the columns in use. */
export type Header = ListHeader<ColumnField>;

export const columnUseSchema = z.enum([...columnFields, 'unused']);

export type MissingColumn = 'email' | 'name' | 'given-name' | 'family-name';

export type HeaderRefusal = ListHeaderRefusal<ColumnField, MissingColumn>;

/** The two ways to write a name. A list is read in one of them. */
const wholeNames: readonly ColumnField[] = ['full-name', 'family-first'];
const nameParts: readonly ColumnField[] = ['given-name', 'family-name'];

/** The columns in use. `keys` are the keys of `headers`. A person's choice wins over the column's name. */
function columnsOf(
  headers: readonly string[],
  keys: readonly string[],
  choices: ColumnChoices,
): readonly Column[] {
  const best = surestColumns(headers, keys, choices, (header) => fieldNamed(headerKey(header)));
  const has = (field: ColumnField): boolean => best.has(field);
  const isChosen = (field: ColumnField): boolean => best.get(field)?.rank === chosen;
  const full = best.get('full-name');
  // "Name; Surname": if there is a family name, "name" is the given name.
  if (
    full &&
    full.rank !== chosen &&
    headerKey(full.header) === 'name' &&
    has('family-name') &&
    !has('given-name')
  )
    best.set('given-name', { ...full, field: 'given-name' });
  const byHand = [...wholeNames, ...nameParts].find(isChosen);
  const parts = byHand === undefined ? nameParts.every(has) : nameParts.includes(byHand);
  const whole = wholeNames.find(isChosen) ?? (has('family-first') ? 'family-first' : 'full-name');
  const dropped = parts
    ? wholeNames
    : has(whole)
      ? [...nameParts, ...wholeNames].filter((field) => field !== whole)
      : [];
  return [...best.values()]
    .filter(({ field }) => !dropped.includes(field))
    .map(({ field, header, index }) => ({ field, header, index }))
    .sort((a, b) => a.index - b.index);
}

function missingIn(columns: readonly Column[]): MissingColumn[] {
  const has = (field: ColumnField): boolean => columns.some((column) => column.field === field);
  const missing: MissingColumn[] = has('email') ? [] : ['email'];
  if (has('full-name') || has('family-first')) return missing;
  if (!has('given-name') && !has('family-name')) return [...missing, 'name'];
  if (!has('given-name')) missing.push('given-name');
  if (!has('family-name')) missing.push('family-name');
  return missing;
}

/** Staff lists: a row with an address is a person, and the addresses reveal the columns of the names. */
const staffForm: ListForm<ColumnField, MissingColumn> = {
  columnsOf,
  missingIn,
  isRecord: ({ cells }) => cells.some(isEmail),
  guess(rows, width) {
    const withMail = Array.from({ length: width }, (_, index) => index).find((index) =>
      rows.some(({ cells }) => isEmail(cells[index] ?? '')),
    );
    if (withMail === undefined) return new Map();
    const names = guessNames(rows, width, withMail);
    return new Map(
      [[withMail, 'email'] as const, ...names].map(([index, field]) => [`:${index + 1}`, field]),
    );
  },
};

/**
 * Finds the header of a staff list (see findHeaderOf): an e-mail column and a name. Recognises Italian and
 * English names, as payroll programs, Google Workspace and Microsoft 365 write them; a person's choice comes
 * first.
 */
export const findHeader = (
  rows: readonly SheetRow[],
  choices: ColumnChoices,
): Result<Header, HeaderRefusal> => findHeaderOf(staffForm, rows, choices);

/** The header after a person's choices, if its row is already known. Refuses it as findHeader does. */
export const chooseColumns = (
  header: Header,
  rows: readonly SheetRow[],
  choices: ColumnChoices,
): Result<Header, HeaderRefusal> => chooseColumnsOf(staffForm, header, rows, choices);

/** All names of a column of addresses have one of these. */
const likeAddresses = /mail|post|upn|princip|utente|smtp/i;

/**
 * What a row below the header is, if its cells name columns: the same header again, or the header of another
 * table. Undefined if it is neither. `choices`: see findHeader.
 */
export function headerBelow(
  header: Header,
  cells: readonly string[],
  choices: ColumnChoices,
): 'repeated' | 'other' | undefined {
  if (cells.length < 2 || cells.some((cell) => cell.includes('@'))) return undefined;
  const chosenEmail = [...choices.values()].includes('email');
  if (!chosenEmail && !cells.some((cell) => likeAddresses.test(cell))) return undefined;
  const columns = columnsOf(cells, columnKeys(cells), choices);
  if (missingIn(columns).length > 0) return undefined;
  const signature = (list: readonly Column[]): string =>
    list.map(({ field, index }) => `${index} ${field}`).join();
  const first = header.row === 0 ? [] : columnsOf(header.headers, columnKeys(header.headers), choices);
  return signature(first) === signature(columns) ? 'repeated' : 'other';
}
