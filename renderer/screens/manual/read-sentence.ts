import type { Cents } from '../../../core/kernel/cents.ts';
import { money } from '../../text/format.ts';
import { language, text, type TextId } from '../../text/text.ts';
import { jobIds, type JobId, type Sentence } from './job.ts';

/** A piece of a sentence. `label`: it is a text of the program. */
export interface Piece {
  readonly label: boolean;
  readonly text: string;
}

/** `people.all|count=6` -> the id, and the values. Numbers are numbers: plural forms need them. */
function labelText(place: string): string {
  const [id = '', values = ''] = place.split('|');
  const pairs = values
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='));
  return text(id as TextId, Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)])));
}

/** The number of a chapter, from 1. */
export const chapterOf = (id: JobId): number => jobIds.indexOf(id) + 1;

/** A button that opens a dialog ends in dots. A full stop after them is one too many. */
const oneEnd = (piece: Piece, before: Piece | undefined): Piece =>
  before?.text.endsWith('…') === true ? { ...piece, text: piece.text.replace(/^\.(?! *\.)/, '') } : piece;

/** A sentence in the language on screen, cut at its places (job.ts says what they are). */
export function readSentence(sentence: Sentence): readonly Piece[] {
  return sentence[language() === 'it' ? 0 : 1]
    .split(/(\{[^}]*\})/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (!part.startsWith('{')) return { label: false, text: part };
      const place = part.slice(1, -1);
      if (place.startsWith('€')) return { label: false, text: money(Number(place.slice(1)) as Cents) };
      if (place.startsWith('#')) return { label: false, text: String(chapterOf(place.slice(1) as JobId)) };
      return place.startsWith('~')
        ? { label: false, text: labelText(place.slice(1)) }
        : { label: true, text: labelText(place) };
    })
    .map((piece, index, pieces) => oneEnd(piece, pieces[index - 1]));
}

export const plainSentence = (sentence: Sentence): string =>
  readSentence(sentence)
    .map((piece) => piece.text)
    .join('');
