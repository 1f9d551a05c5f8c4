// What is durable in a client's own data, worked out from the documents themselves and not by the program's own reading of them.
import { emptyWorkspace, workspaceTables, type WorkspaceChange, type WorkspaceTables } from '../../core/app/state.ts';
import type { JournalDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';

export interface DurableRows {
  /** Written to by whoever asked for the changes. */
  readonly tables: WorkspaceTables;
  /** What a journal says that was not known before. */
  journaled(document: JournalDocument): readonly WorkspaceChange[];
  /** What a checkpoint says that was not known before: only a command too large for the journal brings something new. */
  checkpointed(document: WorkspaceDocument): readonly WorkspaceChange[];
}

export function durableRows(): DurableRows {
  const tables = emptyWorkspace();
  let seq = 0;

  function difference(document: WorkspaceDocument): readonly WorkspaceChange[] {
    const changes: WorkspaceChange[] = [];
    for (const table of workspaceTables) {
      const rows = new Map<string, unknown>(document.tables[table].map((row) => ['id' in row ? row.id : row.version, row]));
      for (const [id, value] of rows) if (tables[table].get(id) !== value) changes.push({ table, id, value } as WorkspaceChange);
      for (const id of tables[table].keys()) if (!rows.has(id)) changes.push({ table, id, value: null } as WorkspaceChange);
    }
    return changes;
  }

  return {
    tables,
    journaled(document) {
      const later = document.entries.filter((entry) => entry.seq > seq);
      seq = later.at(-1)?.seq ?? seq;
      return later.flatMap(({ changes }) => changes);
    },
    checkpointed(document) {
      if (document.seq <= seq) return [];
      seq = document.seq;
      return difference(document);
    },
  };
}
