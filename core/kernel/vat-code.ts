/**
 * Whether the text is an Italian VAT number (partita IVA): 11 digits, the last one a check digit
 * (domain.md 8.2). Refuses all zeros, although their check digit fits. A valid number does not
 * prove that the holder exists.
 */
export function isVatCode(text: string): boolean {
  if (!/^\d{11}$/.test(text) || /^0+$/.test(text)) return false;
  let total = 0;
  for (let index = 0; index < 11; index += 1) {
    const digit = Number(text[index]);
    const doubled = index % 2 === 1 ? 2 * digit : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** The right numbers that are one slip away from a wrong one. */
export interface VatCodeSlips {
  /** The number with the right check digit. */
  readonly lastDigit: string;
  /** Two neighbouring digits swapped. */
  readonly swapped: readonly string[];
  /** Another digit changed: one number for each of the first ten places. */
  readonly oneDigit: readonly string[];
}

/**
 * What a number of 11 digits with a wrong check digit may have been. Undefined if the text has no 11 digits
 * or is right.
 */
export function vatCodeSlips(text: string): VatCodeSlips | undefined {
  if (!/^\d{11}$/.test(text) || /^0+$/.test(text) || isVatCode(text)) return undefined;
  const withDigit = (at: number): string | undefined =>
    Array.from({ length: 10 }, (_, digit) => `${text.slice(0, at)}${digit}${text.slice(at + 1)}`).find(
      isVatCode,
    );
  const places = Array.from({ length: 10 }, (_, at) => at);
  const swapped = places.map(
    (at) => `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`,
  );
  return {
    lastDigit: withDigit(10) ?? '',
    swapped: [...new Set(swapped.filter(isVatCode))],
    oneDigit: places.flatMap((at) => withDigit(at) ?? []),
  };
}
