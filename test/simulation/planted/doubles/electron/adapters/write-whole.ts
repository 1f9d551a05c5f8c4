import { nodeDisk } from '../../../../../../electron/adapters/node-disk.ts';
import * as real from '../../../../../../electron/adapters/write-whole.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../electron/adapters/write-whole.ts';

type Disk = typeof nodeDisk;

export const writeWhole = faulty(real.writeWhole, {
  'a document is renamed before it is synced': (disk, path, content) =>
    real.writeWhole(
      like(disk, { open: (file) => like(disk.open(file), { sync: () => undefined }) }),
      path,
      content,
    ),
  'the new name of a document is not synced': (disk, path, content) =>
    real.writeWhole(like(disk, { syncFolder: () => undefined }), path, content),
  'a document is written in place': (disk: Disk, path, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = disk.open(path);
    file.truncate(0);
    real.writeAll(file, bytes, 0);
    file.sync();
    file.close();
  },
});

export const writeAll = faulty(real.writeAll, {
  'what a full disk has cut is taken for written': (file, bytes, position) => {
    file.write(bytes, position);
  },
});
