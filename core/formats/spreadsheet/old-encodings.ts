import type { Steps } from '../../kernel/steps.ts';

/** The part of the platform's decoder that is needed here (see text-encoding.ts). */
type OpenDecoder = (
  encoding: 'macintosh',
  options: { readonly fatal: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

/** The characters 0x80 to 0xFF of code page 850, in which DOS programs write. No platform decodes it. */
const cp850 = [
  'ÇüéâäàåçêëèïîìÄÅ',
  'ÉæÆôöòûùÿÖÜø£Ø×ƒ',
  'áíóúñÑªº¿®¬½¼¡«»',
  '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤',
  'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀',
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´',
  '\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
].join('');

/** Signs that may stand right after a word. Any other one there shows a letter that was read wrong. */
const afterWords: ReadonlySet<string> = new Set('’‘”«»›…–™®©°²³¹ªº§´¨·€¢£¥%†'.split(''));

const [letter, upper, lower] = [/\p{L}/u, /\p{Lu}/u, /\p{Ll}/u];
const notAscii = /[^\0-\x7f]/g;

/** How many letters and apostrophes stand where they belong, and how many signs and letters do not. */
interface Fit {
  readonly good: number;
  readonly bad: number;
}

/** `right`: it is part of a word. `wrong`: it cannot stand there. `silent`: it says nothing. */
function placeOf(text: string, at: number): 'right' | 'wrong' | 'silent' {
  const [before, sign, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  if (sign >= '\u0080' && sign <= '\u009f') return 'wrong';
  const [follows, precedes] = [letter.test(before), letter.test(after)];
  if (sign === '’' || sign === '‘') return follows && precedes ? 'right' : 'silent';
  if (letter.test(sign) && !/[ªºƒ]/.test(sign)) {
    if (!follows && !precedes) return 'silent';
    const misplaced = upper.test(sign)
      ? lower.test(before) || (upper.test(before) && lower.test(after))
      : upper.test(before) && upper.test(after);
    return misplaced ? 'wrong' : 'right';
  }
  // "Contabilit…" is cut, or "Contabilità" of a DOS program: hardly anybody cuts there.
  if (sign === '…' && /it{1,2}$|iet$/i.test(text.slice(at - 3, at))) return 'wrong';
  return follows && !afterWords.has(sign) && !(sign === '—' && precedes) ? 'wrong' : 'silent';
}

function fitOf(text: string): Fit {
  let [good, bad] = [0, 0];
  for (const { index } of text.matchAll(notAscii)) {
    const place = placeOf(text, index);
    if (place === 'right') good += 1;
    else if (place === 'wrong') bad += 1;
  }
  return { good, bad };
}

/** Bytes by which an encoding is recognised, and bytes in one step. */
const sample = 500_000;
const step = 262_144;

type Decode = (bytes: Uint8Array) => string;

function decode850(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : cp850.charAt(byte - 0x80);
  return text;
}

/** Undefined if the platform does not know the encoding. */
function macDecoder(openDecoder: OpenDecoder): Decode | undefined {
  try {
    const decoder = openDecoder('macintosh', { fatal: false });
    return (bytes) => decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/**
 * The text of bytes that are no good Windows-1252, if they are clearly Mac Roman or code page 850: the
 * reading then has more letters inside words, and next to nothing that cannot stand there. Null in doubt.
 * `text`: the bytes as Windows-1252.
 */
export function* olderReading(
  bytes: Uint8Array,
  text: string,
  openDecoder: OpenDecoder,
): Steps<{ readonly text: string; readonly encoding: 'macintosh' | 'cp850' } | null> {
  const usual = fitOf(text.slice(0, sample));
  if (usual.bad === 0) return null;
  let best: {
    readonly encoding: 'macintosh' | 'cp850';
    readonly decode: Decode;
    readonly good: number;
  } | null = null;
  const ways = { cp850: decode850, macintosh: macDecoder(openDecoder) } as const;
  for (const encoding of ['cp850', 'macintosh'] as const) {
    const decode = ways[encoding];
    if (decode === undefined) continue;
    const { good, bad } = fitOf(decode(bytes.subarray(0, sample)));
    if (good > (best?.good ?? usual.good) && bad * 10 <= good) best = { encoding, decode, good };
    yield 0.2;
  }
  if (best === null) return null;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(best.decode(bytes.subarray(at, at + step)));
    yield Math.min(1, (at + step) / bytes.length);
  }
  return { text: parts.join(''), encoding: best.encoding };
}
