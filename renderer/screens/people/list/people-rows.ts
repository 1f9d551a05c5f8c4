import {
  staffColumns,
  type PeopleShown,
  type StaffColumn,
  type StandingFilter,
} from '../../../../core/desk/rows/saved-view.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { Person } from '../../../../core/people/person.ts';
import { fullName, hasLeft, isLeaving } from '../../../../core/people/person.ts';
import type { PanelPlan } from '../../../../core/seats/panel-plan.ts';
import type { SeatBoard, SeatStatus } from '../../../../core/seats/plan-seats.ts';
import { remembered } from '../../../store/remembered.ts';
import { searchWords } from '../../../text/fold.ts';
import { foldedTexts } from '../../../text/folded-texts.ts';
import { wordOrder, type WordOrder } from './word-order.ts';

/**
 * What the list shows of a person: the seat's state on the chosen service, or that they have left. A seat
 * whose user the panel does not have yet is `to-create` or `creating`, not `assigned`. `leaving`: one who has
 * a user and leaves soon.
 */
export type PersonStanding = SeatStatus | 'left' | 'to-create' | 'creating' | 'leaving';

export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly standing: PersonStanding;
  readonly username: string | null;
}

const waitingStandings: ReadonlySet<PersonStanding> = new Set(['waiting', 'in-cart', 'ordered']);

const heldStandings: ReadonlySet<PersonStanding> = new Set(['assigned', 'leaving', 'to-create', 'creating']);

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
  return [...state.workspace.people.values()].map((person) => ({
    person,
    name: fullName(person),
    standing: personStandingOf(person, state.today, board, plan),
    username: board?.seatOf.get(person.id)?.username ?? null,
  }));
}

function personStandingOf(
  person: Person,
  today: Day,
  board: SeatBoard | undefined,
  plan: PanelPlan | undefined,
): PersonStanding {
  const status = board?.status.get(person.id) ?? (hasLeft(person, today) ? 'left' : 'not-needed');
  if (status !== 'assigned') return status;
  const panel = plan?.standing.get(person.id);
  if (panel === 'to-create' || panel === 'creating') return panel;
  return isLeaving(person, today) ? 'leaving' : status;
}

const standingOrder: readonly PersonStanding[] = [
  'left-holding',
  'waiting',
  'in-cart',
  'ordered',
  'to-create',
  'creating',
  'leaving',
  'assigned',
  'not-needed',
  'left',
];

/** What a person is called in the order of names. */
const sortNames = new WeakMap<Person, string>();

function sortName(person: Person): string {
  const name = sortNames.get(person) ?? `${person.familyName} ${person.givenName}`;
  sortNames.set(person, name);
  return name;
}

/** After all days. */
const unknownDay = '9999';

const keyOf = (row: PersonRow, key: StaffColumn): string => {
  switch (key) {
    case 'name':
      return sortName(row.person);
    case 'department':
      return row.person.department;
    case 'email':
      return row.person.email;
    case 'username':
      return row.username ?? '~';
    case 'start':
    case 'end':
      return row.person[key] ?? unknownDay;
    case 'standing':
      return String(standingOrder.indexOf(row.standing));
  }
};

interface Column {
  readonly order: WordOrder;
  readonly rows: readonly PersonRow[];
  readonly places: readonly number[];
}

/** Each column of the list that was sorted last. */
const columns = new Map<StaffColumn, Column>();

/** Whether both lists say the same in a column, for the same people in the same order. */
const sameColumn = (one: readonly PersonRow[], other: readonly PersonRow[], key: StaffColumn): boolean =>
  one.length === other.length &&
  one.every(({ person, standing, username }, index) => {
    const row = other[index];
    if (row?.person !== person) return false;
    if (key === 'standing') return row.standing === standing;
    return key !== 'username' || row.username === username;
  });

/** The place of each row in a column, in steps; rows that say the same have the same place. */
function* placing(rows: readonly PersonRow[], key: StaffColumn): Generator<void, readonly number[]> {
  const before = columns.get(key);
  if (before !== undefined && sameColumn(before.rows, rows, key)) return before.places;
  const words = new Set(rows.map((row) => keyOf(row, key)));
  const order = yield* wordOrder(before?.order ?? [], words);
  const placeOf = new Map<string, number>();
  for (const [place, group] of order.entries()) for (const word of group) placeOf.set(word, place);
  const places = rows.map((row) => placeOf.get(keyOf(row, key)) ?? 0);
  columns.set(key, { order, rows, places });
  return places;
}

/** The places in the columns of these rows that were worked out: once for all sorts. */
const placesOf = remembered((_rows: readonly PersonRow[]) => new Map<StaffColumn, readonly number[]>());

function* readyPlaces(rows: readonly PersonRow[], key: StaffColumn): Generator<void, readonly number[]> {
  const known = placesOf(rows);
  const places = known.get(key) ?? (yield* placing(rows, key));
  known.set(key, places);
  return places;
}

function placesIn(rows: readonly PersonRow[], key: StaffColumn): readonly number[] {
  const steps = readyPlaces(rows, key);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

export type Sort = Readonly<PeopleShown['sort']>;

/**
 * Sorted by a column, names breaking ties. A row's place in the column, its place among the names and its
 * index are one number, which the engine sorts without a comparison of ours. The number is at most the cube
 * of the count: exact as long as that stays below 2^53.
 */
export function sortedRows(rows: readonly PersonRow[], { key, descending }: Sort): readonly PersonRow[] {
  const [main, names] = [placesIn(rows, key), placesIn(rows, 'name')];
  const count = rows.length;
  const numbers = Float64Array.from(rows, (_, index) => {
    const place = main[index] ?? 0;
    return ((descending ? count - place : place) * count + (names[index] ?? 0)) * count + index;
  });
  return Array.from(numbers.sort(), (number) => rows[number % count] as PersonRow);
}

/** What the person asked the list for; `department` null: all of them. */
export interface Asked {
  readonly standing: StandingFilter;
  readonly department: string | null;
  readonly query: string;
}

const searched = foldedTexts(
  ({ person }: PersonRow) => person,
  (person: Person) => `${fullName(person)} ${person.email}`,
);

/** What searching these rows and sorting them by these columns needs, in steps. */
export function* readyRows(
  rows: readonly PersonRow[],
  columns: readonly StaffColumn[] = staffColumns,
): Generator<void, void> {
  yield* searched.ready(rows);
  for (const key of columns) yield* readyPlaces(rows, key);
}

/**
 * The rows that match the filters and every word of the search; accents and case do not matter. If all rows
 * match, it returns the list that it got: then nothing is drawn again.
 */
export function shownRows(
  rows: readonly PersonRow[],
  { standing, department, query }: Asked,
): readonly PersonRow[] {
  const words = searchWords(query);
  const texts = words.length === 0 ? [] : searched.of(rows);
  const found = rows.filter(
    (row, index) =>
      matches(row.standing, standing) &&
      (department === null || row.person.department === department) &&
      words.every((word) => texts[index]?.includes(word)),
  );
  return found.length === rows.length ? rows : found;
}
