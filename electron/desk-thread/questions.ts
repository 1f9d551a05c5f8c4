// What the main process asks of the desk besides the calls of the bridge: the rows are in another thread.
import { looksIn } from '../../core/desk/rows/looks.ts';
import { allRows, type AppState, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { vendorRowsOf } from '../../core/desk/rows/vendor-changes.ts';
import { daysBetween, romeDay } from '../../core/kernel/day.ts';
import { systemClock } from '../adapters/system.ts';

export const questions = {
  /** The ids of everybody who was erased. */
  erased: (state: AppState, _: null) => [...state.workspace.erased.values()].map(({ id }) => id),
  /** The number of rows of each table. */
  counts: (state: AppState, _: null): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries({ ...state.replica, ...state.workspace }).map(([table, rows]) => [
        table,
        (rows as ReadonlyMap<string, unknown>).size,
      ]),
    ),
  /** Every row, with those of the vendor in a sample, and whether the studio lies on a server. */
  rows: ({ workspace, replica, today }: AppState, _: null) => ({
    rows:
      workspace.firm.get('firm')?.studio === 'sample' && workspace.vendorMarks.size === 0
        ? [
            ...allRows<WorkspaceRows>(workspace),
            ...vendorRowsOf(replica, daysBetween(romeDay(systemClock.now()), today)),
          ]
        : allRows<WorkspaceRows>(workspace),
    shared: workspace.sharedStudio.size > 0,
  }),
  /** True while a command is on its way to Aruba. */
  sending: (state: AppState, _: null) =>
    [...state.workspace.outbox.values()].some((entry) => entry.state === 'sending'),
};

export type Question = keyof typeof questions;

export type AskDesk = <Q extends Question>(
  question: Q,
  about: Parameters<(typeof questions)[Q]>[1],
) => Promise<ReturnType<(typeof questions)[Q]>>;

/** What windows and menus of the main process need of the desk at any moment. It comes with each change. */
export const looksOf = ({ workspace }: AppState) =>
  ({ ...looksIn(workspace), studio: workspace.firm.get('firm')?.studio ?? null }) as const;

export type DeskLooks = ReturnType<typeof looksOf>;
