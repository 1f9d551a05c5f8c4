// Rules H1, H4, H5 and H6 after any sequence of commands. Days pass in between.
import fc from 'fast-check';
import { expect } from 'vitest';
import { boardOf, panelPlanOf } from '../../core/desk/seats/seat-boards.ts';
import {
  applyChanges,
  type AppState,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { moduleKinds } from '../../core/catalog/item.ts';
import { addDays, daysBetween, type Day } from '../../core/kernel/day.ts';
import { hasLeft } from '../../core/people/person.ts';
import { planSeats } from '../../core/seats/plan-seats.ts';
import { permissionProblem } from '../../core/services/permission.ts';
import { commandOf, wishes, type Wish } from '../support/desk-commands.ts';
import { law } from '../support/law.ts';
import { decideBench } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

/** What a desk may do to a change before it is written: nothing, or a planted mistake. */
type Bend = (change: WorkspaceChange) => WorkspaceChange;
const straight: Bend = (change) => change;

interface Work {
  readonly wish: Wish;
  /** The days that pass before the command. */
  readonly days: number;
}

const given: fc.Arbitrary<readonly Work[]> = fc
  .tuple(
    wishes(30),
    fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 400 })), {
      minLength: 30,
      maxLength: 30,
    }),
  )
  .map(([list, days]) => list.map((wish, index) => ({ wish, days: days[index] ?? 0 })));

const usersEnd = day('2026-12-20');
const earlier = (expiry: Day): Day => (expiry < usersEnd ? expiry : usersEnd);

/** Looks at the desk after each day and each command. `passed`: only a day passed. */
function live(bend: Bend, work: readonly Work[], look: (state: AppState, passed: boolean) => void): void {
  const desk = decideBench();
  // Users whose term ends before their service's.
  for (const [id, service] of desk.state.replica.services)
    desk.state.replica.services.set(id, {
      ...service,
      items: service.items.map((one) =>
        one.kind === 'user' ? { ...one, expiry: earlier(one.expiry) } : one,
      ),
    });
  for (const { wish, days } of work) {
    if (days > 0) {
      desk.state.today = addDays(desk.state.today, days);
      look(desk.state, true);
    }
    const done = desk.submit(commandOf(wish, desk.state));
    applyChanges<WorkspaceRows>(desk.state.workspace, done.ok ? done.changes.map(bend) : []);
    look(desk.state, false);
  }
}

law('H4: whoever may do something in the panel may do what that needs', {
  subject: straight,
  wrong: (change) =>
    change.table === 'seats' && change.value !== null
      ? { ...change, value: { ...change.value, permissions: ['create'] } }
      : change,
  given,
  runs: 15,
  holds: (bend, work) =>
    live(bend, work, ({ workspace }) => {
      for (const { permissions } of workspace.seats.values())
        expect(permissionProblem(permissions, moduleKinds)).toBe(undefined);
    }),
});

law(
  'H5: who has left and holds a seat is an open task until the panel has deleted the user, and waits for nothing',
  {
    subject: boardOf,
    wrong: (state, service) => {
      const board = boardOf(state, service);
      return { ...board, leavers: board.leavers.slice(1) };
    },
    given,
    runs: 15,
    holds(boardAt, work) {
      const ours = new Set<string>();
      live(straight, work, (state) => {
        const { people, seats, usernames } = state.workspace;
        for (const { serviceId, username } of usernames.values())
          ours.add(`${serviceId}/${username.toLowerCase()}`);
        for (const service of state.replica.services.values()) {
          const board = boardAt(state, service);
          const plan = panelPlanOf(state, service);
          const gone = [...seats.values()].filter((seat) => {
            const person = people.get(seat.personId);
            return seat.serviceId === service.id && person !== undefined && hasLeft(person, state.today);
          });
          expect([...board.leavers].sort()).toEqual(gone.map(({ personId }) => personId).sort());
          for (const { personId, username } of gone) {
            const isThere = service.users.some(
              (user) => user.username.toLowerCase() === username.toLowerCase(),
            );
            if (isThere)
              expect(plan.standing.get(personId), username).toMatch(
                /^(?:to-delete|creating|changing|deleting)$/,
              );
            expect(board.waiting).not.toContain(personId);
          }
          // A user that was once ours never counts as a stranger. It would be nobody's task.
          expect(
            board.others.filter(({ username }) => ours.has(`${service.id}/${username.toLowerCase()}`)),
          ).toEqual([]);
        }
      });
    },
  },
);

law(
  'H1, H6: bought are the users whose term runs; where it ends their people wait, and no seat, need or person is touched',
  {
    subject: planSeats,
    wrong: (input) => {
      const board = planSeats(input);
      return {
        ...board,
        status: new Map(
          [...board.status].filter(
            ([personId, status]) => status !== 'waiting' || !board.seatOf.has(personId),
          ),
        ),
      };
    },
    given,
    runs: 15,
    holds(plan, work) {
      let before: string | undefined;
      live(straight, work, (state, passed) => {
        const { people, needs, seats, usernames } = state.workspace;
        const rows = JSON.stringify(
          [people, needs, seats, usernames].map((table: ReadonlyMap<string, unknown>) => [...table]),
        );
        if (passed && before !== undefined) expect(rows).toBe(before);
        before = rows;
        for (const service of state.replica.services.values()) {
          const own = [...seats.values()].filter(({ serviceId }) => serviceId === service.id);
          const board = plan({
            service,
            today: state.today,
            people,
            needs: [...needs.values()].filter(({ serviceId }) => serviceId === service.id),
            seats: own,
            givenUsernames: new Set(
              [...usernames.values()]
                .filter(({ serviceId }) => serviceId === service.id)
                .map(({ username }) => username.toLowerCase()),
            ),
            inCart: new Set(),
            ordered: new Set(),
          });
          // In its grace a service keeps the users that it had on its last day. A deleted one has none.
          const end = service.items.find(({ kind }) => kind === service.kind)?.expiry ?? state.today;
          const on = end < state.today ? end : state.today;
          const deleted = daysBetween(end, state.today) > 90;
          const running = service.items.filter(
            ({ kind, expiry }) => !deleted && kind === 'user' && expiry >= on,
          );
          expect(board.bought).toBe(running.reduce((sum, { quantity }) => sum + quantity, 0));
          const held = own.map(({ personId }) => board.status.get(personId));
          expect(held.filter((status) => status === 'assigned').length).toBeLessThanOrEqual(board.bought);
          for (const status of held) expect(['assigned', 'waiting', 'left-holding']).toContain(status);
          if (running.length === 0) expect(held).not.toContain('assigned');
        }
      });
    },
  },
);
