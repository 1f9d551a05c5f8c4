// A refused command that is given again has another id, and so has whatever it makes. Commands of the tray
// that followed on it name what it was to make: here is what they name now.
import type { Command } from '../../desk/command.ts';
import { decide } from '../../desk/decide.ts';
import type { AppState } from '../../desk/rows/state.ts';
import type { WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { IdSource } from '../../ports.ts';

/** Ids by other ids. */
type Renamed = ReadonlyMap<string, string>;

const replaced = (text: string, renamed: Renamed): string =>
  [...renamed].reduce((known, [before, now]) => known.replaceAll(before, now), text);

const turnedRound = (renamed: Renamed): Renamed =>
  new Map([...renamed].map(([before, now]) => [now, before]));

const renamedIn = ({ renamed = {} }: WaitingCommand): Renamed => new Map(Object.entries(renamed));

/** A refused command with the ids of now. */
export const commandNow = (row: WaitingCommand): unknown =>
  JSON.parse(replaced(JSON.stringify(row.command), renamedIn(row)));

/** The names and ids of what a command makes, in the order in which it makes them. */
function madeBy(
  state: AppState,
  command: Command,
  at: number,
  idOf: (name: string) => string,
): readonly { readonly name: string; readonly id: string }[] {
  const made: { readonly name: string; readonly id: string }[] = [];
  const noted = (name: string): string => {
    const id = idOf(name);
    made.push({ name, id });
    return id;
  };
  return decide(state, command, noted, { at, by: '', user: '' }).ok ? made : [];
}

/** A person whose address somebody else has: without the others it is free. */
const withoutPeople = (state: AppState): AppState => ({
  ...state,
  workspace: { ...state.workspace, people: new Map() },
});

/**
 * The ids that a refused command was to make, each with the one that `given` makes once it has an id of its
 * own. Call it with the state before `given`: both make the same things in the same order.
 */
export function newIds(
  state: AppState,
  row: WaitingCommand,
  { refused, given }: { readonly refused: Command; readonly given: Command },
  { named }: Pick<IdSource, 'named'>,
): (cid: string) => Renamed {
  // What the command names itself had other ids when the rows behind it were written.
  const earlier = turnedRound(renamedIn(row));
  const free = refused.type === 'person/add' ? withoutPeople(state) : state;
  const before = madeBy(free, refused, row.at, (name) => named(row.id, replaced(name, earlier)));
  const now = madeBy(state, given, row.at, (name) => named(row.id, name));
  return (cid) => {
    // A name may hold an id that the command has made just before.
    const own = new Map<string, string>();
    for (const { name, id } of now) own.set(id, named(cid, replaced(name, own)));
    return new Map(before.flatMap(({ id }, at) => pair(id, own.get(now[at]?.id ?? ''))));
  };
}

const pair = (before: string, now: string | undefined): readonly (readonly [string, string])[] =>
  now === undefined ? [] : [[before, now]];

/**
 * The rows of the tray that name any of the old ids, with the new ones. What a row named first may have been
 * given again more than once: each of its ids leads to the newest.
 */
export const withNewIds = (rows: Iterable<WaitingCommand>, renamed: Renamed): readonly WaitingCommand[] =>
  [...rows].flatMap((row) => {
    if (row.state !== 'refused') return [];
    const text = JSON.stringify(row.command);
    const known = Object.entries(row.renamed ?? {});
    const fresh = [...renamed].filter(([id]) => text.includes(id));
    if (fresh.length === 0 && !known.some(([, id]) => renamed.has(id))) return [];
    const moved = known.map(([first, id]): [string, string] => [first, renamed.get(id) ?? id]);
    return [{ ...row, renamed: Object.fromEntries([...moved, ...fresh]) }];
  });
