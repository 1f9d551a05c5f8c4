import type { StorageTrouble } from '../bridge/storage.ts';

const whys: Readonly<Record<string, StorageTrouble['why']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'protected',
  EACCES: 'protected',
  EPERM: 'protected',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ENODEV: 'vanished',
  ENXIO: 'vanished',
  'held-elsewhere': 'held',
};

/** Why a write failed, from the code of its error. What nobody knows counts as a failing disk. */
export const whyNotSaved = (error: unknown): StorageTrouble['why'] =>
  whys[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'failing';
