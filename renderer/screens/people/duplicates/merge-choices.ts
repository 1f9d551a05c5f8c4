import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Duplicate } from '../../../../core/people/duplicates.ts';
import type { Person, PersonDetails } from '../../../../core/people/person.ts';
import { dayText } from '../../../text/format.ts';
import type { TextId } from '../../../text/text.ts';

export type Side = 'first' | 'second';
export type MergeField = keyof PersonDetails;
export type MergeChoices = Readonly<Record<MergeField, Side>>;

export const mergeFields: readonly { readonly field: MergeField; readonly label: TextId }[] = [
  { field: 'givenName', label: 'person.given' },
  { field: 'familyName', label: 'person.family' },
  { field: 'email', label: 'person.email' },
  { field: 'department', label: 'people.department' },
  { field: 'start', label: 'person.start-short' },
  { field: 'end', label: 'person.end-short' },
];

/** The value of a field as shown. An empty value is a dash. */
export function fieldText(person: Person, field: MergeField): string {
  const value = person[field];
  if (value === null || value === '') return '–';
  return field === 'start' || field === 'end' ? dayText(value as NonNullable<Person['start']>) : value;
}

/** The first choice of each field: the longer value, or the first row's if both are as long. */
export function firstChoices({ people: [first, second] }: Duplicate): MergeChoices {
  const fuller = (field: MergeField): Side =>
    (second[field] ?? '').length > (first[field] ?? '').length ? 'second' : 'first';
  // A given name may be only an initial, so the longer one is better. An e-mail address is
  // not better if longer.
  return {
    givenName: fuller('givenName'),
    familyName: 'first',
    email: 'first',
    department: fuller('department'),
    start: fuller('start'),
    end: fuller('end'),
  };
}

export function chosenDetails({ people: [first, second] }: Duplicate, choices: MergeChoices): PersonDetails {
  const of = <F extends MergeField>(field: F): Person[F] =>
    (choices[field] === 'first' ? first : second)[field];
  return {
    givenName: of('givenName'),
    familyName: of('familyName'),
    email: of('email'),
    department: of('department'),
    start: of('start'),
    end: of('end'),
  };
}

/** The names of the services on which the person has a seat, and of those on which the person needs one. */
export function placesOf(
  { workspace, replica }: AppState,
  { id }: Person,
): { readonly seats: readonly string[]; readonly needs: readonly string[] } {
  const names = (rows: AppState['workspace']['seats' | 'needs']): readonly string[] =>
    [...rows.values()].flatMap(({ personId, serviceId }) =>
      personId === id ? [replica.services.get(serviceId)?.holder ?? serviceId] : [],
    );
  return { seats: names(workspace.seats), needs: names(workspace.needs) };
}
