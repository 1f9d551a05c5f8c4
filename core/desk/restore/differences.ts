import type { PersonId } from '../../kernel/id.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import { holdsService } from '../../purchases/transitions.ts';
import { forgetPerson } from '../people/forget-person.ts';
import {
  applyChanges,
  type AppState,
  type Tables,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../rows/state.ts';
import { copyOf, workspaceTables } from '../rows/tables.ts';
import { heldBack } from './held-back.ts';
import { isFrozen, restoreRules } from './restore-rule.ts';

type Now = {
  readonly workspace: Tables<WorkspaceRows>;
  readonly replica: Pick<AppState['replica'], 'services'>;
};

/** Equal data, whatever the order of their fields: two versions of the program may write it differently. */
function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every(
      (key) =>
        key in other &&
        isSameData((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}

/** The tables of an older state without the people who were erased since. */
export function withoutErased(
  then: Tables<WorkspaceRows>,
  erased: Iterable<PersonId>,
): Tables<WorkspaceRows> {
  const tables = copyOf(then);
  for (const id of erased)
    if (!tables.erased.has(id)) applyChanges(tables, forgetPerson({ workspace: tables }, id));
  return tables;
}

/**
 * The rows to write so that the desk is as it was, as far as anything may go back (see restoreRules and
 * heldBack). People who were erased since stay erased. People stay who were added since and whom something
 * needs that stays.
 */
export function differences(now: Now, then: Tables<WorkspaceRows>): readonly WorkspaceChange[] {
  const before = withoutErased(
    then,
    [...now.workspace.erased.values()].map(({ id }) => id),
  );
  const { people, clients } = neededNow(now);
  const stays = ({ table, id, value }: WorkspaceChange): boolean => {
    if (value !== null) return false;
    if (table === 'people') return people.has(id);
    if (table === 'notes') return people.has(id);
    if (table === 'clients') return clients.has(id);
    if (table === 'seats' || table === 'needs')
      return people.has(now.workspace[table].get(id)?.personId ?? '');
    return false;
  };
  const changes = workspaceTables
    .flatMap((table) => changesOf(table, now.workspace[table], before[table]))
    .filter((change) => !stays(change));
  return withoutHeldBack(now.workspace, changes);
}

/** What one row leaves out may be what another one stood on: until nothing more is held back. */
function withoutHeldBack(
  workspace: Tables<WorkspaceRows>,
  changes: readonly WorkspaceChange[],
): readonly WorkspaceChange[] {
  const isHeldBack = heldBack(workspace, changes);
  const left = changes.filter((change) => !isHeldBack(change));
  return left.length === changes.length ? left : withoutHeldBack(workspace, left);
}

function changesOf<T extends keyof WorkspaceRows>(
  table: T,
  now: ReadonlyMap<string, WorkspaceRows[T]>,
  then: ReadonlyMap<string, WorkspaceRows[T]>,
): WorkspaceChange[] {
  const rule = restoreRules[table];
  if (rule === 'stays') return [];
  const changes: { table: T; id: string; value: WorkspaceRows[T] | null }[] = [];
  for (const [id, value] of then) {
    const row = now.get(id);
    if (row === undefined) changes.push({ table, id, value });
    else if (rule === 'back' && !isFrozen(table, row) && !isSameData(row, value))
      changes.push({ table, id, value });
  }
  if (rule === 'back')
    for (const [id, row] of now)
      if (!then.has(id) && !isFrozen(table, row)) changes.push({ table, id, value: null });
  return changes as WorkspaceChange[];
}

/**
 * The people with a user at the vendor or a place in what stays, and the clients of carts and of open
 * purchases: without them, rows that stay would point at nothing.
 */
function neededNow({ workspace, replica }: Now): {
  readonly people: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
} {
  const { carts, placements, purchases, usernames } = workspace;
  const people = new Set<string>();
  for (const rows of [carts, placements, purchases])
    for (const { personIds } of rows.values()) for (const id of personIds) people.add(id);
  const users = new Set(
    [...replica.services.values()].flatMap((service) =>
      service.users.map(({ username }) => `${service.id}/${username.toLowerCase()}`),
    ),
  );
  for (const { serviceId, username, personId } of usernames.values())
    if (users.has(`${serviceId}/${username.toLowerCase()}`)) people.add(personId);
  const open = [...purchases.values()].filter((record) => holdsService(foldPurchase(record).state));
  const clients = new Set(
    [...carts.values(), ...open.map(({ revision }) => revision.content)].flatMap(({ subject }) =>
      subject.kind === 'first-purchase' ? [subject.clientId] : [],
    ),
  );
  return { people, clients };
}
