import type { Cents } from '../../kernel/cents.ts';

/**
 * The text of an EPC QR code for a SEPA transfer (EPC069-12, version 2, UTF-8). A bank's app fills its form
 * from it. `gross`: cents. `reference`: the order number and nothing else (rule G2).
 */
export function epcPayload({
  beneficiary,
  iban,
  gross,
  reference,
}: {
  readonly beneficiary: string;
  readonly iban: string;
  readonly gross: Cents;
  readonly reference: string;
}): string {
  const euro = `EUR${Math.floor(gross / 100)}.${String(gross % 100).padStart(2, '0')}`;
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    beneficiary.slice(0, 70),
    iban.replaceAll(' ', ''),
    euro,
    '',
    '',
    reference,
    '',
  ].join('\n');
}
