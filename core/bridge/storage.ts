// What the page is told about the files of a studio: what happened to them, and why nothing can be saved.

/** Something that happened to the firm's files, found at the start or while the program runs. */
export interface StoreNotice {
  readonly document: 'workspace' | 'replica' | 'journal' | 'simulator';
  /**
   * The new name of the file. Null if it is unknown: the file could not be moved, or an earlier start moved
   * it and ended before it could report the name.
   */
  readonly movedTo: string | null;
  /** `from-vendor`: it is fetched again from the vendor. The others: see Recovery. */
  readonly recovery: 'backup' | 'newer' | 'empty' | 'readable-part' | 'fork' | 'written-anew' | 'from-vendor';
  /** The numbers of confirmed commands that no file holds any more. Null if nothing is missing. */
  readonly missing: { readonly from: number; readonly to: number } | null;
  /** The last command that is there, with its time in milliseconds since 1970. Null if it is unknown. */
  readonly last: { readonly seq: number; readonly at: number } | null;
}

/**
 * Why nothing can be saved at the moment; everything can still be read, exported and printed. `full`: the
 * disk has no room. `protected`: the folder must not be written. `vanished`: the folder is not there. `held`:
 * another computer has it. `failing`: the disk reports errors.
 */
export interface StorageTrouble {
  readonly why: 'full' | 'protected' | 'vanished' | 'held' | 'failing';
  /** Milliseconds since 1970. */
  readonly since: number;
}
