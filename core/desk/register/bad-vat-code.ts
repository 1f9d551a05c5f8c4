import type { Fact } from '../../register/fact.ts';
import { isVatNumber } from '../../register/import/read-codes.ts';

/**
 * The text if it is no VAT number, as a list of services is checked. Undefined if it is one, if nothing is
 * said, or if the register has it already: what is there stays, whatever it is. `known`: the facts of the
 * service.
 */
export const badVatCodeOf = (vatCode: string | undefined, known: readonly Fact[]): string | undefined =>
  vatCode === undefined ||
  isVatNumber(vatCode) ||
  known.some(({ field, value }) => field === 'vatCode' && value === vatCode)
    ? undefined
    : vatCode;
