import { romeDay } from '../../kernel/day.ts';
import type { Clock, IdSource, Log } from '../../ports.ts';
import type { CommandResult, Pushed, SharedRefusal } from '../protocol.ts';
import type {
  DeskClient,
  LoggedCommand,
  StoredRow,
  StudioDatabase,
  StudioTransaction,
} from '../studio-database.ts';
import { changedBy } from './changed-by.ts';
import { decideSent, type Decided, type SentCommand } from './decide-sent.ts';
import { createKeptStates } from './kept-states.ts';
import { stateAt, type StudioState } from './studio-state.ts';

export interface PushPorts {
  readonly database: StudioDatabase;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'named'>;
  readonly log: Log;
}

export type PushAnswer =
  | { readonly kind: 'pushed'; readonly body: Pushed }
  | { readonly kind: 'conflict'; readonly reason: 'gap' | 'forked'; readonly lastSeq: number }
  /** No such studio, or no such desk in it. */
  | { readonly kind: 'not-known' };

/** Takes the commands of desks. */
export interface Pushes {
  /** Throws if nobody knows whether they were taken: the desk sends the same numbers again. */
  take(studio: string, client: string, commands: readonly SentCommand[]): Promise<PushAnswer>;
}

/**
 * Decides commands in one transaction for each push. The studio's lock gives them their order; within this
 * process they also wait for each other, since they share the rows in memory.
 */
export function createPushes(ports: PushPorts): Pushes {
  const states = createKeptStates();
  const turns = new Map<string, Promise<unknown>>();

  async function inTurn<T>(studio: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(studio) ?? Promise.resolve();
    const mine = before.then(work, work);
    turns.set(studio, mine);
    try {
      return await mine;
    } finally {
      if (turns.get(studio) === mine) turns.delete(studio);
    }
  }

  return {
    take: (studio, client, commands) =>
      inTurn(studio, async () => {
        // Whatever fails from here on, the rows in memory may not be those of the database.
        const known = states.take(studio);
        let state: StudioState | undefined;
        const answer = await ports.database.write(studio, async (transaction) => {
          state = await stateAt(transaction, known);
          const desk = await transaction.client(client);
          return desk === undefined
            ? ({ kind: 'not-known' } as const)
            : takeCommands(transaction, state, desk, commands, ports);
        });
        if (state !== undefined) states.keep(studio, state);
        return answer ?? { kind: 'not-known' };
      }),
  };
}

async function takeCommands(
  transaction: StudioTransaction,
  state: StudioState,
  desk: DeskClient,
  commands: readonly SentCommand[],
  { clock, ids, log }: PushPorts,
): Promise<PushAnswer> {
  const taken = clock.now();
  const today = romeDay(taken);
  const results: CommandResult[] = [];
  const logged = new Map<string, LoggedCommand>();
  const rows = new Map<string, StoredRow>();
  const erased: string[] = [];
  const find = async (cid: string): Promise<LoggedCommand | undefined> =>
    logged.get(cid) ?? (await transaction.command(cid));
  let { lastSeq } = desk;
  let { version } = transaction.head;

  /** With whoever changed before what the command is about. What this push itself has made is its own. */
  async function refusalOf({ command, result }: Decided): Promise<SharedRefusal | null> {
    if (result.ok) return null;
    const refusal = result.error;
    if (command === null) return refusal;
    const target = command.type === 'undo' ? await find(command.cid) : undefined;
    const by = await changedBy(transaction, state, {
      account: desk.account,
      command,
      refusal,
      target,
      today,
    });
    return by === undefined ? refusal : { ...refusal, changedBy: by };
  }

  for (const sent of commands) {
    const { seq, cid, at } = sent;
    const done = await find(cid);
    if (seq <= lastSeq && done === undefined)
      return { kind: 'conflict', reason: 'forked', lastSeq: desk.lastSeq };
    if (seq > lastSeq + 1) return { kind: 'conflict', reason: 'gap', lastSeq: desk.lastSeq };
    lastSeq = Math.max(lastSeq, seq);
    if (done !== undefined) {
      // The command has come before, maybe under another number. It has exactly one result.
      results.push({ ...resultOf(done), seq });
      continue;
    }
    const decided = await decideSent(state, desk, sent, { ids, log, today, logged: find });
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
      erased.push(...decided.erases);
    }
    const result = {
      seq,
      cid,
      version,
      outcome: applied ? ('applied' as const) : ('refused' as const),
      refusal: await refusalOf(decided),
    };
    logged.set(cid, {
      ...result,
      ...entryOf(decided),
      client: desk.id,
      account: desk.account,
      at,
      taken,
      day: today,
    });
    results.push(result);
  }
  if (lastSeq > desk.lastSeq)
    await transaction.write({
      version,
      rows: [...rows.values()],
      commands: [...logged.values()],
      client: { id: desk.id, lastSeq },
      erased,
    });
  return { kind: 'pushed', body: { lastSeq, version, results } };
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
