import { finish } from '../../core/kernel/steps.ts';
import { openWorkspaceStore, type WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import type { WorkspaceStores } from '../../core/persistence/read-studio.ts';
import { systemDigest } from '../../electron/adapters/system.ts';
import { fakeClock } from './fake-clock.ts';

/** Opens a firm's data on these files. */
export const openStore = (stores: WorkspaceStores): WorkspaceStore =>
  finish(openWorkspaceStore(stores, { digest: systemDigest, clock: fakeClock() }));
