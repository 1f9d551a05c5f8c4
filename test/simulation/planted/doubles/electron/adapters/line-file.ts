import * as real from '../../../../../../electron/adapters/line-file.ts';
import { nodeDisk } from '../../../../../../electron/adapters/node-disk.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../electron/adapters/line-file.ts';

const openWith = (
  file: string,
  options: Parameters<typeof real.openLines>[1],
  change: (disk: typeof nodeDisk) => Partial<typeof nodeDisk>,
) => {
  const disk = options?.disk ?? nodeDisk;
  return real.openLines(file, { ...options, disk: like(disk, change(disk)) });
};

export const openLines = faulty(real.openLines, {
  'a line of the journal is not synced': (file, options) =>
    openWith(file, options, (disk) => ({
      open: (path) => like(disk.open(path), { sync: () => undefined }),
    })),
  'the name of a new journal is not synced': (file, options) =>
    openWith(file, options, () => ({ syncFolder: () => undefined })),
  'a journal that is set aside is deleted': (file, options) => {
    const lines = real.openLines(file, options);
    return like(lines, {
      read: () => lines.read(),
      moveAside(why) {
        const name = lines.moveAside(why);
        if (name !== undefined) options?.disk?.remove(`${file.slice(0, file.lastIndexOf('/'))}/${name}`);
        return name;
      },
    });
  },
});
