import { isVatCode } from './vat-code.ts';

/** The weight of a character at the 1st, 3rd, 5th... place, by its value. */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/**
 * The check letter of capitals and digits, as the Italian tax code and the CIN of Italian accounts have it
 * (domain.md 8.3 and 8.4).
 */
export function checkLetter(text: string): string {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    sum += place % 2 === 0 ? (oddValues[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** A digit of a tax code. Two people with the same code get letters for digits (omocodia). */
const digit = '[0-9L-NP-V]';
const shape = new RegExp(`^[A-Z]{6}${digit}{2}[ABCDEHLMPRST]${digit}{2}[A-Z]${digit}{3}[A-Z]$`);

/**
 * Whether the text is an Italian tax code (codice fiscale) in capitals: the 16 characters of a person with
 * their check letter, or the 11 digits of a company. The holder may not exist.
 */
export const isTaxCode = (text: string): boolean =>
  isVatCode(text) || (shape.test(text) && text.charAt(15) === checkLetter(text.slice(0, 15)));

/**
 * The code with its right check letter if only that letter is wrong. Undefined if the text is right, or is no
 * code of 16 characters in capitals.
 */
export function withRightLetter(text: string): string | undefined {
  if (!shape.test(text)) return undefined;
  const right = text.slice(0, 15) + checkLetter(text.slice(0, 15));
  return right === text ? undefined : right;
}
