// What several desks have sent, decided in one transaction: each command on top of those before it.
import type { Day } from '../../kernel/day.ts';
import type { Clock, IdSource, Log } from '../../ports.ts';
import { withoutContent } from '../erased-words.ts';
import { mostToldRows, type CommandResult, type Has, type Pushed, type SharedRefusal } from '../protocol.ts';
import type { DeskClient, LoggedCommand, StoredRow, StudioTransaction } from '../studio-database.ts';
import { changedBy } from './changed-by.ts';
import { decideSent, type Decided, type SentCommand } from './decide-sent.ts';
import { pageOf } from './pull.ts';
import { stateAt, type StudioState } from './studio-state.ts';

/** The commands of one push of one desk. */
export interface SentCommands {
  readonly client: string;
  readonly commands: readonly SentCommand[];
  /** What the desk has, if it wants to be told what it lacks. */
  readonly has: Has;
}

export interface TakingPorts {
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'named'>;
  readonly log: Log;
}

export type PushAnswer =
  | { readonly kind: 'pushed'; readonly body: Pushed }
  | { readonly kind: 'conflict'; readonly reason: 'gap' | 'forked'; readonly lastSeq: number }
  /** No such studio, or no such desk in it. */
  | { readonly kind: 'not-known' };

export interface Taken {
  /** The rows with all that was taken. */
  readonly state: StudioState;
  /** One for each push, in the order in which they came. They are true once the transaction has committed. */
  readonly answers: readonly PushAnswer[];
}

/** `known`: the rows in memory. Whatever fails, they may not be those of the database any more. */
export async function takeCommands(
  transaction: StudioTransaction,
  known: StudioState | undefined,
  pushes: readonly SentCommands[],
  ports: TakingPorts,
): Promise<Taken> {
  const state = await stateAt(transaction, known);
  const taking = createTaking(transaction, state, ports);
  const answers: PushAnswer[] = [];
  for (const { client, commands } of pushes) {
    const desk = transaction.desks.find(({ id }) => id === client);
    answers.push(desk === undefined ? { kind: 'not-known' } : await taking.take(desk, commands));
  }
  const version = taking.write();
  const told = answers.map((answer, at) => withPage(transaction, version, answer, pushes[at]));
  return { state, answers: await Promise.all(told) };
}

/** The answer with all that the desk lacks, as of the end of the transaction. */
async function withPage(
  { head, desks, rowsAfter }: StudioTransaction,
  version: number,
  answer: PushAnswer,
  push: SentCommands | undefined,
): Promise<PushAnswer> {
  const desk = desks.find(({ id }) => id === push?.client);
  const has = push?.has ?? null;
  if (answer.kind !== 'pushed' || desk === undefined || has === null || has.epoch !== head.epoch)
    return answer;
  const rows = await rowsAfter({ version: has.version + 1, table: '', id: '' }, mostToldRows);
  if (rows.length === mostToldRows) return answer;
  const { lastSeq } = answer.body;
  const page = pageOf({ ...head, version }, { ...desk, lastSeq }, rows);
  return { ...answer, body: { ...answer.body, page } };
}

/** Collects what one transaction writes. */
function createTaking(transaction: StudioTransaction, state: StudioState, { clock, ids, log }: TakingPorts) {
  const taken = clock.now();
  const known = new Map(transaction.logged.map((command) => [command.cid, command]));
  const logged = new Map<string, LoggedCommand>();
  const rows = new Map<string, StoredRow>();
  const erased: string[] = [];
  const clients: { readonly id: string; readonly lastSeq: number }[] = [];
  let { version } = transaction.head;

  const doneOf = (cid: string): LoggedCommand | undefined => logged.get(cid) ?? known.get(cid);
  const find = async (cid: string): Promise<LoggedCommand | undefined> =>
    doneOf(cid) ?? (await transaction.commands([cid]))[0];

  /** With whoever changed before what the command is about. What this push itself has made is its own. */
  async function refusalOf(
    { account }: DeskClient,
    { command, result }: Decided,
    day: Day,
  ): Promise<SharedRefusal | null> {
    if (result.ok) return null;
    const refusal = result.error;
    if (command === null) return refusal;
    const target = command.type === 'undo' ? await find(command.cid) : undefined;
    const by = await changedBy(transaction, state, { account, command, refusal, target, today: day });
    return by === undefined ? refusal : { ...refusal, changedBy: by };
  }

  /** Commands that hold one of these words lose their content: a person was erased. */
  function forget(words: readonly string[]): void {
    erased.push(...words);
    if (words.length > 0)
      for (const [cid, command] of logged) logged.set(cid, withoutContent(command, words));
  }

  /** Decides a command that is new, and returns its result. */
  async function decideNew(desk: DeskClient, sent: SentCommand): Promise<CommandResult> {
    const { seq, cid, at } = sent;
    const day = state.dayFor(sent.day, taken);
    const decided = await decideSent(state, desk, sent, { ids, log, today: day, logged: find });
    const applied = decided.result.ok;
    if (decided.result.ok) {
      version += 1;
      const changed = decided.result.value.map(({ table, id, value }): StoredRow => ({
        table,
        id,
        version,
        value,
      }));
      state.take(changed);
      for (const row of changed) rows.set(`${row.table} ${row.id}`, row);
      forget(decided.erases);
    }
    const { id: client, account } = desk;
    const entry: LoggedCommand = {
      seq,
      cid,
      version,
      client,
      account,
      at,
      taken,
      day,
      outcome: applied ? 'applied' : 'refused',
      refusal: await refusalOf(desk, decided, day),
      ...entryOf(decided),
    };
    // What was given before the desk heard of an erasure must not bring the person into the log again.
    const gone = applied ? [] : [...state.at(day).workspace.erased.keys(), ...erased];
    const kept = withoutContent(entry, gone);
    logged.set(cid, kept);
    return resultOf(kept);
  }

  return {
    async take(desk: DeskClient, commands: readonly SentCommand[]): Promise<PushAnswer> {
      const reason = conflictOf(desk, commands, (cid) => doneOf(cid) !== undefined);
      if (reason !== null) return { kind: 'conflict', reason, lastSeq: desk.lastSeq };
      const results: CommandResult[] = [];
      for (const sent of commands) {
        const done = doneOf(sent.cid);
        // A command that has come before, maybe under another number, has exactly one result.
        results.push(done === undefined ? await decideNew(desk, sent) : { ...resultOf(done), seq: sent.seq });
      }
      const lastSeq = Math.max(desk.lastSeq, ...commands.map(({ seq }) => seq));
      if (lastSeq > desk.lastSeq) clients.push({ id: desk.id, lastSeq });
      return { kind: 'pushed', body: { lastSeq, version, results, page: null } };
    },
    /** Returns the version of the studio with all of it. */
    write(): number {
      if (clients.length === 0) return version;
      const commands = [...logged.values()];
      transaction.write({ version, rows: [...rows.values()], commands, clients, erased });
      return version;
    },
  };
}

/** What the numbers of the commands say, before any of them is decided. */
function conflictOf(
  desk: DeskClient,
  commands: readonly SentCommand[],
  isDone: (cid: string) => boolean,
): 'gap' | 'forked' | null {
  const here = new Set<string>();
  let { lastSeq } = desk;
  for (const { seq, cid } of commands) {
    if (seq <= lastSeq && !here.has(cid) && !isDone(cid)) return 'forked';
    if (seq > lastSeq + 1) return 'gap';
    lastSeq = Math.max(lastSeq, seq);
    here.add(cid);
  }
  return null;
}

const resultOf = ({ seq, cid, version, outcome, refusal }: LoggedCommand): CommandResult => ({
  seq,
  cid,
  version,
  outcome,
  refusal,
});

const entryOf = ({ command, result, inverse }: Decided): Pick<LoggedCommand, 'command' | 'inverse'> => ({
  command,
  inverse: result.ok ? inverse : null,
});
