import type { Disk } from '../adapters/disk.ts';
import { cardGuard } from '../studios/card-guard.ts';
import { guardedFolder } from '../studios/guarded-folder.ts';
import type { StudioFolder } from '../studios/studio-folder.ts';
import { openStudios } from '../studios/studios.ts';
import type { ThreadData } from './thread-data.ts';

/** What a thread must know to write a studio's files. */
export type OfFolder = Pick<ThreadData, 'studio' | 'place' | 'data' | 'ends' | 'owner' | 'denied'>;

/**
 * A studio's files as a thread writes them: only while the card of the data folder names this program. `lost`
 * is called when it names another one.
 */
export const threadFolder = (data: OfFolder, disk: Disk, lost: () => void): StudioFolder =>
  guardedFolder(data.place, {
    disk,
    hold: cardGuard({ ...data, folder: data.data, disk, lost }),
    ends: data.ends,
    beforeWrite: () => openStudios(data.data).keepCard(data.studio),
  });
