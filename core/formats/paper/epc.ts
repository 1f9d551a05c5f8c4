import type { Cents } from '../../kernel/cents.ts';
import { checkIban } from '../../kernel/iban.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** Why there is no QR code: what a bank's app would read wrongly, or not at all. */
export interface NoQr {
  readonly reason: 'no-qr';
  readonly problem:
    | 'beneficiary-missing'
    | 'beneficiary-too-long'
    | 'beneficiary-characters'
    | 'iban'
    | 'amount'
    | 'reference-too-long'
    | 'reference-characters';
}

/** Line breaks of any kind, control and invisible characters, and halves of characters. */
const notInOneLine = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The lengths of EPC069-12, in characters. */
const longest = { beneficiary: 70, reference: 140 } as const;
/** 0,01 to 999.999.999,99 euros. */
const mostCents = 99_999_999_999;

/**
 * The text of an EPC QR code for a SEPA transfer (EPC069-12, version 2, UTF-8). A bank's app fills its form
 * from it. `gross`: cents. `reference`: the order number and nothing else (rule G2). Refuses what would move
 * a line, is longer than the standard allows, or fails the checks of an IBAN: such a code pays somebody
 * else.
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
}): Result<string, NoQr> {
  const refuse = (problem: NoQr['problem']) => err({ reason: 'no-qr', problem } as const);
  const account = checkIban(iban);
  if (beneficiary.trim() === '') return refuse('beneficiary-missing');
  if (notInOneLine.test(beneficiary)) return refuse('beneficiary-characters');
  if (beneficiary.length > longest.beneficiary) return refuse('beneficiary-too-long');
  if (!account.ok) return refuse('iban');
  if (!Number.isInteger(gross) || gross < 1 || gross > mostCents) return refuse('amount');
  if (notInOneLine.test(reference)) return refuse('reference-characters');
  if (reference.length > longest.reference) return refuse('reference-too-long');
  const euro = `EUR${Math.floor(gross / 100)}.${String(gross % 100).padStart(2, '0')}`;
  return ok(
    ['BCD', '002', '1', 'SCT', '', beneficiary, account.value, euro, '', '', reference, ''].join('\n'),
  );
}
