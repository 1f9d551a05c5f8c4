import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import type { HeaderRefusal } from './find-header.ts';
import type { Header } from './headers.ts';
import { isEmptyRow } from './row.ts';
import type { Sheet, SheetRefusal, SheetRow, SheetSource } from './sheet.ts';

/** The sheet with the list, and its header. `missing`: the columns that a person must still name. */
export interface FoundSheet<F extends string, M> {
  readonly sheet: Sheet;
  readonly header: Header<F>;
  readonly missing: readonly M[];
  /**
   * The names of all sheets of the workbook that hold a complete list, in their order, this one among them. A
   * person can choose another one. Absent if it is the only one.
   */
  readonly sheetNames?: readonly string[];
}

/** Rows of a sheet that is only looked at: its header stands among them (see findHeaderOf). */
const rowsLookedAt = 100;

type FindHeader<F extends string, M> = (rows: readonly SheetRow[]) => Result<Header<F>, HeaderRefusal<F, M>>;

/**
 * Returns the first sheet with a complete header and a row below it; else the first with a complete header:
 * that is a better sign than any count of separators. Otherwise returns the sheet that lacks the fewest
 * columns. `wanted`: the name of the sheet that a person chose. The other sheets of a workbook are only
 * looked at, so that they can be chosen. Refuses a file that cannot be read at all. A later sheet that is
 * beyond the budget is passed over if an earlier one has a column of the list.
 */
export function* findSheet<F extends string, M>(
  sources: readonly SheetSource[],
  findHeader: FindHeader<F, M>,
  wanted: string | null = null,
): Steps<Result<FoundSheet<F, M>, SheetRefusal>> {
  const asked = sources.find(({ sheetName }) => wanted !== null && sheetName === wanted);
  const best = yield* within(bestOf(asked === undefined ? sources : [asked], findHeader), 0, 0.9);
  if (!best.ok) return best;
  const { source, found } = best.value;
  const alone = source.sheetName === undefined || (found.missing.length > 0 && asked === undefined);
  if (alone) return ok(found);
  const sheetNames: string[] = [];
  // Those before the one that was found were looked at already: they hold no list.
  const seen = asked === undefined ? sources.indexOf(source) : 0;
  for (const [at, other] of sources.entries()) {
    const part = (place: number): number => 0.9 + (0.1 * place) / sources.length;
    if (other !== source && at < seen) continue;
    if (other === source || (yield* within(holdsList(other, findHeader), part(at), part(at + 1))))
      sheetNames.push(other.sheetName ?? '');
  }
  return ok(sheetNames.length > 1 ? { ...found, sheetNames } : found);
}

/** The sheet that is read, and where it comes from. */
interface Best<F extends string, M> {
  readonly source: SheetSource;
  readonly found: FoundSheet<F, M>;
}

function* bestOf<F extends string, M>(
  sources: readonly SheetSource[],
  findHeader: FindHeader<F, M>,
): Steps<Result<Best<F, M>, SheetRefusal>> {
  let nearest: Best<F, M> | undefined;
  for (const source of sources) {
    const sheet = yield* source();
    if (!sheet.ok) {
      if ((nearest?.found.header.columns.length ?? 0) > 0) continue;
      return sheet;
    }
    const header = findHeader(sheet.value.rows);
    const found: FoundSheet<F, M> = header.ok
      ? { sheet: sheet.value, header: header.value, missing: [] }
      : { sheet: sheet.value, header: header.error.nearest, missing: header.error.missing };
    // Of a text the first complete reading counts. A worksheet with headers alone may be a form.
    const isList = header.ok && (source.sheetName === undefined || hasRows(sheet.value.rows, header.value));
    if (isList) return ok({ source, found });
    if (nearest === undefined || found.missing.length < nearest.found.missing.length)
      nearest = { source, found };
  }
  return nearest === undefined ? err({ reason: 'no-workbook' }) : ok(nearest);
}

const hasRows = (rows: readonly SheetRow[], header: Header<string>): boolean =>
  rows.some((row) => row.row > header.row && !isEmptyRow(row));

/** Whether a worksheet holds a complete list, by its first rows. One that cannot be read holds none. */
function* holdsList<F extends string, M>(source: SheetSource, findHeader: FindHeader<F, M>): Steps<boolean> {
  const sheet = yield* source(rowsLookedAt);
  if (!sheet.ok) return false;
  const header = findHeader(sheet.value.rows);
  return header.ok && hasRows(sheet.value.rows, header.value);
}
