import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Person } from '../../../../core/people/person.ts';
import { fullName, hasLeft } from '../../../../core/people/person.ts';
import type { PanelPlan } from '../../../../core/seats/panel-plan.ts';
import type { SeatBoard, SeatStatus } from '../../../../core/seats/plan-seats.ts';
import { remembered } from '../../../store/remembered.ts';
import { fold } from '../../../text/fold.ts';

/**
 * What the list shows of a person: the seat's state on the chosen service, or that they have left. A seat
 * whose user the panel does not have yet is `to-create` or `creating`, not `assigned`.
 */
export type PersonStanding = SeatStatus | 'left' | 'to-create' | 'creating';

export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly standing: PersonStanding;
  readonly username: string | null;
}

export type StandingFilter = 'all' | 'assigned' | 'waiting' | 'left';
export type SortKey = 'name' | 'department' | 'email' | 'username' | 'standing';

const waitingStandings: ReadonlySet<PersonStanding> = new Set(['waiting', 'in-cart', 'ordered']);

const heldStandings: ReadonlySet<PersonStanding> = new Set(['assigned', 'to-create', 'creating']);

/** Whether a standing belongs to a filter of the list. */
export function matches(standing: PersonStanding, filter: StandingFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'assigned') return heldStandings.has(standing);
  return filter === 'waiting'
    ? waitingStandings.has(standing)
    : standing === 'left' || standing === 'left-holding';
}

/** Every person with their standing on a service; without a service nobody needs a seat. */
export function personRows(
  state: AppState,
  board: SeatBoard | undefined,
  plan: PanelPlan | undefined,
): readonly PersonRow[] {
  return [...state.workspace.people.values()].map((person) => {
    const status = board?.status.get(person.id);
    const panel = status === 'assigned' ? plan?.standing.get(person.id) : undefined;
    return {
      person,
      name: fullName(person),
      standing:
        panel === 'to-create' || panel === 'creating'
          ? panel
          : (status ?? (hasLeft(person, state.today) ? 'left' : 'not-needed')),
      username: board?.seatOf.get(person.id)?.username ?? null,
    };
  });
}

const order: readonly PersonStanding[] = [
  'left-holding',
  'waiting',
  'in-cart',
  'ordered',
  'to-create',
  'creating',
  'assigned',
  'not-needed',
  'left',
];
const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

const keyOf = (row: PersonRow, key: SortKey): string => {
  switch (key) {
    case 'name':
      return `${row.person.familyName} ${row.person.givenName}`;
    case 'department':
      return row.person.department;
    case 'email':
      return row.person.email;
    case 'username':
      return row.username ?? '~';
    case 'standing':
      return String(order.indexOf(row.standing));
  }
};

/**
 * The place of each row in a column; rows that say the same have the same place. Comparing words as people do
 * is slow, so each word of a column is compared once for all sorts of these rows.
 */
const placesIn = remembered((rows: readonly PersonRow[], key: SortKey): readonly number[] => {
  const words = [...new Set(rows.map((row) => keyOf(row, key)))].sort(collator.compare);
  const places = new Map<string, number>();
  let place = 0;
  for (const [index, word] of words.entries()) {
    if (index > 0 && collator.compare(words[index - 1] ?? '', word) !== 0) place += 1;
    places.set(word, place);
  }
  return rows.map((row) => places.get(keyOf(row, key)) ?? 0);
}, 3);

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Sorted by a column, names breaking ties. */
export function sortedRows(rows: readonly PersonRow[], { key, descending }: Sort): readonly PersonRow[] {
  const [main, names] = [placesIn(rows, key), placesIn(rows, 'name')];
  const sign = descending ? -1 : 1;
  return Array.from(rows, (_, index) => index)
    .sort((a, b) => sign * ((main[a] ?? 0) - (main[b] ?? 0)) || (names[a] ?? 0) - (names[b] ?? 0))
    .flatMap((index) => rows[index] ?? []);
}

/** What the person asked the list for; `department` null: all of them. */
export interface Asked {
  readonly standing: StandingFilter;
  readonly department: string | null;
  readonly query: string;
}

/** Text of a person for searching, made once: a search looks through all of them at every letter. */
const searched = new WeakMap<Person, string>();

function searchText({ person, name }: PersonRow): string {
  const known = searched.get(person);
  if (known !== undefined) return known;
  const made = fold(`${name} ${person.email}`);
  searched.set(person, made);
  return made;
}

/** The rows that match the filters and every word of the search, without accents and case. */
export function shownRows(
  rows: readonly PersonRow[],
  { standing, department, query }: Asked,
): readonly PersonRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      matches(row.standing, standing) &&
      (department === null || row.person.department === department) &&
      words.every((word) => searchText(row).includes(word)),
  );
}
