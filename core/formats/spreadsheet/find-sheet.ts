import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { HeaderRefusal } from './find-header.ts';
import type { Header } from './headers.ts';
import type { Sheet, SheetRefusal, SheetRow, SheetSource } from './sheet.ts';

/** The sheet with the list, and its header. `missing`: the columns that a person must still name. */
export interface FoundSheet<F extends string, M> {
  readonly sheet: Sheet;
  readonly header: Header<F>;
  readonly missing: readonly M[];
}

/**
 * Returns the first sheet with a complete header: that is a better sign than any count of separators.
 * Otherwise returns the sheet that lacks the fewest columns. Refuses a file that cannot be read at all. A
 * later sheet that is beyond the budget is passed over if an earlier one has a column of the list.
 */
export function* findSheet<F extends string, M>(
  sources: readonly SheetSource[],
  findHeader: (rows: readonly SheetRow[]) => Result<Header<F>, HeaderRefusal<F, M>>,
): Steps<Result<FoundSheet<F, M>, SheetRefusal>> {
  let nearest: FoundSheet<F, M> | undefined;
  for (const open of sources) {
    const sheet = yield* open();
    if (!sheet.ok) {
      if ((nearest?.header.columns.length ?? 0) > 0) continue;
      return sheet;
    }
    const header = findHeader(sheet.value.rows);
    if (header.ok) return ok({ sheet: sheet.value, header: header.value, missing: [] });
    const { missing, nearest: best } = header.error;
    if (nearest === undefined || missing.length < nearest.missing.length)
      nearest = { sheet: sheet.value, header: best, missing };
  }
  return nearest === undefined ? err({ reason: 'no-workbook' }) : ok(nearest);
}
