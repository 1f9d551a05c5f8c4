import { fullName } from '../people/person.ts';
import { cartHolder } from './cart/cart-holder.ts';
import type { AppState, WorkspaceChange, WorkspaceRows } from './rows/state.ts';

/** Whom or what a step was about: the first names, and how many other things there were. */
export interface StepSubjects {
  readonly names: readonly string[];
  readonly more: number;
}

/** Two names say what a step was. More would not fit beside it. */
const mostNames = 2;

interface Subject {
  /** Tells two people with one name apart. */
  readonly key: string;
  readonly name: string;
}

type SubjectOf<Row> = (row: Row, state: AppState) => Subject | undefined;

const named = (name: string): Subject => ({ key: name, name });

const ofPerson: SubjectOf<{ readonly personId: WorkspaceRows['seats']['personId'] }> = (
  { personId },
  state,
) => {
  const person = state.workspace.people.get(personId);
  return person === undefined ? undefined : { key: personId, name: fullName(person) };
};

/** Tables whose rows have a name of their own, or belong to somebody who has one. */
const subjects: { readonly [T in keyof WorkspaceRows]?: SubjectOf<WorkspaceRows[T]> } = {
  people: (person) => ({ key: person.id, name: fullName(person) }),
  notes: ({ id }, state) => ofPerson({ personId: id }, state),
  needs: ofPerson,
  seats: ofPerson,
  usernames: ofPerson,
  clients: ({ name }) => named(name),
  carts: (cart, state) => named(cartHolder(state, cart)),
  placements: ({ holder }) => named(holder),
  purchases: ({ holder }) => named(holder),
  evidence: ({ holder }) => named(holder),
  quotes: ({ recipient }) => named(recipient.name),
  facts: ({ about }, state) => {
    const service = state.replica.services.get(about);
    return service === undefined ? undefined : { key: about, name: service.holder };
  },
  ownPriceLists: ({ version }) => named(version),
  scenarios: ({ name }) => named(name),
  views: ({ name }) => named(name),
  seatRules: ({ department }) => named(department),
};

/**
 * Whom or what rows are about, in their order. `inverse`: the same rows as they were before, the last first.
 * The state is the one after them: a row that was removed is named by what it was.
 */
export function stepSubjects(
  state: AppState,
  done: readonly WorkspaceChange[],
  inverse: readonly WorkspaceChange[],
): StepSubjects {
  const names = new Map<string, string>();
  for (const [index, { table, value }] of done.entries()) {
    const row = value ?? inverse[done.length - 1 - index]?.value ?? null;
    // The table decides the row's type.
    const subject = row && (subjects[table] as SubjectOf<typeof row> | undefined)?.(row, state);
    if (subject !== undefined && subject !== null && subject.name !== '')
      names.set(subject.key, subject.name);
  }
  const first = [...names.values()].slice(0, mostNames);
  return { names: first, more: names.size - first.length };
}
