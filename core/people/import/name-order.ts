import { headerKey, keysOf } from '../../formats/spreadsheet/headers.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import { fieldNamed, type ColumnField } from './column-names.ts';
import type { ColumnChoices, Header } from './columns.ts';
import { bareEmail, plainCell } from './plain-cell.ts';
import { orderSaid, type NameOrder } from './split-name.ts';

/** A column of full names that says which part comes first. */
const givenFirst = new Set(['nomeecognome', 'nomecognome']);

/** Italian payroll programs write the family name first under these. */
const payroll = new Set(['nominativo', 'nominativi', 'nominativodipendente', 'dipendente', 'dipendenti']);

/** Whether the header of a column of full names does not say which part of them comes first. */
export const isNeutral = (header: string, field: ColumnField): boolean =>
  (field === 'full-name' || field === 'family-first') &&
  fieldNamed(headerKey(header))?.field !== 'family-first' &&
  !givenFirst.has(headerKey(header));

/** A list is looked at so many rows down. */
export const mostLookedAt = 2000;
const longestName = 100;

/** "m.rossi" counts three times as much as "mario.rossi" (see orderSaid). */
const sureVote = 3;

/** Which part of the full names comes first, by two of three votes of their addresses. Undefined if none. */
export function orderVoted(
  names: Iterable<{ readonly name: string; readonly email: string }>,
): NameOrder | undefined {
  const votes: Record<NameOrder, number> = { 'given-first': 0, 'family-first': 0 };
  for (const { name, email } of names) {
    const said = name.length > longestName ? undefined : orderSaid(name, email);
    if (said !== undefined) votes[said.order] += said.sure ? sureVote : 1;
  }
  const all = votes['given-first'] + votes['family-first'];
  return (['given-first', 'family-first'] as const).find(
    (order) => votes[order] > 0 && votes[order] * 3 >= all * 2,
  );
}

/**
 * Settles which part of the full names comes first where the header does not say it ("Nominativo", "Name"):
 * one order for the whole list (*own*). The addresses vote. Without a clear majority the family name is first
 * under the headers of payroll programs, and the given name elsewhere. What a person chose stays.
 */
export function settleNameOrder(header: Header, rows: readonly SheetRow[], choices: ColumnChoices): Header {
  const full = header.columns.find(({ field }) => field === 'full-name');
  const email = header.columns.find(({ field }) => field === 'email');
  if (full === undefined || email === undefined || header.row === 0) return header;
  const key = headerKey(full.header);
  if (!isNeutral(full.header, full.field) || choices.has(keysOf(header)[full.index] ?? '')) return header;
  const voted = orderVoted(
    rows
      .slice(0, mostLookedAt)
      .flatMap(({ row, cells }) =>
        row > header.row
          ? [{ name: plainCell(cells[full.index] ?? ''), email: bareEmail(cells[email.index] ?? '') }]
          : [],
      ),
  );
  if ((voted ?? (payroll.has(key) ? 'family-first' : 'given-first')) === 'given-first') return header;
  return {
    ...header,
    columns: header.columns.map((column) =>
      column === full ? { ...full, field: 'family-first' as const } : column,
    ),
  };
}
