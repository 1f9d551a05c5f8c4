import { finish, type Steps } from '../../kernel/steps.ts';
import { optionalFields, type OptionalField } from './column-names.ts';
import { emailKey, type Person, type PersonDetails } from '../person.ts';
import type { StaffList } from './read-staff-list.ts';

/**
 * The people to import (*own*). Suspended accounts and people who have left are left out: nobody needs a seat
 * for them, and the list does not say their last day of work. They are listed with that reason. People who
 * are already known stay as they are.
 */
export const importableRows = (list: StaffList): readonly PersonDetails[] =>
  list.rows.filter((row) => !row.suspended).map((row) => row.details);

/**
 * The addresses of people whom the list names and who are not imported: rows that are rejected or suspended.
 * Lower case (see emailKey).
 */
export const namedOnly = (list: Pick<StaffList, 'rows' | 'rejected'>): ReadonlySet<string> =>
  new Set([
    ...list.rejected.flatMap(({ named }) => named.map(emailKey)),
    ...list.rows.filter((row) => row.suspended).map((row) => emailKey(row.details.email)),
  ]);

const requiredFields = ['givenName', 'familyName'] as const;
export type ChangedField = (typeof requiredFields)[number] | OptionalField;

/** What an import would do. Every row is added, changed, unchanged or conflicting, once for each address. */
export interface ImportPlan {
  readonly added: readonly PersonDetails[];
  /** `details` is the whole person after the change. `fields` names what differs. */
  readonly changed: readonly {
    readonly person: Person;
    readonly details: PersonDetails;
    readonly fields: readonly ChangedField[];
  }[];
  readonly unchanged: readonly Person[];
  /**
   * People whose name the list writes with other capitals, wherever else they are. Their name stays as it is
   * unless the person asks for the list's capitals.
   */
  readonly recased: readonly Person[];
  /**
   * The list's start or end contradicts the other day, which is known from elsewhere. The person stays
   * unchanged, for somebody to look at.
   */
  readonly conflicting: readonly { readonly person: Person; readonly details: PersonDetails }[];
  /** People on the desk whom no row of the list names. A list never removes anybody. */
  readonly absent: readonly Person[];
}

/**
 * Compares a staff list with the people on the desk, by e-mail address. If the list has a column, its cells
 * are right, even blank ones. If it lacks an optional column (not in `present`), the known value stays. If
 * two rows have the same address, the first counts. A name that differs only in upper and lower case is no
 * change unless `takeCase` is set: payroll programs write names in capitals (*own*). `named`: the addresses
 * that the list names without importing them (see namedOnly): nobody of them is absent.
 */
export const planImport = (...compared: Parameters<typeof planImportInSteps>): ImportPlan =>
  finish(planImportInSteps(...compared));

/** Rows in one step. */
const slice = 500;

/** The same comparison in steps, for a preview while the window answers. */
export function* planImportInSteps(
  people: ReadonlyMap<string, Person>,
  rows: readonly PersonDetails[],
  present: ReadonlySet<OptionalField>,
  takeCase = false,
  named: ReadonlySet<string> = new Set(),
): Steps<ImportPlan> {
  const byEmail = new Map<string, Person>();
  for (const person of people.values())
    if (!byEmail.has(emailKey(person.email))) byEmail.set(emailKey(person.email), person);
  const compared: readonly ChangedField[] = [
    ...requiredFields,
    ...optionalFields.filter((field) => present.has(field)),
  ];
  const added: PersonDetails[] = [];
  const changed: ImportPlan['changed'][number][] = [];
  const unchanged: Person[] = [];
  const recased: Person[] = [];
  const conflicting: ImportPlan['conflicting'][number][] = [];
  const listed = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index % slice === slice - 1) yield index / rows.length;
    const key = emailKey(row.email);
    if (listed.has(key)) continue;
    listed.add(key);
    const person = byEmail.get(key);
    if (person === undefined) {
      added.push(row);
      continue;
    }
    const found = { ...row, ...namesOf(person, row, takeCase) };
    if (requiredFields.some((field) => sameButForCase(person[field], row[field]))) recased.push(person);
    const fields = compared.filter((field) => person[field] !== found[field]);
    const details = merge(person, found, present);
    if (fields.length === 0) unchanged.push(person);
    else if (details.start !== null && details.end !== null && details.end < details.start)
      conflicting.push({ person, details });
    else changed.push({ person, details, fields });
  }
  return {
    added,
    changed,
    unchanged,
    recased,
    conflicting,
    absent: [...people.values()].filter(
      ({ email }) => !listed.has(emailKey(email)) && !named.has(emailKey(email)),
    ),
  };
}

const sameButForCase = (a: string, b: string): boolean => a !== b && a.toLowerCase() === b.toLowerCase();

/** The names of the list, or the known ones if only their capitals differ. */
function namesOf(
  person: Person,
  row: PersonDetails,
  takeCase: boolean,
): Pick<PersonDetails, 'givenName' | 'familyName'> {
  const name = (field: (typeof requiredFields)[number]): string =>
    !takeCase && sameButForCase(person[field], row[field]) ? person[field] : row[field];
  return { givenName: name('givenName'), familyName: name('familyName') };
}

const merge = (person: Person, row: PersonDetails, present: ReadonlySet<OptionalField>): PersonDetails => ({
  givenName: row.givenName,
  familyName: row.familyName,
  email: person.email,
  department: present.has('department') ? row.department : person.department,
  start: present.has('start') ? row.start : person.start,
  end: present.has('end') ? row.end : person.end,
});
