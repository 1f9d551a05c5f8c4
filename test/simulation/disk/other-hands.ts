// What somebody, or a bad disk, does to the files of a studio. What is put in a place while the program runs
// is kept somewhere, byte for byte.
import { onDisk, type SimulatedDisk } from '../../support/simulated-disk.ts';
import type { DiskInvariant } from './disk-invariants.ts';
import type { DiskStep } from './disk-schedule.ts';

export function createOtherHands({
  files,
  breaks,
}: {
  readonly files: SimulatedDisk;
  readonly breaks: (invariant: DiskInvariant, detail: string) => void;
}) {
  const put = new Map<string, string>();
  let copy: ReadonlyMap<string, string> = new Map();

  return {
    /** The program has started, and has read what was put there. */
    isRead: (): void => put.clear(),
    /**
     * A second process has read it, as at every start, and it may have become part of what was written.
     * `runs`: the first process runs too.
     */
    isReadBeside(runs: boolean): void {
      for (const [path, text] of put) if (!runs || files.text(path) !== text) put.delete(path);
    },
    mustBeKept(): void {
      for (const [path, text] of put)
        if (!files.paths().some((other) => files.text(other) === text))
          breaks('nothing readable is overwritten', path);
    },
    copy(): void {
      copy = files.copy();
    },
    putBackAll(): void {
      put.clear();
      for (const [path, text] of copy) if (path.startsWith('/data/')) files.put(path, text);
    },
    /** `runs`: the program runs meanwhile. */
    onFile(step: Extract<DiskStep, { readonly file: unknown }>, runs: boolean): void {
      const path = onDisk(step.file);
      const text = files.text(path);
      put.clear();
      if (text === undefined) return;
      if (step.do === 'rot') files.rot(path, step.number);
      else if (step.do === 'empty') files.put(path, '');
      else if (step.do === 'remove') files.erase(path);
      else if (step.do === 'rewrite') files.put(path, text);
      else if (step.do === 'put-back') {
        const older = copy.get(path);
        if (older === undefined) return;
        files.put(path, older);
        if (runs && step.file === 'workspace.json') put.set(path, older);
      } else {
        const lines = text.split('\n');
        files.put(
          path,
          lines
            .slice(0, Math.max(0, lines.length - 1 - (step.number % 3)))
            .concat('')
            .join('\n'),
        );
      }
    },
  };
}
