import { z } from '../../kernel/parse.ts';
import { cleanCell } from './cell.ts';

/** A column in use: its field, its header as written, and its place from 0. */
export interface Column<F extends string> {
  readonly field: F;
  readonly header: string;
  readonly index: number;
}

/**
 * The header row of a list and the columns in use. If the list has no header, `row` is 0 and `headers` are
 * A, B, C.
 */
export interface Header<F extends string> {
  readonly row: number;
  readonly headers: readonly string[];
  readonly columns: readonly Column<F>[];
}

/** A person's choice for a column. `unused` also holds if the column's name would name a field. */
export type ColumnUse<F extends string> = F | 'unused';

/** A person's choices, by the key of the column (see columnKeys). */
export type ColumnChoices<F extends string> = ReadonlyMap<string, ColumnUse<F>>;

/** No header is longer. A longer text is a note, or an attack that makes reading slow. */
const longestHeader = 200;

/**
 * The letters and digits of a header: "Email Address [Required]" -> "emailaddress", "Unità organizzativa *"
 * -> "unitaorganizzativa". Empty if the header is too long.
 */
export const headerKey = (header: string): string =>
  header.length > longestHeader
    ? ''
    : header
        .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, '')
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '');

/** The key of a column that has a header (see columnKeys). */
export const columnKeySchema = z.string().regex(/^[a-z0-9]{1,60}(?::\d{1,4})?$/);

/**
 * The key of each column. A choice for the column is remembered under it. The key is the letters and digits
 * of the header, with a number if an earlier column has the same. A column without a header has its place as
 * key, `:3`: no header can be that.
 */
export function columnKeys(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const key = headerKey(header).slice(0, 60);
    if (key === '') return `:${index + 1}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}:${times}`;
  });
}

/** The key of each column of this header. Columns of a list without a header are known by their places. */
export const keysOf = ({ row, headers }: Pick<Header<string>, 'row' | 'headers'>): readonly string[] =>
  row === 0 ? headers.map((_, index) => `:${index + 1}`) : columnKeys(headers);

/** A field that a header names; `rank` 0 is the surest name. */
export interface NamedField<F extends string> {
  readonly field: F;
  readonly rank: number;
}

/** A column that could be used. A lower rank is surer. A choice by hand is surer than all names. */
export interface Candidate<F extends string> extends Column<F> {
  readonly rank: number;
}

/** The rank of a choice by hand. */
export const chosen = -1;

/**
 * The surest column of each field. `keys` are the keys of `headers`. A person's choice wins over the
 * column's name.
 */
export function surestColumns<F extends string>(
  headers: readonly string[],
  keys: readonly string[],
  choices: ColumnChoices<F>,
  fieldNamed: (header: string) => NamedField<F> | undefined,
): Map<F, Candidate<F>> {
  const best = new Map<F, Candidate<F>>();
  for (const [index, header] of headers.entries()) {
    const use = choices.get(keys[index] ?? '');
    const match =
      use === undefined
        ? fieldNamed(header)
        : use === 'unused'
          ? undefined
          : { field: use as F, rank: chosen };
    const rival = match && best.get(match.field);
    if (match && (rival === undefined || match.rank < rival.rank))
      best.set(match.field, { ...match, header: cleanCell(header), index });
  }
  return best;
}

/** Whether a row repeats the header, as exports page by page do. `cells` are clean. */
export const repeatsHeader = (header: Header<string>, cells: readonly string[]): boolean =>
  header.columns.every((column) => cells[column.index] === column.header);

/** 0 -> A, 25 -> Z, 26 -> AA: the names of a spreadsheet's columns. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
