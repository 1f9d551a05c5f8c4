/** Why nothing was restored. */
export type RestoreRefusal =
  /** Rows that a restore may never write, or rows of a person who was erased since. */
  | { readonly reason: 'not-restorable' }
  /** Rows were changed after the restore was prepared. */
  | { readonly reason: 'restore-overtaken' };
