import { utf8SequenceAt } from './mixed-text.ts';

/** The characters 0x80 to 0x9F of Windows-1252. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The byte of a character in Windows-1252. 0 if it has none. */
function byteOf(character: string): number {
  const sign = signs.indexOf(character);
  if (sign !== -1) return 0x80 + sign;
  const code = character.charCodeAt(0);
  return code <= 0xff ? code : 0;
}

/** A run of characters outside ASCII with its pairs undone. Undefined if a letter of it is in no pair. */
function undone(run: string): string | undefined {
  const bytes = Uint8Array.from(run, byteOf);
  let text = '';
  for (let at = 0; at < run.length; at += 1) {
    const sequence = utf8SequenceAt(bytes, at, bytes.length);
    if (sequence === null) {
      if (/\p{L}/u.test(run.charAt(at))) return undefined;
      text += run.charAt(at);
      continue;
    }
    text += String.fromCodePoint(sequence.code);
    at += sequence.length - 1;
  }
  return text;
}

/**
 * The text of a list that was made UTF-8 twice: `NiccolÃ²` is `Niccolò`. Undefined if there is no such pair,
 * or if a letter outside ASCII is in none: the text is then what it says.
 */
export function onceUtf8(text: string): string | undefined {
  if (!/[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return undefined;
  let isTwice = true;
  const once = text.replaceAll(/[^\0-\x7f]+/g, (run) => {
    const read = isTwice ? undone(run) : undefined;
    isTwice = read !== undefined;
    return read ?? run;
  });
  return isTwice ? once : undefined;
}
