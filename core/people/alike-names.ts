import type { Person } from './person.ts';

/** A name without accents, marks and capitals, with one space between words. */
export interface FoldedName {
  readonly given: string;
  readonly family: string;
}

const fold = (text: string): string => (/^[a-z]*$/i.test(text) ? text.toLowerCase() : foldMarks(text));

const foldMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The name with both parts folded: no accents, no marks, no capitals. */
export const foldedName = ({
  givenName,
  familyName,
}: Pick<Person, 'givenName' | 'familyName'>): FoldedName => ({
  given: fold(givenName),
  family: fold(familyName),
});

/**
 * The words of a whole name in sorted order. Two names give the same text if given and family name are
 * swapped, or if the words are divided differently between them.
 */
export function wordsOf({ given, family }: FoldedName): string {
  if (!given.includes(' ') && !family.includes(' '))
    return given < family ? `${given} ${family}` : `${family} ${given}`;
  return `${given} ${family}`.split(' ').sort().join(' ');
}

/** The shorter ways to write a given name: `maria grazia` as `m`, `m g`, `maria`, `maria g`. */
export function shorterForms(given: string): readonly string[] {
  if (!given.includes(' ')) return given.length > 1 ? [given.slice(0, 1)] : [];
  const words = given.split(' ');
  const [first = '', ...rest] = words;
  const initial = (word: string): string => word.slice(0, 1);
  const forms = [
    initial(first),
    words.map(initial).join(' '),
    first,
    [first, ...rest.map(initial)].join(' '),
  ];
  return [...new Set(forms)].filter((form) => form !== given && form !== '');
}

/**
 * True if one text becomes the other by adding, removing or replacing one letter, or
 * by swapping two neighbours.
 */
function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** A shorter name that differs is usually another name and not a typing mistake: Li and Lu. */
const fewestLetters = 4;

/** Two given names that differ in the last letter are two people: Paola and Paolo. */
const differInLastLetter = (a: string, b: string): boolean =>
  a.length === b.length && a.slice(0, -1) === b.slice(0, -1);

/**
 * The part of the name in which two names differ by one typing mistake, if the other part is the same.
 * Otherwise undefined. Parts with numbers are never compared: numbers in names differ on purpose.
 */
export function slipBetween(a: FoldedName, b: FoldedName): keyof FoldedName | undefined {
  const part = a.given === b.given ? 'family' : a.family === b.family ? 'given' : undefined;
  if (part === undefined || !canHaveSlip(a[part]) || !canHaveSlip(b[part]) || !oneEditApart(a[part], b[part]))
    return undefined;
  return part === 'given' && differInLastLetter(a.given, b.given) ? undefined : part;
}

const canHaveSlip = (part: string): boolean => part.length >= fewestLetters && !/\p{N}/u.test(part);

/**
 * Visits numbers for a name. Two names that differ by one typing mistake share at least one number, so only
 * names that share a number need comparing. Each number stands for the name with all its letters or without
 * one of them. It is computed from the letters before and after that one, without building a text.
 */
export function meetingPoints({ given, family }: FoldedName, visit: (point: number) => void): void {
  if (canHaveSlip(family)) withoutALetter(hashOf(given, 1), family, visit);
  if (canHaveSlip(given)) withoutALetter(hashOf(family, 2), given, visit);
}

const factor = 0x01_00_01_93;

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(hash, factor) + text.charCodeAt(index)) | 0;
  return hash;
}

function withoutALetter(same: number, part: string, visit: (point: number) => void): void {
  const before = [Math.imul(same, factor)];
  for (let index = 0; index < part.length; index += 1)
    before.push((Math.imul(before[index] ?? 0, factor) + part.charCodeAt(index)) | 0);
  visit((before[part.length] ?? 0) >>> 0);
  let [after, power] = [0, 1];
  for (let index = part.length - 1; index >= 0; index -= 1) {
    // The same letter twice in a row: the text without the first one equals the text without the second one.
    if (part[index] !== part[index - 1]) visit((Math.imul(before[index] ?? 0, power) + after) >>> 0);
    after = (after + Math.imul(part.charCodeAt(index), power)) | 0;
    power = Math.imul(power, factor);
  }
}
