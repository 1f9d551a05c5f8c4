import { join } from 'node:path';
import { isSame, withCode, type Disk, type FileState } from '../adapters/disk.ts';
import { nodeDisk } from '../adapters/node-disk.ts';
import { cardFile, HeldElsewhere, readCard, type FolderHold } from './folder-hold.ts';

/**
 * The check before each write in a thread that does not write the card itself. `owner`: the computer and the
 * process that the card must name. `denied`: why the program could not write its card, if it could not.
 * `lost` is called when the card names another program.
 */
export function cardGuard({
  folder,
  owner,
  denied,
  lost,
  disk = nodeDisk,
}: {
  readonly folder: string;
  readonly owner: { readonly computer: string; readonly process: string };
  readonly denied: string | null;
  readonly lost: () => void;
  readonly disk?: Disk;
}): Pick<FolderHold, 'mustHold'> {
  const file = join(folder, cardFile);
  /** The file of the card as it was when it named this program last. */
  let mine: FileState | undefined;
  return {
    mustHold() {
      if (denied !== null) throw withCode(denied);
      const found = disk.state(file);
      if (found !== undefined && isSame(found, mine)) return;
      const card = readCard(folder, disk);
      // A card that is gone is written again by the program's next count.
      if (card === undefined || (card.computer.id === owner.computer && card.process === owner.process)) {
        mine = found;
        return;
      }
      lost();
      throw new HeldElsewhere('held-elsewhere');
    },
  };
}
