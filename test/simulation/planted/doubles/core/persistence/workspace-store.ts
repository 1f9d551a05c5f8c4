import type { WorkspaceDocument } from '../../../../../../core/persistence/documents.ts';
import type { WorkspaceStores } from '../../../../../../core/persistence/read-studio.ts';
import * as real from '../../../../../../core/persistence/workspace-store.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/workspace-store.ts';

/** Writes what was told before into each checkpoint again. */
function tellingAgain(store: WorkspaceStores['workspace']): WorkspaceStores['workspace'] {
  let told: WorkspaceDocument['mended'] = [];
  return like(store, {
    read() {
      const read = store.read();
      if (read.ok) told = read.value?.mended ?? told;
      return read;
    },
    write(document) {
      if (document.mended.length > 0) told = document.mended;
      return store.write({ ...document, mended: told });
    },
  });
}

export const openWorkspaceStore = faulty(real.openWorkspaceStore, {
  'a repair is told at every start': (stores, ports) =>
    real.openWorkspaceStore(
      { ...stores, workspace: tellingAgain(stores.workspace), backup: tellingAgain(stores.backup) },
      ports,
    ),
  'the journal is emptied before the checkpoint is written': (stores, ports) =>
    real.openWorkspaceStore(
      {
        ...stores,
        // The backup is the first file that a checkpoint writes.
        backup: like(stores.backup, {
          write(document) {
            for (const file of stores.journal) file.clear();
            return stores.backup.write(document);
          },
        }),
      },
      ports,
    ),
});
