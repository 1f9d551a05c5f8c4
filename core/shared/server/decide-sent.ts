// The server's decision about one command that a desk has sent.
import { commands, type CommandType } from '../../desk/command.ts';
import { decide } from '../../desk/decide.ts';
import type { IdOf } from '../../desk/define-command.ts';
import type { AppState, WorkspaceChange } from '../../desk/rows/state.ts';
import { seatHistory } from '../../desk/seats/seat-history.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Day } from '../../kernel/day.ts';
import type { IdSource, Log } from '../../ports.ts';
import { checkCommand, deskTables, type SharedCommand, type SharedRefusal } from '../protocol.ts';
import { erasedWords } from '../erased-words.ts';
import { mayDo } from '../roles.ts';
import { isStorable } from '../storable.ts';
import type { DeskClient, InverseRow, LoggedCommand } from '../studio-database.ts';
import type { StudioState } from './studio-state.ts';

/** A command as it came, whose fields nobody has checked yet. */
export interface SentCommand {
  readonly seq: number;
  readonly cid: string;
  readonly at: number;
  readonly day: Day;
  readonly command: unknown;
}

export interface Decided {
  readonly command: SharedCommand | null;
  readonly result: Result<readonly WorkspaceChange[], SharedRefusal>;
  readonly inverse: readonly InverseRow[];
  /** Words that name a person who is erased by it. */
  readonly erases: readonly string[];
}

export interface DecidingPorts {
  readonly ids: Pick<IdSource, 'named'>;
  readonly log: Log;
  readonly today: Day;
  /** An earlier command, for undo. */
  readonly logged: (cid: string) => Promise<LoggedCommand | undefined>;
}

const travels = ({ table }: WorkspaceChange): boolean => !(deskTables as readonly string[]).includes(table);

/**
 * Decides a command as a desk does, with the rows of all desks. A command that makes the program fail is
 * refused as `broken`: it must not stop those behind it.
 */
export async function decideSent(
  state: StudioState,
  desk: DeskClient,
  sent: SentCommand,
  ports: DecidingPorts,
): Promise<Decided> {
  const refused = (command: SharedCommand | null, refusal: SharedRefusal): Decided => ({
    command,
    result: err(refusal),
    inverse: [],
    erases: [],
  });
  const command = checkCommand(sent.command);
  if (command === undefined)
    return refused(null, { reason: 'bad-input', field: 'command', problem: 'unknown form' });
  if (!mayDo(desk.role, command.type)) return refused(command, { reason: 'not-allowed' });
  const app = state.at(ports.today);
  const idOf: IdOf = (name) => ports.ids.named(sent.cid, name);
  try {
    const decided =
      command.type === 'undo'
        ? await takenBack(state, desk, command.cid, ports)
        : decide(app, command, idOf, { at: sent.at, by: desk.name, user: desk.account });
    if (!decided.ok) return refused(command, decided.error);
    const changes = decided.value.filter(travels);
    if (!changes.every(({ id }) => isStorable(id)))
      return refused(null, { reason: 'bad-input', field: 'command', problem: 'a name that cannot be kept' });
    const all = [...changes, ...seatHistory(app, changes, { at: sent.at, by: desk.name, idOf })];
    const inverse = changes
      .map(({ table, id }): InverseRow => ({ table, id, value: app.workspace[table].get(id) ?? null }))
      .reverse();
    // What is erased must not come back from the log: such a command is never taken back.
    const erasing = command.type !== 'undo' && commands[command.type].erases;
    return {
      command,
      result: ok(all),
      inverse: erasing ? [] : inverse,
      erases: erasing ? wordsOfErased(changes, app) : [],
    };
  } catch (error) {
    ports.log.error('shared.command-broken', {
      type: command.type,
      error: error instanceof Error ? error.name : 'not-an-error',
    });
    return refused(command, { reason: 'broken' });
  }
}

/** What a command is about in the end: an undo of an undo does the first command again. */
async function takenBackBy(
  command: SharedCommand,
  logged: DecidingPorts['logged'],
): Promise<CommandType | undefined> {
  let now: SharedCommand | null | undefined = command;
  while (now?.type === 'undo') now = (await logged(now.cid))?.command;
  return now?.type;
}

/**
 * The rows before an earlier command, if all of them still are as that command left them. Its own account may
 * take it back, and whoever administers, if the role still allows that command.
 */
async function takenBack(
  state: StudioState,
  desk: DeskClient,
  cid: string,
  { logged }: DecidingPorts,
): Promise<Result<readonly WorkspaceChange[], SharedRefusal>> {
  const target = await logged(cid);
  if (target?.outcome !== 'applied' || target.inverse === null || target.command === null)
    return err({ reason: 'nothing-to-undo' });
  const type = await takenBackBy(target.command, logged);
  if (type === undefined || commands[type].undo !== 'step') return err({ reason: 'nothing-to-undo' });
  if (target.account !== desk.account && desk.role !== 'administer') return err({ reason: 'not-allowed' });
  if (!mayDo(desk.role, type)) return err({ reason: 'not-allowed' });
  if (!target.inverse.every(({ table, id }) => state.versionOf(table, id) === target.version))
    return err({ reason: 'changed-since' });
  return ok(target.inverse.map((row) => row as WorkspaceChange));
}

/** What finds the people whom these changes erase in older commands. */
const wordsOfErased = (
  changes: readonly WorkspaceChange[],
  { workspace }: Pick<AppState, 'workspace'>,
): readonly string[] =>
  changes.flatMap(({ table, id, value }) =>
    table === 'erased' && value !== null ? erasedWords(id, workspace.people.get(id)) : [],
  );
