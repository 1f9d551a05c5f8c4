import * as real from '../../../../../../core/persistence/workspace-store.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/workspace-store.ts';

export const openWorkspaceStore = faulty(real.openWorkspaceStore, {
  'a repair is not told by the next start': (stores, ports) => {
    const silent = (store: typeof stores.workspace): typeof stores.workspace => ({
      ...store,
      write: (document) => store.write({ ...document, mended: [] }),
    });
    return real.openWorkspaceStore(
      { ...stores, workspace: silent(stores.workspace), backup: silent(stores.backup) },
      ports,
    );
  },
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
