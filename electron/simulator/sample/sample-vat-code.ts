/** An invented VAT number: the first 10 digits and their check digit (domain.md 8.2). */
export function sampleVatCode(first: string): string {
  const sum = Array.from(first, Number).reduce((total, digit, index) => {
    const doubled = digit * 2;
    return total + (index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return first + String((10 - (sum % 10)) % 10);
}
