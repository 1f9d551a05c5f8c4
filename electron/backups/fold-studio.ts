import { emptyReplica } from '../../core/desk/rows/tables.ts';
import type { ReplicaTables, WorkspaceTables } from '../../core/desk/rows/state.ts';
import { createStudioReplica } from '../../core/desk/register/studio-replica.ts';
import { finish } from '../../core/kernel/steps.ts';
import { checkReplica, readChecked, replicaFrom } from '../../core/persistence/check.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { KnownSums } from '../../core/persistence/known-sums.ts';
import { readStudio } from '../../core/persistence/read-studio.ts';
import type { EndMark } from '../../core/ports.ts';
import { systemDigest } from '../adapters/system.ts';
import { filesInMemory } from '../studios/copied-folder.ts';

/** What the files of a studio come to. */
export interface FoldedStudio {
  readonly tables: WorkspaceTables;
  /** Of a studio of one's own it is folded from the register. */
  readonly replica: Pick<ReplicaTables, 'services' | 'orders'>;
  /** The last command. Null if there is none. */
  readonly end: EndMark | null;
  /** The sums of the latest commands. */
  readonly known: KnownSums;
  /** False if something was damaged or missing. */
  readonly sound: boolean;
}

/** Folds the files of a studio, all at once: it belongs into a thread. Throws NewerData. */
export function foldStudio(files: ReadonlyMap<string, Buffer>): FoldedStudio {
  const { store, lines, end } = filesInMemory(files);
  const studio = finish(
    readStudio(
      {
        workspace: store<WorkspaceDocument>('workspace'),
        backup: store<WorkspaceDocument>('workspace-backup'),
        journal: [lines('journal-1'), lines('journal-2')],
        end,
      },
      systemDigest,
    ),
  );
  return {
    tables: studio.tables,
    replica: replicaOf(studio.tables, store<ReplicaDocument>('replica')),
    end: studio.end,
    known: studio.known,
    sound: studio.recoveries.length === 0,
  };
}

function replicaOf(
  tables: WorkspaceTables,
  store: Parameters<typeof readChecked<ReplicaDocument>>[0],
): FoldedStudio['replica'] {
  const { firm, vendorRows } = tables;
  if (firm.get('firm')?.studio === 'own' || vendorRows.size > 0) return createStudioReplica(tables).tables;
  const read = finish(readChecked(store, checkReplica));
  // A replica that cannot be read is fetched again from the vendor.
  return read.ok && read.value !== undefined ? replicaFrom(read.value) : emptyReplica();
}
