// Two rows of one person become one (issue 5.8, rule H2). Nothing is lost, and an undo restores every row.
import { noSubjects } from '../support/no-subjects.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { mergePeople } from '../../core/desk/people/decide-merge.ts';
import { createUndo } from '../../core/desk/undo.ts';
import { applyChanges, type AppState, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import type { PersonId } from '../../core/kernel/id.ts';
import { commandOf, wishes } from '../support/desk-commands.ts';
import { law } from '../support/law.ts';
import { decideBench } from '../support/sample-state.ts';
import { picture } from '../support/workspace-bench.ts';

type Workspace = AppState['workspace'];

/** What the two people have together. The merged person must have it. */
function belongings(
  { seats, needs, usernames, history, carts, placements, notes, apart }: Workspace,
  ids: readonly PersonId[],
) {
  const of = ({ personId }: { readonly personId: PersonId }): boolean => ids.includes(personId);
  const named = (personIds: readonly PersonId[]): boolean => personIds.some((id) => ids.includes(id));
  const seated = [...seats.values()].filter(of);
  const served = new Set(seated.map(({ serviceId }) => serviceId));
  const text = ids.map((id) => notes.get(id)?.text ?? '').join('\n');
  return {
    seats: seated
      .map(({ serviceId, username, permissions, since }) =>
        JSON.stringify([serviceId, username, permissions, since]),
      )
      .sort(),
    needs: [
      ...new Set(
        [...needs.values()].filter(of).flatMap(({ serviceId }) => (served.has(serviceId) ? [] : [serviceId])),
      ),
    ].sort(),
    // If one of them had wished permissions, a wish stays.
    wishes: [
      ...new Set(
        [...needs.values()]
          .filter(of)
          .flatMap(({ serviceId, permissions }) =>
            served.has(serviceId) || permissions === null ? [] : [serviceId],
          ),
      ),
    ].sort(),
    usernames: [...usernames.values()].filter(of).map(({ id }) => id),
    history: [...history.values()].filter(of).map(({ id }) => id),
    carts: [...carts.values()]
      .filter(({ personIds }) => named(personIds))
      .map(({ id, quantity }) => [id, quantity]),
    placements: [...placements.values()]
      .filter(({ personIds, cart }) => named(personIds) || named(cart.personIds))
      .map(({ id }) => id),
    noteLines: [...new Set(text.split('\n').filter(Boolean))].sort(),
    apart: [
      ...new Set(
        [...apart.values()].flatMap(({ personIds: [one, other] }) =>
          ids.includes(one) ? other : ids.includes(other) ? one : [],
        ),
      ),
    ]
      .filter((id) => !ids.includes(id))
      .sort(),
  };
}

const given = fc.record({
  work: wishes(30),
  keep: fc.nat(60),
  drop: fc.nat(60),
  apart: fc.array(fc.nat(60), { maxLength: 4 }),
});

type Merge = typeof mergePeople;
const losesNeeds: Merge = (state, command) => {
  const decided = mergePeople(state, command);
  return decided.ok
    ? { ok: true, value: decided.value.filter(({ table, value }) => table !== 'needs' || value === null) }
    : decided;
};
const writesTwice: Merge = (state, command) => {
  const decided = mergePeople(state, command);
  const person = state.workspace.people.get(command.keep);
  if (!decided.ok || person === undefined) return decided;
  return {
    ok: true,
    value: [{ table: 'people', id: command.keep, value: { ...person, department: 'x' } }, ...decided.value],
  };
};

/** A desk after some work, and two of its people who become one. */
function mergeAfterWork(
  merge: Merge,
  { work, keep, drop, apart }: typeof given extends fc.Arbitrary<infer T> ? T : never,
) {
  const desk = decideBench();
  const { state } = desk;
  for (const wish of work) desk.submit(commandOf(wish, state));
  const ids = [...state.workspace.people.keys()] as PersonId[];
  const seated = [...state.workspace.seats.values()].map(({ personId }) => personId);
  const kept = ids[keep % ids.length] as PersonId;
  // Every second time one of them has a seat, which could be lost.
  const dropped =
    (drop % 2 === 0 ? seated[drop % Math.max(1, seated.length)] : undefined) ??
    (ids[drop % ids.length] as PersonId);
  for (const index of apart)
    desk.submit({ type: 'person/apart', personIds: [dropped, ids[index % ids.length] as PersonId] });
  const person = state.workspace.people.get(kept);
  if (person === undefined) throw new Error('It is somebody of the list');
  const { id: _, ...details } = person;
  const decided = merge(state, { keep: kept, drop: dropped, details });
  return { state, kept, dropped, decided };
}

law(
  'H2: merged, one person has every seat, need, username, note, entry and place that the two had, and nothing names the other',
  {
    subject: mergePeople,
    wrong: losesNeeds,
    given,
    runs: 60,
    holds(merge, value) {
      const { state, kept, dropped, decided } = mergeAfterWork(merge, value);
      if (!decided.ok) return;
      const before = belongings(state.workspace, [kept, dropped]);
      const seats = state.workspace.seats.size;
      applyChanges<WorkspaceRows>(state.workspace, decided.value);
      expect(belongings(state.workspace, [kept])).toEqual(before);
      expect(state.workspace.seats.size).toBe(seats);
      for (const [id, seat] of state.workspace.seats)
        expect([`${seat.serviceId}/${seat.personId}`, state.workspace.needs.has(id)]).toEqual([id, false]);
      // Holds for all tables, also later ones: no row may name the person who is gone.
      const { merged: _merged, ...others } = state.workspace;
      const rows = Object.values(others).flatMap((table: ReadonlyMap<string, unknown>) => [...table]);
      // But for the row that says so: whoever is erased as the one is erased as the other.
      expect(rows.filter((row) => new RegExp(`["/]${dropped}["/]`).test(JSON.stringify(row)))).toEqual([]);
    },
  },
);

law('a merge that is undone leaves every table exactly as it was', {
  subject: mergePeople,
  wrong: writesTwice,
  given,
  runs: 60,
  holds(merge, value) {
    const { state, decided } = mergeAfterWork(merge, value);
    if (!decided.ok) return;
    const before = picture(state.workspace);
    const undo = createUndo();
    const inverse = undo.inverseOf(state.workspace, decided.value);
    applyChanges<WorkspaceRows>(state.workspace, decided.value);
    undo.remember('person/merge', decided.value, inverse, noSubjects);
    applyChanges<WorkspaceRows>(state.workspace, undo.rows('undo', state.workspace) ?? []);
    expect(picture(state.workspace)).toBe(before);
  },
});
