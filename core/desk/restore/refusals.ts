/** Rows that a restore may never write, or rows of a person who was erased since. */
export type RestoreRefusal = { readonly reason: 'not-restorable' };
