// Who has changed last what a refused command is about: the tray of the desk says it.
import type { Day } from '../../kernel/day.ts';
import { workspaceTables } from '../../desk/rows/tables.ts';
import type { ChangedBy } from '../../desk/rows/shared-rows.ts';
import type { SharedCommand, SharedRefusal } from '../protocol.ts';
import type { LoggedCommand, StudioSnapshot } from '../studio-database.ts';
import type { StudioState } from './studio-state.ts';

/** So many words of a command are looked at: a long list is about everything. */
const mostWords = 200;

function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* wordsOf(part);
}

function someWordsOf(value: unknown): string[] {
  const words = new Set<string>();
  for (const word of wordsOf(value)) {
    words.add(word);
    if (words.size >= mostWords) break;
  }
  return [...words];
}

/** The last version of any row that the command or its refusal names; 0 if there is none. */
function lastVersion(
  state: StudioState,
  command: SharedCommand,
  refusal: SharedRefusal,
  target: LoggedCommand | undefined,
  today: Day,
): number {
  if (command.type === 'undo')
    return Math.max(0, ...(target?.inverse ?? []).map(({ table, id }) => state.versionOf(table, id)));
  const words = someWordsOf([command, refusal]);
  // An address that is taken names the person who has it.
  const addresses = new Set(words.filter((word) => word.includes('@')).map((word) => word.toLowerCase()));
  if (addresses.size > 0)
    for (const { id, email } of state.at(today).workspace.people.values())
      if (addresses.has(email.toLowerCase())) words.push(id);
  return Math.max(
    0,
    ...workspaceTables.flatMap((table) => words.map((word) => state.versionOf(table, word))),
  );
}

/** Undefined if nobody else changed it. `target`: the command that an undo was to take back. */
export async function changedBy(
  snapshot: Pick<StudioSnapshot, 'madeBy'>,
  state: StudioState,
  {
    account,
    command,
    refusal,
    target,
    today,
  }: {
    readonly account: string;
    readonly command: SharedCommand;
    readonly refusal: SharedRefusal;
    readonly target: LoggedCommand | undefined;
    readonly today: Day;
  },
): Promise<ChangedBy | undefined> {
  const version = lastVersion(state, command, refusal, target, today);
  const made = version === 0 ? undefined : await snapshot.madeBy(version);
  return made === undefined || made.account === account ? undefined : { name: made.name, at: made.at };
}
