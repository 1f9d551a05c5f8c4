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

/** The value of a field as it is shown; a dash where there is none. */
export function fieldText(person: Person, field: MergeField): string {
  const value = person[field];
  if (value === null || value === '') return '–';
  return field === 'start' || field === 'end' ? dayText(value as NonNullable<Person['start']>) : value;
}

/** What stands chosen at first: the fuller value, the first row's where both say as much. */
export function firstChoices({ people: [first, second] }: Duplicate): MergeChoices {
  const fuller = (field: MergeField): Side =>
    (second[field] ?? '').length > (first[field] ?? '').length ? 'second' : 'first';
  // Of names the whole one rather than its initial; of addresses neither says more.
  return {
    givenName: fuller('givenName'),
    familyName: 'first',
    email: 'first',
    department: fuller('department'),
    start: fuller('start'),
    end: fuller('end'),
  };
}

/** The person as chosen, field by field. */
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

/** Names of the services where each has a user, and of those where each waits. */
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
