import {
  isBlank,
  isErrorValue,
  looksLikeFormula,
  saysNothing,
  shorten,
} from '../../formats/spreadsheet/cell.ts';
import { repeatsHeader } from '../../formats/spreadsheet/headers.ts';
import type { Day } from '../../kernel/day.ts';
import type { ColumnField } from './column-names.ts';
import type { Header } from './columns.ts';
import { emailPattern, type PersonDetails } from '../person.ts';
import { hasLetter } from './plain-name.ts';
import { bareEmail, plainCell } from './plain-cell.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readListedDay, type DayField } from './read-dates.ts';
import { statusReaders, worst, type Status, type StatusField } from './read-status.ts';
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
  | { readonly kind: 'guest'; readonly value: string }
  | { readonly kind: 'unknown-status'; readonly value: string }
  | { readonly kind: 'missing-status' }
  /** The row is the title of people who have left (CESSATI), or below it without a last day. */
  | { readonly kind: 'left-title'; readonly title: string }
  | { readonly kind: 'left-section'; readonly title: string }
  /** The row is below the header of another table, or is it. `header` is its row. */
  | { readonly kind: 'other-table'; readonly header: number }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'duplicate-email'; readonly email: string; readonly firstRow: number };

export type RowReading =
  | { readonly kind: 'person'; readonly details: PersonDetails; readonly suspended: boolean }
  /** `column` is the header of the wrong cell, or null if the whole row is wrong. */
  | { readonly kind: 'rejected'; readonly column: string | null; readonly reason: RejectReason };

const longest = { name: 100, email: 254, department: 100 };

/** An account of somebody else's organisation, as Microsoft 365 writes it: name_gmail.com#EXT#@studio... */
const isGuest = (email: string): boolean => /#ext#@/i.test(email);

/** The word of a total and what may follow it. Other words make it a name: "Somma Ada". */
const total =
  /^(?:(?:sub)?total[ei]?|grand total|tot\.?|somma|conteggio|numero|n\.|count|sum)(?: (?:general[ei]|complessiv[oi]|dipendenti|addetti|collaboratori|persone|utenti|righe|di|in forza|staff|employees|people|users|rows|of))*[ .:=]*[\d.,]*$/i;

/** Whether the cells that are filled are a total: its word first, and no other word. */
const isTotal = ([first = '', ...others]: readonly string[]): boolean =>
  first.length < 60 && total.test(first) && !others.some(hasLetter);

type Rejection = Extract<RowReading, { readonly kind: 'rejected' }>;

const whole = (reason: RejectReason): Rejection => ({ kind: 'rejected', column: null, reason });

/**
 * Reads one row as a person, or says why it is not a person. Cleans the cells, then checks the row as
 * a whole and then its cells. `order` decides about dates that can be read both ways. `isText`: the row was
 * cut at separators; in a worksheet cells beside the table move no others.
 */
export function readRow(
  header: Header,
  record: SheetRow,
  { order = 'day-month', isText = true }: { readonly order?: DateOrder; readonly isText?: boolean } = {},
): RowReading {
  const cells = record.cells.map(plainCell);
  if (record.malformed) return whole({ kind: 'malformed' });
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return whole({ kind: 'empty-row' });
  if (header.row > 0 && repeatsHeader(header, cells)) return whole({ kind: 'repeated-header' });
  // More cells than headers: a separator inside a cell has moved the others, so no cell can be trusted.
  if (isText && cells.slice(header.headers.length).some((cell) => cell !== ''))
    return whole({ kind: 'malformed' });
  const read = reader(header, cells);
  const email = bareEmail(read.cell('email'));
  if (!email.includes('@') && isTotal(filled)) return whole({ kind: 'total-row' });

  const name = nameIn(read, email);
  if (name.kind === 'rejected') return name;
  if (saysNothing(email)) return read.fault('email', { kind: 'missing-email' });
  if (isGuest(email)) return read.fault('email', { kind: 'guest', value: shorten(email, 60) });
  if (email.length > longest.email) return read.fault('email', { kind: 'too-long', most: longest.email });
  if (!emailPattern.test(email)) return read.fault('email', { kind: 'bad-email', value: shorten(email, 60) });

  const start = dayIn(read, 'start', order);
  if (start !== null && typeof start === 'object') return start;
  const end = dayIn(read, 'end', order);
  if (end !== null && typeof end === 'object') return end;
  if (start !== null && end !== null && end < start) return read.fault('end', { kind: 'end-before-start' });

  const department = departmentIn(read);
  if (isErrorValue(department)) return read.fault('department', { kind: 'formula', value: department });
  if (department.length > longest.department)
    return read.fault('department', { kind: 'too-long', most: longest.department });
  const status = statusIn(read);
  if (typeof status === 'object') return status;
  return {
    kind: 'person',
    // Of somebody who has left the list may say since when. Then the import has what it needs.
    suspended: status === 'suspended' || (status === 'left' && end === null),
    details: { ...name.name, email, department, start, end },
  };
}

function dayIn(read: Reader, field: DayField, order: DateOrder): Day | null | Rejection {
  const cell = read.cell(field);
  const day = readListedDay(cell, field, order);
  return day.ok ? day.value : read.fault(field, { kind: 'bad-date', value: shorten(cell, 60) });
}

/** What all status columns say together, or the rejection if one of them is not understood. */
function statusIn(read: Reader): Status | Rejection {
  const said: Status[] = [];
  for (const field of ['suspended', 'blocked', 'active'] as const satisfies readonly StatusField[]) {
    if (!read.has(field)) continue;
    const cell = read.cell(field);
    const status = statusReaders[field](cell);
    if (status === undefined)
      return read.fault(
        field,
        field === 'active' && saysNothing(cell)
          ? { kind: 'missing-status' }
          : { kind: 'unknown-status', value: shorten(cell, 60) },
      );
    said.push(status);
  }
  return worst(said);
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
    if (isBlank(text) || !hasLetter(text)) return read.fault(field, { kind: 'missing-name' });
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
