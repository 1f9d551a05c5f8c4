import type { ServiceColumnUse } from '../../register/import/columns.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

/** What a person said about one column of a list. A null use is forgotten. */
export interface ColumnWish {
  readonly key: string;
  readonly use: ServiceColumnUse | null;
}

/** The rows that remember what a person said about the columns of a list. Only what is new is written. */
export const rememberedColumns = (
  { workspace }: AppState,
  columns: readonly ColumnWish[],
): readonly WorkspaceChange[] =>
  columns.flatMap(({ key, use }): WorkspaceChange[] =>
    (workspace.serviceColumns.get(key)?.use ?? null) === use
      ? []
      : [{ table: 'serviceColumns', id: key, value: use === null ? null : { id: key, use } }],
  );
