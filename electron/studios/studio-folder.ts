import type { DocumentStore, EndKeeper, LineStore } from '../../core/ports.ts';

/** The files of one studio. */
export interface StudioFolder {
  readonly store: <T>(name: string) => DocumentStore<T>;
  /** `name` is the file's name without its ending. */
  readonly lines: (name: string) => LineStore;
  readonly end: EndKeeper;
}
