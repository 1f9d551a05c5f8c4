import type { Day } from '../kernel/day.ts';
import type { PersonId } from '../kernel/id.ts';
import { emailKey, hasLeft, type Person } from '../people/person.ts';
import { isRunning } from '../services/lifecycle.ts';
import { samePermissions } from '../services/permission.ts';
import type { PanelUser, Service } from '../services/service.ts';
import type { SeatBoard } from './plan-seats.ts';

/** One thing to do in the vendor's panel, so that the panel agrees with the seats. */
export type PanelStep =
  /** The user of a person who has left, or whose seat was taken back (rule H5). */
  | { readonly kind: 'delete'; readonly username: string; readonly personId: PersonId }
  | {
      readonly kind: 'change';
      readonly username: string;
      readonly personId: PersonId;
      readonly user: PanelUser;
      readonly before: PanelUser;
    }
  | {
      readonly kind: 'create';
      readonly username: string;
      readonly personId: PersonId;
      readonly user: PanelUser;
    };

/** The state of a person's user in the panel. */
export type PanelStanding =
  | 'to-create'
  | 'to-change'
  | 'to-delete'
  | 'creating'
  | 'changing'
  | 'deleting'
  | 'active';

/** A command about a user of the service. The vendor has not answered it yet. */
export interface PanelCommand {
  readonly kind: 'user/create' | 'user/change' | 'user/delete';
  readonly username: string;
}

export interface PanelPlan {
  /** Deletions come first, because the panel has no more users than seats. */
  readonly steps: readonly PanelStep[];
  readonly standing: ReadonlyMap<PersonId, PanelStanding>;
}

export interface PanelPlanInput {
  readonly service: Service;
  readonly today: Day;
  readonly people: ReadonlyMap<string, Person>;
  readonly board: Pick<SeatBoard, 'seatOf' | 'status'>;
  /** The person who was given each username on this service. Keys are usernames in lower case (rule H3). */
  readonly givenTo: ReadonlyMap<string, PersonId>;
  readonly commands: readonly PanelCommand[];
}

/** Most of ten thousand services have neither seats nor users: they share one plan. */
const nothingToDo: PanelPlan = { steps: [], standing: new Map() };

const keyOf = (username: string): string => username.toLowerCase();
const onTheWay = { 'user/create': 'creating', 'user/change': 'changing', 'user/delete': 'deleting' } as const;

/**
 * Compares the seats of a service with the users in its panel (rules H1, H3, H4, H5). Users that were never
 * given to a person of the staff list are left alone. A user with a command on its way needs no step. After
 * the expiry users are only deleted.
 */
export function planPanel({ service, today, people, board, givenTo, commands }: PanelPlanInput): PanelPlan {
  if (board.seatOf.size === 0 && service.users.length === 0) return nothingToDo;
  const users = new Map(service.users.map((user) => [keyOf(user.username), user]));
  const waiting = new Map(commands.map(({ username, kind }) => [keyOf(username), kind]));
  const running = isRunning(service, today);
  const standing = new Map<PersonId, PanelStanding>();
  const [deletions, changes, creations]: [PanelStep[], PanelStep[], PanelStep[]] = [[], [], []];

  const seats = [...board.seatOf.values()];
  for (const { personId, username, permissions } of seats) {
    const person = people.get(personId);
    if (person === undefined) continue;
    const there = users.get(keyOf(username));
    const command = waiting.get(keyOf(username));
    const wanted: PanelUser = { username, email: person.email, permissions };
    if (command !== undefined) standing.set(personId, onTheWay[command]);
    else if (hasLeft(person, today)) {
      if (there === undefined) continue;
      standing.set(personId, 'to-delete');
      deletions.push({ kind: 'delete', username: there.username, personId });
    } else if (there === undefined) {
      // A person beyond the bought number has no usable seat (rule H6).
      if (board.status.get(personId) !== 'assigned' || !running) continue;
      standing.set(personId, 'to-create');
      creations.push({ kind: 'create', username, personId, user: wanted });
    } else if (
      emailKey(there.email) !== emailKey(person.email) ||
      !samePermissions(there.permissions, permissions)
    ) {
      standing.set(personId, 'to-change');
      if (running)
        changes.push({ kind: 'change', username: there.username, personId, user: wanted, before: there });
    } else standing.set(personId, 'active');
  }

  const seated = new Set(seats.map(({ username }) => keyOf(username)));
  for (const [key, { username }] of users) {
    const personId = givenTo.get(key);
    if (personId === undefined || seated.has(key)) continue;
    const command = waiting.get(key);
    standing.set(personId, command === undefined ? 'to-delete' : onTheWay[command]);
    if (command === undefined) deletions.push({ kind: 'delete', username, personId });
  }
  return { steps: [...deletions, ...changes, ...creations], standing };
}

/** The users of the panel after one step was done there by hand. */
export function usersAfter(users: readonly PanelUser[], step: PanelStep): readonly PanelUser[] {
  const others = users.filter(({ username }) => keyOf(username) !== keyOf(step.username));
  return step.kind === 'delete' ? others : [...others, step.user];
}
