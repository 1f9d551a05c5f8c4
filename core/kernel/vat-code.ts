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
