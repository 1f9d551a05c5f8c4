import type { BackupsState, ErasureReport } from '../../core/bridge/backups.ts';

/** A studio without a backup. */
export const noBackups: BackupsState = {
  entries: [],
  folder: '/dati/copie/esempio',
  chosen: null,
  missing: false,
  trouble: null,
  writes: true,
};

/** Nobody was erased. */
export const noErasure: ErasureReport = { rewritten: 0, removed: [], unreachable: [], files: [] };
