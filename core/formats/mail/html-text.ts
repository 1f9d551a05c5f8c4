import { entityText } from './html-entities.ts';

/** Elements whose text nobody sees. */
const hidden = /<(script|style|head|title|template)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const newLine =
  /<\/?(?:p|div|tr|table|br|li|ul|ol|h[1-6]|section|article|header|footer|hr|blockquote)\b[^<>]*>/gi;
const newCell = /<\/?(?:td|th)\b[^<>]*>/gi;

/** A line break of the source, which is a blank on screen. A link may have been broken there. */
export const softBreak = '\u2028';

/**
 * The text of a mail in HTML, line by line. Tags and what they point to are left out. Line breaks of the
 * source stay as soft breaks.
 */
export function htmlText(html: string): string {
  const plain = html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(hidden, '')
    .replaceAll(/(?:\r\n|\r|\n)[ \t]*/g, softBreak)
    .replaceAll(newLine, '\n')
    .replaceAll(newCell, ' ')
    .replaceAll(/<[a-z/!?][^<>]*>?/gi, '');
  return entityText(plain);
}
