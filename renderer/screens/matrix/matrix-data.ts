import { boardOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { fullName, hasLeft, type Person } from '../../../core/people/person.ts';
import type { SeatBoard, SeatStatus } from '../../../core/seats/plan-seats.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import { seatCount, type Service } from '../../../core/services/service.ts';
import { fold, searchWords } from '../../text/fold.ts';

export type Boards = (service: Service) => SeatBoard;

/** The boards of a state. Each board is computed when it is first used. */
export function lazyBoards(state: AppState): Boards {
  const index = seatIndex(state);
  const known = new Map<ServiceId, SeatBoard>();
  return (service) => {
    const board = known.get(service.id) ?? boardOf(state, service, index);
    known.set(service.id, board);
    return board;
  };
}

/**
 * The services to show: those with bought users, with somebody who holds or needs one, or with users in the
 * panel. The firm's own services come first.
 */
export function seatServices(state: AppState): readonly Service[] {
  const touched = new Set<ServiceId>();
  for (const { serviceId } of state.workspace.needs.values()) touched.add(serviceId);
  for (const { serviceId } of state.workspace.seats.values()) touched.add(serviceId);
  const own = state.workspace.firm.get('firm')?.payer.vatCode;
  const services = [...state.replica.services.values()].filter(
    (service) => phaseOf(service, state.today) !== 'deleted',
  );
  const inUse = services.filter(
    (service) => touched.has(service.id) || service.users.length > 0 || seatCount(service, state.today) > 0,
  );
  return [
    ...inUse.filter(({ vatCode }) => vatCode === own),
    ...inUse.filter(({ vatCode }) => vatCode !== own),
  ];
}

export const allServices = (state: AppState): readonly Service[] =>
  [...state.replica.services.values()].filter((service) => phaseOf(service, state.today) !== 'deleted');

export type StandingFilter = 'all' | 'seated' | 'waiting' | 'left-holding' | 'none';
export const standingFilters: readonly StandingFilter[] = [
  'all',
  'seated',
  'waiting',
  'left-holding',
  'none',
];

interface Totals {
  seats: number;
  waiting: number;
  leftHolding: number;
}

/** The totals of each person over these services. */
export function totalsOf(services: readonly Service[], boards: Boards): ReadonlyMap<PersonId, Totals> {
  const totals = new Map<PersonId, Totals>();
  for (const service of services)
    for (const [personId, status] of boards(service).status) {
      const mine = totals.get(personId) ?? { seats: 0, waiting: 0, leftHolding: 0 };
      totals.set(personId, mine);
      if (status === 'assigned') mine.seats += 1;
      else if (status === 'left-holding') mine.leftHolding += 1;
      else mine.waiting += 1;
    }
  return totals;
}

export type MatrixRow =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly person: Person;
      readonly name: string;
      readonly left: boolean;
      readonly seats: number;
    }
  | {
      readonly kind: 'department';
      readonly id: string;
      readonly department: string;
      readonly count: number;
      readonly open: boolean;
    };

/**
 * Sorts by name, by department and name, or by the standing on a service. `seats`: people
 * with most seats first.
 */
export type MatrixSort = 'name' | 'department' | 'seats' | { readonly service: Service };

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });
const standingOrder: readonly (SeatStatus | undefined)[] = [
  'left-holding',
  'waiting',
  'in-cart',
  'ordered',
  'assigned',
  'not-needed',
  undefined,
];

function passes(standing: StandingFilter, totals: Totals | undefined): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'seated':
      return (totals?.seats ?? 0) > 0;
    case 'waiting':
      return (totals?.waiting ?? 0) > 0;
    case 'left-holding':
      return (totals?.leftHolding ?? 0) > 0;
    case 'none':
      return totals === undefined;
  }
}

export interface MatrixView {
  readonly query: string;
  /** Null: all departments. */
  readonly department: string | null;
  readonly standing: StandingFilter;
  readonly sort: MatrixSort;
  readonly grouped: boolean;
  readonly closed: ReadonlySet<string>;
}

/** The rows in the order shown: filtered, sorted, and under department rows if they are grouped. */
export function matrixRows(
  state: AppState,
  view: MatrixView,
  totals: ReadonlyMap<PersonId, Totals>,
  boards: Boards,
): readonly MatrixRow[] {
  const words = searchWords(view.query);
  const people: Extract<MatrixRow, { kind: 'person' }>[] = [];
  for (const person of state.workspace.people.values()) {
    if (view.department !== null && person.department !== view.department) continue;
    if (!passes(view.standing, totals.get(person.id))) continue;
    const name = fullName(person);
    if (words.length > 0) {
      const haystack = fold(`${name} ${person.email}`);
      if (!words.every((word) => haystack.includes(word))) continue;
    }
    people.push({
      kind: 'person',
      id: person.id,
      person,
      name,
      left: hasLeft(person, state.today),
      seats: totals.get(person.id)?.seats ?? 0,
    });
  }
  const { sort } = view;
  const status = typeof sort === 'object' ? boards(sort.service).status : undefined;
  const rank = (row: (typeof people)[number]): number =>
    status === undefined
      ? sort === 'seats'
        ? -row.seats
        : 0
      : standingOrder.indexOf(status.get(row.person.id));
  const keyed = people.map((row) => ({
    row,
    rank: rank(row),
    name: `${row.person.familyName} ${row.person.givenName}`,
    department: row.person.department,
  }));
  const byDepartment = view.grouped || sort === 'department';
  keyed.sort(
    (a, b) =>
      (byDepartment ? collator.compare(a.department, b.department) : 0) ||
      a.rank - b.rank ||
      collator.compare(a.name, b.name),
  );
  const sorted = keyed.map(({ row }) => row);
  return view.grouped ? withDepartments(sorted, view.closed) : sorted;
}

function withDepartments(
  people: readonly Extract<MatrixRow, { kind: 'person' }>[],
  closed: ReadonlySet<string>,
): readonly MatrixRow[] {
  const counts = new Map<string, number>();
  for (const { person } of people) counts.set(person.department, (counts.get(person.department) ?? 0) + 1);
  const rows: MatrixRow[] = [];
  let current: string | undefined;
  for (const row of people) {
    const { department } = row.person;
    if (department !== current) {
      current = department;
      rows.push({
        kind: 'department',
        id: `department ${department}`,
        department,
        count: counts.get(department) ?? 0,
        open: !closed.has(department),
      });
    }
    if (!closed.has(department)) rows.push(row);
  }
  return rows;
}
