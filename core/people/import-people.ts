import { err, ok, type Result } from '../kernel/result.ts';
import { cleanCell, shorten } from './cell.ts';
import { findHeader, optionalFields, type Column, type Header, type HeaderRefusal, type OptionalField } from './columns.ts';
import { readings, type CsvRecord, type Separator } from './csv.ts';
import { emailKey, type Person, type PersonDetails } from './person.ts';
import { readRow, type RejectReason } from './read-row.ts';

/** A row that is a person. `suspended`: the account is switched off where the list comes from, on a day that it does not say. */
export interface StaffRow {
  readonly row: number;
  readonly details: PersonDetails;
  readonly suspended: boolean;
}

/** A row that is none, with the reason and its text as read. `column`: the header of the cell at fault. */
export interface RejectedRow {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
  readonly reason: RejectReason;
}

/** A staff list read: every row of the file is a title or the header (up to `headerRow`), in `rows`, or in `rejected`. */
export interface StaffList {
  readonly separator: Separator;
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly ignored: readonly string[];
  /** The optional fields that the list has a column for: it says nothing of the others. */
  readonly present: readonly OptionalField[];
  readonly rows: readonly StaffRow[];
  readonly rejected: readonly RejectedRow[];
}

export type StaffListRefusal = HeaderRefusal;

/**
 * Reads a staff list, whatever program wrote it; no row is lost: each is a person or is listed with its reason. Of two rows
 * with one e-mail address the first counts. Refuses only a file without an e-mail column or a name.
 */
export function readStaffList(text: string): Result<StaffList, StaffListRefusal> {
  const found = findList(text);
  if (!found.ok) return found;
  const { separator, records, header } = found.value;
  const rows: StaffRow[] = [];
  const rejected: RejectedRow[] = [];
  const firstRow = new Map<string, number>();
  for (const record of records.slice(header.row)) {
    const { row } = record;
    const reject = (column: string | null, reason: RejectReason): void => {
      rejected.push({ row, column, text: textOf(record.cells, separator), reason });
    };
    const reading = readRow(header, record);
    if (reading.kind === 'rejected') {
      reject(reading.column, reading.reason);
      continue;
    }
    const { details, suspended } = reading;
    const key = emailKey(details.email);
    const first = firstRow.get(key);
    if (first === undefined) {
      firstRow.set(key, row);
      rows.push({ row, details, suspended });
    } else
      reject(header.columns.find((column) => column.field === 'email')?.header ?? null, { kind: 'duplicate-email', email: details.email, firstRow: first });
  }
  const present = optionalFields.filter((field) => header.columns.some((column) => column.field === field));
  return ok({ separator, headerRow: header.row, columns: header.columns, ignored: header.ignored, present, rows, rejected });
}

interface FoundList {
  readonly separator: Separator;
  readonly records: readonly CsvRecord[];
  readonly header: Header;
}

/** The first reading with a header: a recognised header says more of the separator than any counting. */
function findList(text: string): Result<FoundList, HeaderRefusal> {
  let refusal: HeaderRefusal | undefined;
  for (const { separator, records } of readings(text)) {
    const header = findHeader(records);
    if (header.ok) return ok({ separator, records, header: header.value });
    if (refusal === undefined || header.error.missing.length < refusal.missing.length) refusal = header.error;
  }
  return err(refusal ?? { reason: 'missing-columns', missing: ['email', 'name'], found: [] });
}

function textOf(cells: readonly string[], separator: Separator): string {
  const shown = cells.map(cleanCell);
  return shown.every((cell) => cell === '') ? '' : shorten(shown.join(separator === '\t' ? ' | ' : separator), 160);
}

/**
 * The people to hand to an import (*own*): a suspended account is listed with that reason and left out, since nobody needs a
 * seat for it and the list does not say the last day of work. Whoever is known already stays as they are.
 */
export const importableRows = (list: StaffList): readonly PersonDetails[] => list.rows.filter((row) => !row.suspended).map((row) => row.details);

const requiredFields = ['givenName', 'familyName'] as const;
export type ChangedField = (typeof requiredFields)[number] | OptionalField;

/** What an import would do; every row is in one of the first four groups. */
export interface ImportPlan {
  readonly added: readonly PersonDetails[];
  /** `details` is the person after the change, whole; `fields` what differs. */
  readonly changed: readonly { readonly person: Person; readonly details: PersonDetails; readonly fields: readonly ChangedField[] }[];
  readonly unchanged: readonly Person[];
  /** The list's start or end contradicts the other day, known from elsewhere: left as it is, for a person to look at. */
  readonly conflicting: readonly { readonly person: Person; readonly details: PersonDetails }[];
  /** On the desk and not in the list: nobody is removed by a list. */
  readonly absent: readonly Person[];
}

/**
 * Compares a staff list with the people on the desk, by e-mail address. A column that the list has is right, also where the
 * cell is blank; one that it lacks (not in `present`) leaves what is known. Of two rows with one address the first counts.
 */
export function planImport(people: ReadonlyMap<string, Person>, rows: readonly PersonDetails[], present: ReadonlySet<OptionalField>): ImportPlan {
  const byEmail = new Map<string, Person>();
  for (const person of people.values()) if (!byEmail.has(emailKey(person.email))) byEmail.set(emailKey(person.email), person);
  const compared: readonly ChangedField[] = [...requiredFields, ...optionalFields.filter((field) => present.has(field))];
  const added: PersonDetails[] = [];
  const changed: ImportPlan['changed'][number][] = [];
  const unchanged: Person[] = [];
  const conflicting: ImportPlan['conflicting'][number][] = [];
  const listed = new Set<string>();
  for (const row of rows) {
    const key = emailKey(row.email);
    if (listed.has(key)) continue;
    listed.add(key);
    const person = byEmail.get(key);
    if (person === undefined) {
      added.push(row);
      continue;
    }
    const fields = compared.filter((field) => person[field] !== row[field]);
    const details = merge(person, row, present);
    if (fields.length === 0) unchanged.push(person);
    else if (details.start !== null && details.end !== null && details.end < details.start) conflicting.push({ person, details });
    else changed.push({ person, details, fields });
  }
  return { added, changed, unchanged, conflicting, absent: [...people.values()].filter((person) => !listed.has(emailKey(person.email))) };
}

const merge = (person: Person, row: PersonDetails, present: ReadonlySet<OptionalField>): PersonDetails => ({
  givenName: row.givenName,
  familyName: row.familyName,
  email: person.email,
  department: present.has('department') ? row.department : person.department,
  start: present.has('start') ? row.start : person.start,
  end: present.has('end') ? row.end : person.end,
});
