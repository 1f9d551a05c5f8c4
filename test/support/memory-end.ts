import type { EndKeeper, EndMark } from '../../core/ports.ts';

/** Keeps the end of a journal in memory. */
export function memoryEnd(): EndKeeper & { mark: EndMark | undefined } {
  const end: EndKeeper & { mark: EndMark | undefined } = {
    mark: undefined,
    read: () => (end.mark === undefined ? [] : [end.mark]),
    keep(mark) {
      end.mark = mark;
    },
  };
  return end;
}
