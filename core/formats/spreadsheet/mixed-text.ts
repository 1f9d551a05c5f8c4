import type { Steps } from '../../kernel/steps.ts';

/** The part of the platform's decoder that is needed here (see text-encoding.ts). */
type OpenDecoder = (
  encoding: 'utf-8' | 'windows-1252',
  options: { readonly fatal: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

/**
 * What some bytes are. `both`: they are not UTF-8 as a whole, but hold letters that are. `ascii` reads the
 * same either way.
 */
type Kind = 'ascii' | 'utf-8' | 'windows-1252' | 'both';

/** The first and last code points of letters and signs that occur in lists which mix encodings. */
const plausibleRanges: readonly (readonly [number, number])[] = [
  // Latin, Romanian with commas, accents written apart, Greek and Cyrillic, Latin with two accents.
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x218, 0x21b],
  [0x2c6, 0x2dc],
  [0x300, 0x30c],
  [0x327, 0x328],
  [0x386, 0x45f],
  [0x1e00, 0x1eff],
  // Dashes, quotes, the euro and other signs.
  [0x2010, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0xfb00, 0xfb02],
  [0xfeff, 0xfeff],
];

/**
 * Whether a letter is likely in UTF-8. The others come from two letters of Windows-1252 that happen to fit:
 * "È’" would be U+0212.
 */
const isPlausible = (code: number): boolean =>
  code >= 0x1_0000 || plausibleRanges.some(([from, to]) => code >= from && code <= to);

/** The code point that a sequence of UTF-8 says at `at`, and its length. Null if there is no sequence. */
function sequenceAt(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly code: number; readonly length: number } | null {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead > 0xf4 || at + length > end) return null;
  let code = lead & (0x7f >> length);
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = length === 4 ? 0x1_0000 : length === 3 ? 0x800 : 0x80;
  const fits = code >= least && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
  return fits ? { code, length } : null;
}

/**
 * A likely letter or sign (see plausibleRanges) that a sequence of UTF-8 says at `at`, before `end`. Null if
 * there is none.
 */
export function utf8SequenceAt(bytes: Uint8Array, at: number, end: number): ReturnType<typeof sequenceAt> {
  const sequence = sequenceAt(bytes, at, end);
  return sequence !== null && isPlausible(sequence.code) ? sequence : null;
}

function kindOf(bytes: Uint8Array, from: number, to: number): Kind {
  let [fits, fails] = [false, false];
  for (let at = from; at < to; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const sequence = utf8SequenceAt(bytes, at, to);
    if (sequence === null) fails = true;
    else {
      fits = true;
      at += sequence.length - 1;
    }
  }
  if (fits) return fails ? 'both' : 'utf-8';
  return fails ? 'windows-1252' : 'ascii';
}

const [newline, carriageReturn] = [10, 13];
const isLineEnd = (byte: number | undefined): boolean => byte === newline || byte === carriageReturn;
/** Ends of cells: `;` `,` tab `|` and the quote. */
const cellEnds: ReadonlySet<number> = new Set([59, 44, 9, 124, 34]);

/** A run of bytes in one encoding. */
interface Run {
  encoding: 'utf-8' | 'windows-1252' | null;
  from: number;
  to: number;
}

/** Puts runs together that have one encoding. Plain ASCII goes with either. */
class Runs {
  readonly all: Run[] = [];

  add(kind: Kind, from: number, to: number): void {
    // What stays unclear within one cell is read byte by byte, as older programs write.
    const encoding = kind === 'ascii' ? null : kind === 'utf-8' ? 'utf-8' : 'windows-1252';
    const last = this.all.at(-1);
    if (last === undefined || (encoding !== null && last.encoding !== null && last.encoding !== encoding))
      this.all.push({ encoding, from, to });
    else {
      last.encoding ??= encoding;
      last.to = to;
    }
  }
}

/** Bytes looked at in one step. */
const step = 262_144;

/** Divides the bytes into runs: by line, and within a line of both encodings by cell. */
function* runsOf(bytes: Uint8Array): Steps<readonly Run[]> {
  const runs = new Runs();
  let from = 0;
  let told = 0;
  while (from < bytes.length) {
    let to = from;
    while (to < bytes.length && !isLineEnd(bytes[to])) to += 1;
    while (isLineEnd(bytes[to])) to += 1;
    const kind = kindOf(bytes, from, to);
    if (kind === 'both') addCells(runs, bytes, from, to);
    else runs.add(kind, from, to);
    from = to;
    if (from - told < step) continue;
    told = from;
    yield from / bytes.length;
  }
  return runs.all;
}

function addCells(runs: Runs, bytes: Uint8Array, lineFrom: number, lineTo: number): void {
  let from = lineFrom;
  for (let at = lineFrom; at < lineTo; at += 1) {
    if (at + 1 < lineTo && !cellEnds.has(bytes[at] ?? 0)) continue;
    runs.add(kindOf(bytes, from, at + 1), from, at + 1);
    from = at + 1;
  }
}

/**
 * The text of bytes that are not UTF-8 as a whole. Each line is read as UTF-8 if it is, else as Windows-1252;
 * a line with both is read cell by cell. So one row from an older program does not spoil the accents of all
 * others. `mixed`: both encodings occur.
 */
export function* decodeMixed(
  bytes: Uint8Array,
  openDecoder: OpenDecoder,
): Steps<{ readonly text: string; readonly mixed: boolean }> {
  const runs = yield* runsOf(bytes);
  const texts: string[] = [];
  for (const { encoding, from, to } of runs) {
    const decoder = openDecoder(encoding ?? 'utf-8', { fatal: false });
    // Always decode as a stream: Node 20 otherwise reads windows-1252 as Latin-1.
    texts.push(decoder.decode(bytes.subarray(from, to), { stream: true }), decoder.decode());
    if (texts.length % 2000 === 0) yield to / bytes.length;
  }
  return { text: texts.join(''), mixed: runs.some(({ encoding }) => encoding === 'utf-8') };
}
