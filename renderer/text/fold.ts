/** Most texts have no accents, and lower case is all that they need. */
const plain = /^\p{ASCII}*$/u;

/** A text for searching: no accents, lower case. */
export const fold = (value: string): string =>
  plain.test(value) ? value.toLowerCase() : value.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of what is typed into a search, as they are looked for in folded texts. */
export const searchWords = (query: string): readonly string[] => fold(query).split(/\s+/).filter(Boolean);
