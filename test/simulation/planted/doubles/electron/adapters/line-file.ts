import { ok } from '../../../../../../core/kernel/result.ts';
import * as real from '../../../../../../electron/adapters/line-file.ts';
import { nodeDisk } from '../../../../../../electron/adapters/node-disk.ts';
import type { OpenFile } from '../../../../../../electron/adapters/disk.ts';
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
  'a replaced journal is not noticed': (file, options) =>
    openWith(file, options, (disk) => {
      let open: OpenFile | undefined;
      return {
        open: (path) => (open = disk.open(path)),
        state: (path) => open?.state() ?? disk.state(path),
      };
    }),
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
  'an unreadable journal counts as an empty one': (file, options) => {
    const lines = real.openLines(file, options);
    return like(lines, {
      read() {
        const read = lines.read();
        return read.ok && read.value.every((line) => line.startsWith('{')) ? read : ok([]);
      },
    });
  },
});
