import type { EndKeeper, KeptEnd } from '../../core/ports.ts';

/** Keeps the end of a journal in memory. */
export function memoryEnd(): EndKeeper & { mark: KeptEnd | undefined } {
  const end: EndKeeper & { mark: KeptEnd | undefined } = {
    mark: undefined,
    read: () => (end.mark === undefined ? [] : [end.mark]),
    keep(mark) {
      end.mark = mark;
    },
  };
  return end;
}
