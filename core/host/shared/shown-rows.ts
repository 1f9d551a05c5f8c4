// What a desk of a shared studio shows: the rows that the server has confirmed, and on top of them the
// commands that wait. When other rows come, the waiting commands are taken off and decided again.
import { decide } from '../../desk/decide.ts';
import type { Command } from '../../desk/command.ts';
import type { Stamp } from '../../desk/define-command.ts';
import { createStudioReplica, type StudioReplica } from '../../desk/register/studio-replica.ts';
import {
  applyChanges,
  type AppState,
  type ReplicaChange,
  type WorkspaceChange,
  type WorkspaceRows,
  type WorkspaceTables,
} from '../../desk/rows/state.ts';
import type { WaitingCommand } from '../../desk/rows/shared-rows.ts';
import { copyOf } from '../../desk/rows/tables.ts';
import { seatHistory } from '../../desk/seats/seat-history.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { IdSource } from '../../ports.ts';
import { checkCommand, type SharedRefusal } from '../../shared/protocol.ts';

export interface ShownRowsPorts {
  /** The confirmed rows, and what waits. They are read at the start only. */
  readonly confirmed: WorkspaceTables;
  readonly ids: Pick<IdSource, 'named'>;
  /** By this machine's calendar. */
  readonly today: () => Day;
  /** Who gives commands here: the account of this desk. */
  readonly by: () => Pick<Stamp, 'by' | 'user'>;
}

export type Shown = readonly (WorkspaceChange | ReplicaChange)[];

export interface ShownRows {
  readonly tables: WorkspaceTables;
  readonly replica: StudioReplica;
  state(): AppState;
  /** Decides a waiting command on the rows that are shown. Shows nothing. */
  decide(waiting: WaitingCommand): Result<readonly WorkspaceChange[], SharedRefusal>;
  /** Shows the rows of a command that was given just now. */
  add(waiting: WaitingCommand, changes: readonly WorkspaceChange[]): Shown;
  /** Rows of this desk alone: they lie below whatever waits. */
  keep(changes: readonly WorkspaceChange[]): Shown;
  /** Takes rows from the server, with what waits from now on. Returns every row that looks different. */
  take(confirmed: readonly WorkspaceChange[], waiting: readonly WaitingCommand[]): Shown;
  /** Waiting commands that this desk would refuse by now. Only the server refuses for good. */
  inDoubt(): ReadonlySet<string>;
}

interface OnTop {
  readonly waiting: WaitingCommand;
  readonly inverse: readonly WorkspaceChange[];
}

const inOrder = (commands: Iterable<WaitingCommand>): readonly WaitingCommand[] =>
  [...commands].filter(({ state }) => state === 'waiting').toSorted((a, b) => a.seq - b.seq);

export function createShownRows({ confirmed, ids, today, by }: ShownRowsPorts): ShownRows {
  const tables = copyOf<WorkspaceRows>(confirmed);
  const replica = createStudioReplica(tables);
  const onTop: OnTop[] = [];
  const doubted = new Set<string>();
  const stateOn = (day: Day): AppState => ({ workspace: tables, replica: replica.tables, today: day });
  const state = (): AppState => stateOn(addDays(today(), replica.dayOffset));

  const valueOf = ({ table, id }: Pick<WorkspaceChange, 'table' | 'id'>): WorkspaceChange['value'] =>
    tables[table].get(id) ?? null;

  /** Applies rows and folds what they are about. Returns both. */
  function apply(changes: readonly WorkspaceChange[]): Shown {
    applyChanges<WorkspaceRows>(tables, changes);
    return [...changes, ...replica.follow(changes)];
  }

  const inverseOf = (changes: readonly WorkspaceChange[]): readonly WorkspaceChange[] =>
    changes.map((change) => ({ ...change, value: valueOf(change) }) as WorkspaceChange).reverse();

  /** With the day on which it was given, as the server decides it: midnight changes nothing of it. */
  function decideWaiting(waiting: WaitingCommand): Result<readonly WorkspaceChange[], SharedRefusal> {
    const command = checkCommand(waiting.command);
    const idOf = (name: string): string => ids.named(waiting.id, name);
    const stamp: Stamp = { at: waiting.at, ...by() };
    const decided =
      command === undefined
        ? ok([])
        : command.type === 'undo'
          ? ok((waiting.rows ?? []) as readonly WorkspaceChange[])
          : decide(stateOn(waiting.day), command satisfies Command, idOf, stamp);
    if (!decided.ok) return decided;
    const history = seatHistory(state(), decided.value, { at: waiting.at, by: stamp.by, idOf });
    return ok([...decided.value, ...history]);
  }

  function put(waiting: WaitingCommand, changes: readonly WorkspaceChange[]): Shown {
    onTop.push({ waiting, inverse: inverseOf(changes) });
    return apply(changes);
  }

  /** Decides again what waits. A command that cannot be decided here any more is left out, and in doubt. */
  function replay(commands: readonly WaitingCommand[]): Shown {
    doubted.clear();
    return commands.flatMap((waiting) => {
      const decided = decideWaiting(waiting);
      if (decided.ok) return put(waiting, decided.value);
      doubted.add(waiting.id);
      return [];
    });
  }

  function takeOff(): Shown {
    const changes = onTop.toReversed().flatMap(({ inverse }) => inverse);
    onTop.length = 0;
    return apply(changes);
  }

  /** Each row once, as it is now. */
  function asNow(touched: Shown): Shown {
    const seen = new Map(touched.map(({ table, id }) => [`${table} ${id}`, { table, id }]));
    return [...seen.values()].map(({ table, id }) => {
      const rows = { ...tables, ...replica.tables }[table] as ReadonlyMap<string, unknown>;
      return { table, id, value: rows.get(id) ?? null } as WorkspaceChange;
    });
  }

  replay(inOrder(tables.waiting.values()));
  return {
    tables,
    replica,
    state,
    decide: decideWaiting,
    add: put,
    keep: apply,
    take(rows, waiting) {
      const off = takeOff();
      const taken = apply(rows);
      return asNow([...off, ...taken, ...replay(inOrder(waiting))]);
    },
    inDoubt: () => doubted,
  };
}
