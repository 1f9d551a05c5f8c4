/** A cell that is already clean: printable ASCII and accented Latin letters, one space between words. */
const clean = /^(?:[!-~À-ž]+(?: [!-~À-ž]+)*)?$/;

/**
 * A cell as people read it. No-break spaces, line breaks and control characters become spaces, invisible
 * characters are removed, accents are composed, and blanks at both ends are cut.
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

/** Whether the cell holds nothing but dashes, dots and similar signs. */
export const isBlank = (cell: string): boolean => /^[-–—/._ *?]*$/.test(cell);

/** Whether the cell only says that there is no value: dashes, `n/d`, `non disponibile`. */
export const saysNothing = (cell: string): boolean => isBlank(cell) || placeholders.has(cell.toLowerCase());

/** Whether the cell is a spreadsheet's error value: `#N/D`, `#RIF!`, `#NAME?`. */
export const isErrorValue = (cell: string): boolean =>
  cell.length < 20 && /^#[A-Z][A-Z0-9/]*[!?]?$/.test(cell);

/** Whether a spreadsheet would run the text as a formula. No name begins like that. */
export const looksLikeFormula = (name: string): boolean => /^[=+@-]/.test(name) || isErrorValue(name);

/** A text to show: at most `most` characters. A shortened text ends with an ellipsis. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
