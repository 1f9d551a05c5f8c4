import { softBreak } from '../../formats/mail/html-text.ts';

// A link of Aruba's mails signs a person in: it is a credential. Words are kept by what they may be, not
// dropped by what a link looks like, so that no part of one survives.

const longestWord = 40;

/** What a word of a mail may be: letters and digits with the signs of amounts, dates and numbers. */
const wordShape = /^[\p{L}\p{N}.,;:!?'’‘“”"()[\]«»€$%°ºª@_+*#/–—…•-]+$/u;

const mailAddress = /^[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+){1,4}$/i;
const bare = (word: string): string => word.replaceAll(/^[("'«“[]+|[)"'»”\].,;:!?]+$/g, '');

/** A name of a host, or a path: `aruba.it`, `x.it/y`, `/a/b`. A company's form (S.p.A.) is none. */
const looksLikeAddress = (word: string): boolean =>
  /[a-z\d-]{2,}\.[a-z]{2,}/i.test(word) || /^\/|\/\/|\/[a-z]|[a-z]\/\d|^www|(?:\d+\.){3}\d/i.test(word);

/** A piece of a key: letters and digits mixed, longer than any number of an order. */
const looksLikeKey = (word: string): boolean => {
  const core = word.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (/^ARUBA[A-Z0-9]{11,16}$/i.test(core)) return false;
  return core.length > 22 && /\d/.test(core);
};

/** A time (10:30) or a label (Ordine:) may have a colon. `https:` may not. */
const isScheme = (word: string): boolean =>
  /^(?:h\w{2}ps?|ftps?|mailto|javascript|data|file|tel|sms)\b/i.test(word);

function mayStay(word: string): boolean {
  if (word.length > longestWord || !wordShape.test(word)) return false;
  const plain = bare(word);
  if (mailAddress.test(plain)) return true;
  return !isScheme(plain) && !looksLikeAddress(plain) && !looksLikeKey(plain) && !/\?\S|@/.test(plain);
}

/** The characters of a line at which mail programs break it: the next line may continue a link. */
const wrapsAt = 60;
const isPlainWord = (word: string): boolean => /^[\p{L}’']+[.,;:!?]?$/u.test(word);

const plainText = (text: string): string => text.normalize('NFKC').replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, '');

/**
 * A single line up to its first link. For subjects: a folded header has blanks where it was folded, and
 * those may be inside a link.
 */
export function untilLink(text: string): string {
  const words = plainText(text)
    .split(/[\s<>|]+/u)
    .filter((word) => word !== '');
  const end = words.findIndex((word) => !mayStay(word));
  return words.slice(0, end === -1 ? words.length : end).join(' ');
}

/** The words of one line that may stay, and whether it ends in a link. */
function cleanLine(
  line: string,
  before: { readonly inLink: boolean; readonly length: number },
): { readonly text: string; readonly inLink: boolean } {
  const words = line.split(/[\s<>|]+/u).filter((word) => word !== '');
  const kept: string[] = [];
  let inLink = false;
  for (const [index, word] of words.entries()) {
    const alone = before.length >= wrapsAt || words.length === 1;
    const isRest = index === 0 && before.inLink && (alone || !isPlainWord(word));
    const stays = !isRest && mayStay(word);
    if (stays) kept.push(word);
    // The rest of a link may fill the whole line, and go on in the next.
    inLink = !stays;
  }
  return { text: kept.join(' '), inLink };
}

/**
 * A text without links, and without words that may be a part of one. Line breaks stay; soft ones become
 * blanks. The first word of a line is dropped if the line before ended in a link and the word may continue
 * it.
 */
export function withoutLinks(text: string): string {
  const pieces = plainText(text).split(/(\r\n|[\r\n\u0085\u2028\u2029])/);
  let before = { inLink: false, length: 0 };
  let cleaned = '';
  // Lines and what stands between them take turns.
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) cleaned += piece === softBreak ? ' ' : '\n';
    else {
      const line = cleanLine(piece, before);
      cleaned += line.text;
      before = { inLink: line.inLink, length: piece.length };
    }
  }
  return cleaned;
}
