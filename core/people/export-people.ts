import type { Day } from '../kernel/day.ts';
import type { ColumnField } from './import/column-names.ts';
import type { Person } from './person.ts';

/** The columns of the exported staff list, in order. The import accepts them unchanged. */
export const exportFields = [
  'family-name',
  'given-name',
  'email',
  'department',
  'start',
  'end',
] as const satisfies readonly ColumnField[];

export interface ExportRow {
  readonly texts: readonly [familyName: string, givenName: string, email: string, department: string];
  readonly days: readonly [start: Day | null, end: Day | null];
}

/**
 * Everybody on the desk, sorted by family name, given name and e-mail. Exports only what the import reads.
 */
export const exportRows = (people: Iterable<Person>): readonly ExportRow[] =>
  [...people]
    .map(({ familyName, givenName, email, department, start, end }): ExportRow => ({
      texts: [familyName, givenName, email, department],
      days: [start, end],
    }))
    .sort(
      (a, b) =>
        compare(a.texts[0], b.texts[0]) || compare(a.texts[1], b.texts[1]) || compare(a.texts[2], b.texts[2]),
    );

const compare = (a: string, b: string): number => a.localeCompare(b, 'it');
