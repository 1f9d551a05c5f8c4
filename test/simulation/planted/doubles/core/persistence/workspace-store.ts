import * as real from '../../../../../../core/persistence/workspace-store.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/workspace-store.ts';

export const openWorkspaceStore = faulty(real.openWorkspaceStore, {
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
