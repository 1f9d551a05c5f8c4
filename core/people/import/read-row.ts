import {
  cleanCell,
  isBlank,
  isErrorValue,
  looksLikeFormula,
  saysNothing,
  shorten,
} from '../../formats/spreadsheet/cell.ts';
import { repeatsHeader } from '../../formats/spreadsheet/headers.ts';
import type { ColumnField } from './column-names.ts';
import type { Header } from './columns.ts';
import { emailPattern, type PersonDetails } from '../person.ts';
import { readDate } from './read-dates.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import { splitName, type SplitName } from './split-name.ts';

/** Why a row is not a person. `value` is the text of the cell. */
export type RejectReason =
  | { readonly kind: 'empty-row' }
  | { readonly kind: 'total-row' }
  | { readonly kind: 'repeated-header' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'missing-name' }
  | { readonly kind: 'formula'; readonly value: string }
  | { readonly kind: 'missing-email' }
  | { readonly kind: 'bad-email'; readonly value: string }
  | { readonly kind: 'bad-date'; readonly value: string }
  | { readonly kind: 'end-before-start' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'duplicate-email'; readonly email: string; readonly firstRow: number };

export type RowReading =
  | { readonly kind: 'person'; readonly details: PersonDetails; readonly suspended: boolean }
  /** `column` is the header of the wrong cell, or null if the whole row is wrong. */
  | { readonly kind: 'rejected'; readonly column: string | null; readonly reason: RejectReason };

const longest = { name: 100, email: 254, department: 100 };

const notActive =
  /^(?:suspended|sospes[oa]|inactive|inattiv[oa]|non attiv[oa]|disabled|disabilitat[oa]|disattivat[oa]|blocked|bloccat[oa]|archived|archiviat[oa]|deleted|eliminat[oa]|cessat[oa])\b/i;
const yes = /^(?:true|vero|yes|s[iì]|1|x)$/i;

/**
 * Extracts the address: "Mario Rossi <m.rossi@studio.it>" and
 * "mailto:m.rossi@studio.it" -> m.rossi@studio.it.
 */
const bareEmail = (cell: string): string =>
  (/<([^<>]+)>/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, '').trim();

const totals = /^(?:(?:sub)?total[ei]?|tot\.|somma|n\.|numero|conteggio|count|sum)(?![a-z])/i;

type Rejection = Extract<RowReading, { readonly kind: 'rejected' }>;

const whole = (reason: RejectReason): Rejection => ({ kind: 'rejected', column: null, reason });

/**
 * Reads one row as a person, or says why it is not a person. Cleans the cells, then checks the row as
 * a whole and then its cells.
 */
export function readRow(header: Header, record: SheetRow): RowReading {
  const cells = record.cells.map(cleanCell);
  if (record.malformed) return whole({ kind: 'malformed' });
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return whole({ kind: 'empty-row' });
  if (header.row > 0 && repeatsHeader(header, cells)) return whole({ kind: 'repeated-header' });
  // More cells than headers: a separator inside a cell has moved the others, so no cell can be trusted.
  if (cells.slice(header.headers.length).some((cell) => cell !== '')) return whole({ kind: 'malformed' });
  const read = reader(header, cells);
  const email = bareEmail(read.cell('email'));
  if (!email.includes('@') && totals.test(filled[0] ?? '')) return whole({ kind: 'total-row' });

  const name = nameIn(read, email);
  if (name.kind === 'rejected') return name;
  if (saysNothing(email)) return read.fault('email', { kind: 'missing-email' });
  if (email.length > longest.email) return read.fault('email', { kind: 'too-long', most: longest.email });
  if (!emailPattern.test(email)) return read.fault('email', { kind: 'bad-email', value: shorten(email, 60) });

  const start = readDate(read.cell('start'));
  if (!start.ok) return read.fault('start', { kind: 'bad-date', value: shorten(read.cell('start'), 60) });
  const end = readDate(read.cell('end'));
  if (!end.ok) return read.fault('end', { kind: 'bad-date', value: shorten(read.cell('end'), 60) });
  if (start.value !== null && end.value !== null && end.value < start.value)
    return read.fault('end', { kind: 'end-before-start' });

  const department = departmentIn(read);
  if (isErrorValue(department)) return read.fault('department', { kind: 'formula', value: department });
  if (department.length > longest.department)
    return read.fault('department', { kind: 'too-long', most: longest.department });
  const suspended = notActive.test(read.cell('suspended')) || yes.test(read.cell('blocked'));
  return {
    kind: 'person',
    suspended,
    details: { ...name.name, email, department, start: start.value, end: end.value },
  };
}

interface Reader {
  readonly has: (field: ColumnField) => boolean;
  readonly cell: (field: ColumnField) => string;
  readonly fault: (field: ColumnField, reason: RejectReason) => Rejection;
}

function reader(header: Header, cells: readonly string[]): Reader {
  const column = (field: ColumnField) => header.columns.find((known) => known.field === field);
  return {
    has: (field) => column(field) !== undefined,
    cell: (field) => cells[column(field)?.index ?? -1] ?? '',
    fault: (field, reason) => ({ kind: 'rejected', column: column(field)?.header ?? null, reason }),
  };
}

function nameIn(
  read: Reader,
  email: string,
): { readonly kind: 'name'; readonly name: SplitName } | Rejection {
  const single = read.has('family-first') ? 'family-first' : read.has('full-name') ? 'full-name' : undefined;
  const parts = single
    ? [{ field: single, text: read.cell(single) } as const]
    : ([
        { field: 'given-name', text: read.cell('given-name') },
        { field: 'family-name', text: read.cell('family-name') },
      ] as const);
  for (const { field, text } of parts) {
    // The row was cut at an open quote and exported for correction. Nobody has corrected it yet.
    if (text.startsWith('"') || (text.includes('"') && text.split('"').length % 2 === 0))
      return whole({ kind: 'malformed' });
    if (looksLikeFormula(text) && !isBlank(text))
      return read.fault(field, { kind: 'formula', value: shorten(text, 60) });
    if (isBlank(text)) return read.fault(field, { kind: 'missing-name' });
    if (text.length > longest.name) return read.fault(field, { kind: 'too-long', most: longest.name });
  }
  if (single === undefined)
    return {
      kind: 'name',
      name: { givenName: read.cell('given-name'), familyName: read.cell('family-name') },
    };
  const name = splitName(
    read.cell(single),
    email,
    single === 'family-first' ? 'family-first' : 'given-first',
  );
  return name ? { kind: 'name', name } : read.fault(single, { kind: 'missing-name' });
}

/**
 * The department. Google's paths of organisational units are rewritten: `/Contabilità` -> `Contabilità`,
 * `/Sedi/Arezzo` -> `Sedi / Arezzo`.
 */
function departmentIn(read: Reader): string {
  const cell = read.cell('department');
  if (saysNothing(cell)) return '';
  return cell.startsWith('/')
    ? cell
        .split('/')
        .filter((part) => part.trim() !== '')
        .join(' / ')
    : cell;
}
