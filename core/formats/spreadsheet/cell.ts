/** Printing ASCII and accented Latin letters, one space between words: already clean. */
const clean = /^(?:[!-~À-ž]+(?: [!-~À-ž]+)*)?$/;

/**
 * A cell as people read it: no-break spaces, line breaks and control characters are spaces, invisible
 * characters are nothing,
 * accents are composed, no space around it.
 */
export const cleanCell = (cell: string): string =>
  clean.test(cell)
    ? cell
    : cell
        .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
        .replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
        .trim()
        .normalize('NFC');

const placeholders = new Set([
  'n/d',
  'nd',
  'n.d.',
  'n/a',
  'na',
  'n.a.',
  'non disponibile',
  'non presente',
  'assente',
  'mancante',
  'nessuno',
  'nessuna',
  'no',
  'null',
  'none',
  'not available',
]);

/** Nothing but dashes, dots and the like. */
export const isBlank = (cell: string): boolean => /^[-–—/._ *?]*$/.test(cell);

/** What people and programs write where they have nothing to write: dashes, `n/d`, `non disponibile`. */
export const saysNothing = (cell: string): boolean => isBlank(cell) || placeholders.has(cell.toLowerCase());

/** A text to show: at most `most` characters, with a sign where it was cut. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
