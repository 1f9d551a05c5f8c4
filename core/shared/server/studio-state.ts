// The rows of a studio in the memory of one server process, brought up to date before each decision.
import { createStudioReplica } from '../../desk/register/studio-replica.ts';
import {
  applyChanges,
  type AppState,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../desk/rows/state.ts';
import { emptyWorkspace } from '../../desk/rows/tables.ts';
import { addDays, romeDay, type Day } from '../../kernel/day.ts';
import { mostRows } from '../protocol.ts';
import type { StoredRow, StudioSnapshot } from '../studio-database.ts';

export interface StudioState {
  readonly epoch: string;
  version(): number;
  /** How many rows it has had. */
  rows(): number;
  /** The day at a moment, by the vendor's calendar if the studio has a vendor. */
  dayAt(now: number): Day;
  /**
   * The day with which a command is decided: the one on which it was given, so that what was done without the
   * server keeps its day and its figures. Never after the day of the server, and not long before it: a clock
   * may be wrong.
   */
  dayFor(given: Day, now: number): Day;
  /** What a decision may read. */
  at(today: Day): AppState;
  /** The version at which a row was last changed or removed; 0 if it never was there. */
  versionOf(table: keyof WorkspaceRows, id: string): number;
  /** Takes rows of one or more later versions. */
  take(rows: readonly StoredRow[]): void;
}

/** A command that was given more days ago is decided as if it were so many. */
const mostDaysAgo = 30;

function createStudioState(epoch: string): StudioState {
  const tables = emptyWorkspace();
  const replica = createStudioReplica(tables);
  const versions = new Map<string, number>();
  let version = 0;
  const nameOf = (table: string, id: string): string => `${table} ${id}`;
  const dayAt = (now: number): Day => addDays(romeDay(now), replica.dayOffset);
  return {
    epoch,
    version: () => version,
    rows: () => versions.size,
    dayAt,
    dayFor(given, now) {
      const today = dayAt(now);
      const earliest = addDays(today, -mostDaysAgo);
      return given > today ? today : given < earliest ? earliest : given;
    },
    at: (today) => ({ workspace: tables, replica: replica.tables, today }),
    versionOf: (table, id) => versions.get(nameOf(table, id)) ?? 0,
    take(rows) {
      const changes = rows.map(({ table, id, value }) => ({ table, id, value }) as WorkspaceChange);
      applyChanges<WorkspaceRows>(tables, changes);
      replica.follow(changes);
      for (const row of rows) {
        versions.set(nameOf(row.table, row.id), row.version);
        version = Math.max(version, row.version);
      }
    },
  };
}

/**
 * The state as of a snapshot. `known` is brought up to date; a state of another epoch, or one that is ahead
 * of the database, is left: what it holds was never committed.
 */
export async function stateAt(
  snapshot: Pick<StudioSnapshot, 'head' | 'rowsAfter'>,
  known: StudioState | undefined,
): Promise<StudioState> {
  const { epoch, version } = snapshot.head;
  const state =
    known === undefined || known.epoch !== epoch || known.version() > version
      ? createStudioState(epoch)
      : known;
  let cursor = { version: state.version() + 1, table: '', id: '' };
  while (state.version() < version) {
    const rows = await snapshot.rowsAfter(cursor, mostRows);
    const last = rows.at(-1);
    if (last === undefined) break;
    state.take(rows);
    if (rows.length < mostRows) break;
    cursor = { version: last.version, table: last.table, id: last.id };
  }
  return state;
}
