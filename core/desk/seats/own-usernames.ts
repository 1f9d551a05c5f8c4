import { groupBy } from '../../kernel/group-by.ts';
import type { PersonId, ServiceId } from '../../kernel/id.ts';
import type { AppState } from '../rows/state.ts';

/**
 * The username that each person had last on a service (rule H3). If a person had several, the newest entry of
 * the history counts, and without one the last by name: the order of the rows does not matter.
 */
export function ownUsernames({ workspace }: AppState, serviceId: ServiceId): ReadonlyMap<PersonId, string> {
  const records = [...workspace.usernames.values()].filter((record) => record.serviceId === serviceId);
  const byPerson = groupBy(records, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => {
      const names = own.map(({ username }) => username).sort();
      const last = names.at(-1) ?? '';
      return [
        personId,
        names.length === 1 ? last : (newestOf(workspace, personId, serviceId, names) ?? last),
      ];
    }),
  );
}

function newestOf(
  { history }: AppState['workspace'],
  personId: PersonId,
  serviceId: ServiceId,
  names: readonly string[],
): string | undefined {
  let newest: { readonly at: number; readonly id: string; readonly username: string } | undefined;
  for (const entry of history.values()) {
    if (entry.personId !== personId || entry.serviceId !== serviceId) continue;
    if (!names.includes(entry.username)) continue;
    const isNewer =
      newest === undefined || entry.at > newest.at || (entry.at === newest.at && entry.id > newest.id);
    if (isNewer) newest = entry;
  }
  return newest?.username;
}
