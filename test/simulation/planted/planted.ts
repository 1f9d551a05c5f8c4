/** A mistake that somebody could make: a change of the real source, which a schedule must find out. */
export interface Planted {
  readonly name: string;
  /** `find` must stand exactly once in `file`, or the fault is not planted where it was meant to be. */
  readonly edits: readonly Edit[];
  /** Where the search begins; 1 where left out. A mistake that only a rare schedule shows says which. */
  readonly firstSeed?: number;
}

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The source with its edits; throws where one of them does not stand there exactly once. */
export function edited(source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, { file, find, replace }) => {
    const parts = text.split(find);
    if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${find}`);
    return parts.join(replace);
  }, source);
}
