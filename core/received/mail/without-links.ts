// A link of Aruba's mails signs a person in: it is a credential. Words are kept by what they may be, not dropped by
// what a link looks like, so that no part of one survives.

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

/**
 * A text without links, and without words that may be a part of one. Line breaks stay. The first word of a line
 * is dropped if the line before ended in a link and the word may continue it.
 */
export function withoutLinks(text: string): string {
  let [dropped, before] = [false, 0];
  const lines = text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/);
  return lines
    .map((line) => {
      const words = line.split(/[\s<>|]+/u).filter((word) => word !== '');
      const continues = dropped;
      const long = before >= wrapsAt;
      const kept: string[] = [];
      for (const [index, word] of words.entries()) {
        const alone = long || words.length === 1;
        const isRest = index === 0 && continues && (alone || !isPlainWord(word));
        const stays = !isRest && mayStay(word);
        if (stays) kept.push(word);
        // The rest of a link may fill the whole line, and go on in the next.
        dropped = !stays;
      }
      if (words.length === 0) dropped = false;
      before = line.length;
      return kept.join(' ');
    })
    .join('\n');
}
